package io.devdoctor.format.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Splits a script into words and operators, as a POSIX shell does.
final class ShellLexer {
    private static final String OPERATORS = "&|;()<>\n";
    private static final String PATTERN = "*?[";

    private final String text;
    private final List<ShellToken> tokens = new ArrayList<>();
    private final Deque<String> heredocs = new ArrayDeque<>();
    private boolean namesHeredoc;
    private int at;
    private int comment = -1;

    ShellLexer(String text) {
        this.text = text;
    }

    List<ShellToken> tokens() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (text.startsWith("\\\n", at) || text.startsWith("\\\r\n", at)) {
                at = text.indexOf('\n', at) + 1;
            } else if (c == '#') {
                if (comment < 0) comment = at;
                at = lineEnd();
            } else if (OPERATORS.indexOf(c) >= 0) {
                operator();
            } else {
                word();
            }
        }
        return tokens;
    }

    /// Where the first comment begins; -1 = there is none.
    int comment() {
        return comment;
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void operator() {
        int start = at;
        char c = text.charAt(at);
        if (c == '<' || c == '>' || text.startsWith("&>", at)) {
            redirect(start);
            return;
        }
        at++;
        boolean doubled = at < text.length() && text.charAt(at) == c && (c == '&' || c == '|' || c == ';');
        if (doubled) at++;
        if (c == '|' && !doubled && at < text.length() && text.charAt(at) == '&') at++;
        String operator = text.substring(start, at);
        add(ShellToken.Kind.OPERATOR, operator.equals("|&") ? "|" : operator, start);
        if (c == '\n') skipHeredocs();
    }

    private void redirect(int start) {
        while (at < text.length() && "<>&-|".indexOf(text.charAt(at)) >= 0 && at - start < 3) {
            if (text.charAt(at) == '-' && !text.substring(start, at).endsWith("<<")) break;
            at++;
        }
        String operator = text.substring(start, at);
        boolean heredoc = operator.endsWith("<<") || operator.endsWith("<<-");
        namesHeredoc = heredoc;
        add(heredoc ? ShellToken.Kind.HEREDOC : ShellToken.Kind.REDIRECT, operator, start);
    }

    private void word() {
        int start = at;
        StringBuilder word = new StringBuilder();
        boolean fixed = true;
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r' || OPERATORS.indexOf(c) >= 0) break;
            if (c == '\\') {
                escaped(word);
            } else if (c == '\'') {
                quoted = true;
                int end = text.indexOf('\'', at + 1);
                int close = end < 0 ? text.length() : end;
                word.append(text, at + 1, close);
                at = Math.min(text.length(), close + 1);
            } else if (c == '"') {
                quoted = true;
                fixed &= doubleQuoted(word);
            } else if (c == '$' || c == '`') {
                fixed &= !substitution(word);
            } else {
                fixed &= PATTERN.indexOf(c) < 0 && !(c == '~' && at == start);
                word.append(c);
                at++;
            }
        }
        finish(word.toString(), start, fixed, quoted);
    }

    private void finish(String word, int start, boolean fixed, boolean quoted) {
        boolean descriptor = at < text.length()
                && (text.charAt(at) == '<' || text.charAt(at) == '>')
                && word.matches("\\d")
                && !quoted;
        if (descriptor) {
            redirect(start);
            return;
        }
        boolean single = word.equals("[") || word.equals("[[");
        tokens.add(new ShellToken(ShellToken.Kind.WORD, new ShellWord(word, fixed || single, quoted, start, at)));
        if (namesHeredoc) heredocs.add(word);
        namesHeredoc = false;
    }

    private void escaped(StringBuilder word) {
        at++;
        if (at >= text.length()) return;
        if (text.startsWith("\r\n", at)) at++;
        if (text.charAt(at) != '\n') word.append(text.charAt(at));
        at++;
    }

    /// @return whether all of it is fixed
    private boolean doubleQuoted(StringBuilder word) {
        boolean fixed = true;
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                char following = text.charAt(at + 1);
                if ("$`\"\\\n".indexOf(following) < 0) word.append(c);
                if (following != '\n') word.append(following);
                at += 2;
            } else if (c == '$' || c == '`') {
                fixed &= !substitution(word);
            } else {
                word.append(c);
                at++;
            }
        }
        at = Math.min(text.length(), at + 1);
        return fixed;
    }

    /// Takes what begins with `$` or a backtick as written.
    ///
    /// @return whether something will be put in its place
    private boolean substitution(StringBuilder word) {
        int start = at;
        at = ShellSkip.substitution(text, at);
        word.append(text, start, at);
        return at - start > 1;
    }

    /// Bodies of here-documents are data.
    private void skipHeredocs() {
        while (!heredocs.isEmpty()) {
            String name = heredocs.poll();
            while (at < text.length()) {
                int end = lineEnd();
                String line = text.substring(at, end).strip();
                at = Math.min(text.length(), end + 1);
                if (line.equals(name)) break;
            }
        }
    }

    private void add(ShellToken.Kind kind, String operator, int start) {
        tokens.add(new ShellToken(kind, new ShellWord(operator, true, false, start, at)));
    }
}
