package io.devdoctor.format.ignore;

import io.devdoctor.format.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One line of a .dockerignore.
///
/// @param line     1-based
/// @param written  without the blanks around it, and without `!`
/// @param inverted whether it began with `!`
/// @param span     of the pattern in the file, without `!` and blanks
/// @param matcher  of the cleaned pattern
public record IgnorePattern(int line, String written, boolean inverted, Span span, PatternMatcher matcher) {

    static List<IgnorePattern> read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<IgnorePattern> found = new ArrayList<>();
        int start = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        for (int line = 1; start < text.length(); line++) {
            int end = text.indexOf('\n', start);
            if (end < 0) end = text.length();
            // Only at the very start of a line is it a comment.
            if (text.charAt(start) != '#') add(text, start, end, line, found);
            start = end + 1;
        }
        return found;
    }

    private static void add(String text, int start, int end, int line, List<IgnorePattern> into) {
        int from = skip(text, start, end);
        boolean inverted = from < end && text.charAt(from) == '!';
        if (inverted) from = skip(text, from + 1, end);
        int to = end;
        while (to > from && text.charAt(to - 1) <= ' ') to--;
        if (from == to && !inverted) return;
        String written =
                new String(text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        into.add(new IgnorePattern(
                line, written, inverted, new Span(from, to), new PatternMatcher(PatternMatcher.cleaned(written))));
    }

    private static int skip(String text, int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) <= ' ') at++;
        return at;
    }

    boolean isValid() {
        return !written.isEmpty() && matcher.isValid();
    }

    /// As BuildKit compares it: without `/` before and behind, without `./`.
    public String cleaned() {
        return matcher.pattern();
    }

    /// Whether it names one place, from the root of the context on, where people expect any depth.
    public boolean isAnchored() {
        return !cleaned().startsWith("**");
    }

    /// Whether it means the path itself.
    public boolean matches(String path) {
        return matcher.matches(path);
    }

    /// Whether it means the path or a folder around it.
    public boolean matchesOrParent(String path) {
        if (matcher.matches(path)) return true;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            if (matcher.matches(path.substring(0, end))) return true;
        }
        return false;
    }
}
