package io.devdoctor.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One pass over the bytes of a Git configuration. Every byte is one character here, so that places are places in the
/// file; names and values are UTF-8.
final class GitConfigReader {
    private final String text;
    private final List<GitConfig.Entry> entries = new ArrayList<>();
    private int at;
    private int line = 1;
    private String section = "";
    private boolean bad;

    GitConfigReader(byte[] bytes) {
        this.text = new String(bytes, StandardCharsets.ISO_8859_1);
        this.at = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    }

    GitConfig read() {
        while (at < text.length() && !bad) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                at++;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '#' || c == ';') {
                toLineEnd();
            } else if (c == '[') {
                header();
            } else if (isLetter(c) && !section.isEmpty()) {
                entry();
            } else {
                bad = true;
            }
        }
        return new GitConfig(entries, bad ? line : 0);
    }

    private void toLineEnd() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    /// `[core]`, `[remote "origin"]`, and the old `[branch.main]`.
    private void header() {
        at++;
        int start = at;
        while (at < text.length() && (isName(text.charAt(at)) || text.charAt(at) == '.')) at++;
        String name = text.substring(start, at).toLowerCase(Locale.ROOT);
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
        StringBuilder sub = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        if (quoted) subsection(sub);
        if (name.isEmpty() || bad || at >= text.length() || text.charAt(at) != ']') {
            bad = true;
            return;
        }
        at++;
        section = quoted ? name + "." + utf8(sub) : name;
    }

    private void subsection(StringBuilder sub) {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\n') {
                bad = true;
                return;
            }
            if (text.charAt(at) == '\\' && at + 1 < text.length()) at++;
            sub.append(text.charAt(at++));
        }
        at++;
    }

    private void entry() {
        int start = at;
        int first = line;
        while (at < text.length() && isName(text.charAt(at))) at++;
        String key = text.substring(start, at).toLowerCase(Locale.ROOT);
        int afterKey = at;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
        String name = section + "." + key;
        if (at >= text.length() || isLineEnd(at)) {
            entries.add(new GitConfig.Entry(name, "true", first, start, afterKey, afterKey));
            return;
        }
        if (text.charAt(at) != '=') {
            bad = true;
            return;
        }
        at++;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
        int valueStart = at;
        StringBuilder value = new StringBuilder();
        int end = value(value);
        if (!bad)
            entries.add(new GitConfig.Entry(name, utf8(value), first, start, valueStart, Math.max(end, valueStart)));
    }

    /// @return where the value ends in the file, blanks behind it left out
    private int value(StringBuilder value) {
        boolean quoted = false;
        int kept = 0;
        int end = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || isLineEnd(at)) break;
            if (!quoted && (c == '#' || c == ';')) break;
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\') {
                if (!escape(value)) return end;
            } else {
                value.append(c);
            }
            at++;
            if (quoted || c != ' ' && c != '\t') {
                kept = value.length();
                end = at;
            }
        }
        if (quoted) bad = true;
        if (at < text.length() && text.charAt(at) != '\n') toLineEnd();
        value.setLength(kept);
        return end;
    }

    private boolean escape(StringBuilder value) {
        at++;
        if (at < text.length() && text.charAt(at) == '\r' && isLineEnd(at)) at++;
        switch (at < text.length() ? text.charAt(at) : ' ') {
            case '\n' -> line++;
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'b' -> value.append('\b');
            case '\\' -> value.append('\\');
            case '"' -> value.append('"');
            default -> bad = true;
        }
        return !bad;
    }

    private boolean isLineEnd(int place) {
        char c = text.charAt(place);
        return c == '\n' || c == '\r' && (place + 1 == text.length() || text.charAt(place + 1) == '\n');
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isName(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '-';
    }

    private static String utf8(CharSequence bytes) {
        return new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
