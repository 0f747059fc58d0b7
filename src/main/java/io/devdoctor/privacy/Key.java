package io.devdoctor.privacy;

import java.util.regex.Pattern;

/// A key as it stands in a text: its name, whether it is quoted itself, which quote opens right before it, and whether
/// it is first on its line.
record Key(String name, boolean quoted, char opening, boolean firstOnLine) {
    private static final int LONGEST = 128;
    private static final int FARTHEST = 64;
    private static final Pattern LEAD = Pattern.compile("\\s*(?:-\\s+)?(?:(?:export|set|ENV|ARG)\\s+)?");
    private static final char NONE = '\0';

    /// The key that ends at `end`; `from` is where its secret ending starts.
    static Key before(String text, int end, int from) {
        int start = from;
        while (start > 0 && end - start < LONGEST && isPart(text.charAt(start - 1))) {
            start--;
        }
        char before = start > 0 ? text.charAt(start - 1) : NONE;
        boolean quote = before == '"' || before == '\'';
        boolean closed = end < text.length()
                && (text.charAt(end) == '"' || text.charAt(end) == '\'' || text.charAt(end) == '\\');
        return new Key(
                text.substring(start, end).strip(),
                quote && closed,
                quote && !closed ? before : NONE,
                isFirst(text, start));
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private static boolean isFirst(String text, int start) {
        int lineStart = start;
        while (lineStart > 0 && text.charAt(lineStart - 1) != '\n') {
            if (start - lineStart >= FARTHEST) {
                return false; // bounded: a recording can be one line of megabytes
            }
            lineStart--;
        }
        return LEAD.matcher(text).region(lineStart, start).matches();
    }
}
