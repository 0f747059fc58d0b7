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
        int to = back(text, from, end);
        if (from == to && !inverted) return;
        String written = utf8(text, from, to);
        into.add(new IgnorePattern(
                line, written, inverted, new Span(from, to), new PatternMatcher(PatternMatcher.cleaned(written))));
    }

    private static String utf8(String text, int from, int to) {
        return new String(text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static int skip(String text, int start, int end) {
        int at = start;
        while (at < end) {
            int length = text.charAt(at) < 0x80 ? 1 : text.charAt(at) < 0xE0 ? 2 : 3;
            if (at + length > end || !isBlank(utf8(text, at, at + length))) return at;
            at += length;
        }
        return at;
    }

    private static int back(String text, int from, int end) {
        int to = end;
        while (to > from) {
            int start = to - 1;
            // What goes on with a character of more bytes.
            while (start > from && (text.charAt(start) & 0xC0) == 0x80) start--;
            if (!isBlank(utf8(text, start, to))) return to;
            to = start;
        }
        return to;
    }

    /// As Go's unicode.IsSpace.
    private static boolean isBlank(String character) {
        if (character.length() != 1) return false;
        char c = character.charAt(0);
        return c >= '\t' && c <= '\r' || c == 0x85 || Character.isSpaceChar(c);
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
