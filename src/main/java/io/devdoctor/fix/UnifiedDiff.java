package io.devdoctor.fix;

import io.devdoctor.fix.FileDiff.Kind;
import io.devdoctor.fix.FileDiff.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// Lines of a difference in the form of `diff -u`.
record UnifiedDiff(List<Line> lines) {
    private static final String NO_END = "\\ No newline at end of file";

    List<String> text() {
        boolean marks = lines.stream()
                        .filter(line -> line.kind() != Kind.GAP)
                        .map(line -> line.content().end())
                        .filter(end -> end != TextLine.End.NONE)
                        .distinct()
                        .count()
                > 1;
        List<String> text = new ArrayList<>();
        for (List<Line> hunk : hunks()) {
            text.add("@@ -" + range(hunk, Line::before) + " +" + range(hunk, Line::after) + " @@");
            for (Line line : hunk) add(line, marks, text);
        }
        return List.copyOf(text);
    }

    private List<List<Line>> hunks() {
        List<List<Line>> hunks = new ArrayList<>();
        List<Line> hunk = new ArrayList<>();
        for (Line line : lines) {
            if (line.kind() == Kind.GAP) {
                if (!hunk.isEmpty()) hunks.add(List.copyOf(hunk));
                hunk.clear();
            } else {
                hunk.add(line);
            }
        }
        boolean changes = hunk.stream().anyMatch(line -> line.kind() != Kind.CONTEXT);
        if (changes) hunks.add(List.copyOf(hunk));
        return hunks;
    }

    /// A content without any lines of the hunk begins at 0, as there is no line before it.
    private static String range(List<Line> hunk, ToIntFunction<Line> number) {
        List<Integer> numbers =
                hunk.stream().mapToInt(number).filter(line -> line > 0).boxed().toList();
        return numbers.isEmpty() ? "0,0" : numbers.getFirst() + "," + numbers.size();
    }

    private static void add(Line line, boolean marks, List<String> text) {
        String sign = switch (line.kind()) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CONTEXT, GAP -> " ";
        };
        text.add(sign + line.content().marked(marks));
        if (line.content().end() == TextLine.End.NONE) text.add(NO_END);
    }
}
