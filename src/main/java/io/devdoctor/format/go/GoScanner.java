package io.devdoctor.format.go;

import io.devdoctor.format.go.GoToken.Kind;

/// Splits Go source into tokens (Go specification, "Lexical elements"). What is not closed ends with the file; nothing
/// is refused.
final class GoScanner {
    private final String text;
    private int at;
    private int line = 1;

    GoScanner(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    GoToken next() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') line++;
            if (c <= ' ') {
                at++;
            } else if (text.startsWith("/*", at)) {
                block();
            } else {
                return token(c);
            }
        }
        return new GoToken(Kind.END, "", line);
    }

    private GoToken token(char c) {
        int start = at;
        int first = line;
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
            return new GoToken(Kind.LINE_COMMENT, text.substring(start + 2, at).stripTrailing(), first);
        }
        if (c == '"') return new GoToken(Kind.STRING, quoted(), first);
        if (c == '`') return new GoToken(Kind.STRING, raw(), first);
        if (c == '\'') {
            rune();
            return new GoToken(Kind.OTHER, text.substring(start, at), first);
        }
        at++;
        if (!isWord(c)) return new GoToken(Kind.OTHER, String.valueOf(c), first);
        while (at < text.length() && isWord(text.charAt(at))) at++;
        Kind kind = Character.isDigit(c) ? Kind.OTHER : Kind.WORD;
        return new GoToken(kind, text.substring(start, at), first);
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private void block() {
        int end = text.indexOf("*/", at + 2);
        int behind = end < 0 ? text.length() : end + 2;
        for (; at < behind; at++) {
            if (text.charAt(at) == '\n') line++;
        }
    }

    private String raw() {
        int end = text.indexOf('`', at + 1);
        int last = end < 0 ? text.length() : end;
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == '\n') line++;
            // The compiler drops them.
            if (c != '\r') value.append(c);
        }
        at = Math.min(text.length(), last + 1);
        return value.toString();
    }

    private void rune() {
        at++;
        while (at < text.length() && text.charAt(at) != '\'' && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(text.length(), at);
        if (at < text.length() && text.charAt(at) == '\'') at++;
    }

    /// Up to the closing quote, or to the end of the line where there is none.
    private String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length() && text.charAt(at) != '\n') escape(value);
            else value.append(c);
        }
        if (at < text.length() && text.charAt(at) == '"') at++;
        return value.toString();
    }

    private void escape(StringBuilder value) {
        char c = text.charAt(at++);
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'x' -> number(2, 16, value);
            case 'u' -> number(4, 16, value);
            case 'U' -> number(8, 16, value);
            case '0', '1', '2', '3' -> {
                at--;
                number(3, 8, value);
            }
            default -> value.append(c);
        }
    }

    private void number(int digits, int radix, StringBuilder value) {
        int end = Math.min(text.length(), at + digits);
        try {
            value.appendCodePoint(Integer.parseInt(text.substring(at, end), radix));
            at = end;
        } catch (IllegalArgumentException _) {
            value.append('\\');
        }
    }
}
