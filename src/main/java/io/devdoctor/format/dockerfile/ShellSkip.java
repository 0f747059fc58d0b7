package io.devdoctor.format.dockerfile;

/// Finds the ends of what a shell puts in place of `$…` and backticks.
final class ShellSkip {
    private static final String SPECIAL = "@*#?-$!";

    private ShellSkip() {}

    /// @param at of `$` or a backtick
    /// @return behind it; just behind the `$` where it is one of itself
    static int substitution(String text, int at) {
        if (text.charAt(at) == '`') return backtick(text, at + 1);
        if (at + 1 >= text.length()) return at + 1;
        char c = text.charAt(at + 1);
        if (c == '(') return nested(text, at + 2, '(', ')');
        if (c == '{') return nested(text, at + 2, '{', '}');
        if (SPECIAL.indexOf(c) >= 0 || c >= '0' && c <= '9') return at + 2;
        int end = at + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) end++;
        return end;
    }

    private static int backtick(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '`') at += text.charAt(at) == '\\' ? 2 : 1;
        return Math.min(text.length(), at + 1);
    }

    private static int nested(String text, int from, char open, char close) {
        int depth = 1;
        char quote = 0;
        int at = from;
        while (at < text.length() && depth > 0) {
            char c = text.charAt(at);
            if (c == '\\' && quote != '\'') {
                at++;
            } else if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == open) {
                depth++;
            } else if (c == close) {
                depth--;
            }
            at++;
        }
        return Math.min(text.length(), at);
    }
}
