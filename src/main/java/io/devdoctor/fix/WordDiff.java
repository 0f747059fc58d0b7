package io.devdoctor.fix;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.devdoctor.fix.SideBySide.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What differs within two lines, word by word.
record WordDiff(List<Span> before, List<Span> after) {
    /// Letters and digits, one ideograph, blanks, or one sign.
    private static final Pattern WORD = Pattern.compile("\\p{IsIdeographic}|[\\p{L}\\p{N}]+|\\s+|.", Pattern.DOTALL);
    /// Where less than this is alike, the lines have nothing to do with each other, and marks would only be noise.
    private static final double ALIKE = 0.25;
    /// Longer lines are data, not words.
    private static final int LONGEST = 2000;

    static WordDiff between(String before, String after) {
        if (before.length() > LONGEST || after.length() > LONGEST) return plain(before, after);
        List<String> old = words(before);
        List<String> fresh = words(after);
        List<Span> left = new ArrayList<>();
        List<Span> right = new ArrayList<>();
        int at = 0;
        int to = 0;
        int same = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
            int start = delta.getSource().getPosition();
            same += add(left, old.subList(at, start), false);
            add(right, fresh.subList(to, delta.getTarget().getPosition()), false);
            add(left, delta.getSource().getLines(), true);
            add(right, delta.getTarget().getLines(), true);
            at = start + delta.getSource().size();
            to = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        same += add(left, old.subList(at, old.size()), false);
        add(right, fresh.subList(to, fresh.size()), false);
        boolean related =
                same >= ALIKE * Math.max(before.strip().length(), after.strip().length());
        return related ? new WordDiff(left, right) : plain(before, after);
    }

    private static WordDiff plain(String before, String after) {
        return new WordDiff(List.of(new Span(before, false)), List.of(new Span(after, false)));
    }

    private static List<String> words(String line) {
        return WORD.matcher(line).results().map(MatchResult::group).toList();
    }

    /// @return how many characters were added
    private static int add(List<Span> spans, List<String> words, boolean changed) {
        String text = String.join("", words);
        if (!text.isEmpty()) spans.add(new Span(text, changed));
        return text.length();
    }
}
