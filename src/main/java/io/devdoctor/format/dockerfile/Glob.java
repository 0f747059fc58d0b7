package io.devdoctor.format.dockerfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A pattern of `${name#pattern}` and its like, which knows `*` and `?` alone. Its time grows with the product of both
/// lengths, whatever the pattern.
final class Glob {
    private static final int ANY = -1;
    private static final int ONE = -2;
    private static final int NONE = -1;

    /// Code points, [#ANY] or [#ONE].
    private final List<Integer> pattern = new ArrayList<>();

    Glob(String text) throws Lexer.Refusal {
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (Character.isSupplementaryCodePoint(c)) i++;
            switch (c) {
                case '\\' -> pattern.add((int) escaped(text, ++i));
                case '*' -> {
                    if (pattern.isEmpty() || pattern.getLast() != ANY) pattern.add(ANY);
                }
                case '?' -> pattern.add(ONE);
                default -> pattern.add(c);
            }
        }
    }

    private static char escaped(String text, int at) throws Lexer.Refusal {
        char escaped = at < text.length() ? text.charAt(at) : ' ';
        if ("*?\\}/".indexOf(escaped) >= 0) return escaped;
        throw new Lexer.Refusal("invalid pattern (" + text + ") in substitution: invalid escape '\\" + escaped + "'");
    }

    /// Without the longest or the shortest beginning that matches.
    String withoutPrefix(String value, boolean longest) {
        int[] text = value.codePoints().toArray();
        int[] ends = new int[text.length + 1];
        for (int i = 0; i < ends.length; i++) ends[i] = i;
        int end = ends(text, ends, longest)[0];
        return end == NONE ? value : new String(text, end, text.length - end);
    }

    /// Without the longest or the shortest end that matches.
    String withoutSuffix(String value, boolean longest) {
        int[] text = value.codePoints().toArray();
        int[] ends = new int[text.length + 1];
        Arrays.fill(ends, NONE);
        ends[text.length] = text.length;
        int[] found = ends(text, ends, longest);
        int start = NONE;
        for (int i = text.length; i >= 0 && (longest || start == NONE); i--) {
            if (found[i] != NONE) start = i;
        }
        return start == NONE ? value : new String(text, 0, start);
    }

    /// An empty match right behind another one does not count.
    String replace(String value, String replacement, boolean all) {
        int[] text = value.codePoints().toArray();
        int[] ends = new int[text.length + 1];
        for (int i = 0; i < ends.length; i++) ends[i] = i;
        int[] found = ends(text, ends, true);
        StringBuilder out = new StringBuilder();
        int done = 0;
        int last = NONE;
        for (int at = 0; at <= text.length && (all || last == NONE); ) {
            int end = found[at];
            if (end != NONE && (end > at || at != last)) {
                out.append(new String(text, done, at - done)).append(replacement);
                done = end;
                last = end;
            }
            at = end == NONE ? at + 1 : Math.max(at + 1, end);
        }
        return out.append(new String(text, done, text.length - done)).toString();
    }

    /// @param allowed where a match may end: the index itself, else [#NONE]
    /// @return for each beginning the last or the first end of a match; [#NONE] = there is none
    private int[] ends(int[] text, int[] allowed, boolean longest) {
        int[] behind = allowed;
        for (int part : pattern.reversed()) {
            int[] ends = new int[text.length + 1];
            for (int i = text.length; i >= 0; i--) {
                int more = i < text.length ? (part == ANY ? ends : behind)[i + 1] : NONE;
                if (part == ANY) {
                    ends[i] = longest || behind[i] == NONE ? Math.max(behind[i], more) : behind[i];
                } else {
                    ends[i] = i < text.length && (part == ONE || part == text[i]) ? more : NONE;
                }
            }
            behind = ends;
        }
        return behind;
    }
}
