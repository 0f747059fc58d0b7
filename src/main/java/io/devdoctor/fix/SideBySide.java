package io.devdoctor.fix;

import io.devdoctor.fix.FileDiff.Kind;
import io.devdoctor.fix.FileDiff.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A difference as two columns: what a line was stands beside what it becomes, and the words that differ are marked.
public record SideBySide(List<Row> rows) {
    public SideBySide {
        rows = List.copyOf(rows);
    }

    /// One line of the two columns; both empty where unchanged lines are left out.
    ///
    /// @param before, after empty = no line stands there on that side
    public record Row(Optional<Cell> before, Optional<Cell> after) {
        public boolean isGap() {
            return before.isEmpty() && after.isEmpty();
        }

        /// Whether both sides hold the same line.
        public boolean isContext() {
            return before.isPresent() && after.isPresent() && before.get().kind() == Kind.CONTEXT;
        }
    }

    /// @param number of the line, from 1
    /// @param spans  its text, in pieces that changed or did not
    public record Cell(Kind kind, int number, List<Span> spans, TextLine.End end, boolean bom) {
        public Cell {
            spans = List.copyOf(spans);
        }

        public String text() {
            return String.join("", spans.stream().map(Span::text).toList());
        }
    }

    public record Span(String text, boolean changed) {}

    /// @param shown the text of each line as it may be shown
    public static SideBySide of(List<Line> lines, List<String> shown) {
        if (lines.size() != shown.size()) throw new IllegalArgumentException("as many texts as lines");
        List<Row> rows = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            Line line = lines.get(at);
            if (line.kind() == Kind.GAP) {
                rows.add(new Row(Optional.empty(), Optional.empty()));
                at++;
            } else if (line.kind() == Kind.CONTEXT) {
                rows.add(context(line, shown.get(at)));
                at++;
            } else {
                int added = end(lines, at, Kind.REMOVED);
                int next = end(lines, added, Kind.ADDED);
                changed(lines, shown, at, added, next, rows);
                at = next;
            }
        }
        return new SideBySide(rows);
    }

    /// The same lines in one column: what goes stands before what comes.
    public List<Cell> unified() {
        List<Cell> cells = new ArrayList<>();
        List<Cell> coming = new ArrayList<>();
        for (Row row : rows) {
            boolean together = row.isGap() || row.isContext();
            if (together) {
                cells.addAll(coming);
                coming.clear();
            }
            if (row.isGap()) cells.add(gap());
            row.before().ifPresent(cells::add);
            if (!together) row.after().ifPresent(coming::add);
        }
        cells.addAll(coming);
        return List.copyOf(cells);
    }

    /// What stands for the lines that are left out.
    public Cell gap() {
        return new Cell(Kind.GAP, 0, List.of(), TextLine.End.NONE, false);
    }

    private static int end(List<Line> lines, int from, Kind kind) {
        int at = from;
        while (at < lines.size() && lines.get(at).kind() == kind) at++;
        return at;
    }

    private static Row context(Line line, String text) {
        List<Span> spans = List.of(new Span(text, false));
        return new Row(Optional.of(cell(line, line.before(), spans)), Optional.of(cell(line, line.after(), spans)));
    }

    private static void changed(
            List<Line> lines, List<String> shown, int removed, int added, int next, List<Row> rows) {
        int pairs = Math.max(added - removed, next - added);
        for (int i = 0; i < pairs; i++) {
            int old = removed + i;
            int fresh = added + i;
            boolean both = old < added && fresh < next;
            WordDiff words = both
                    ? WordDiff.between(shown.get(old), shown.get(fresh))
                    : new WordDiff(
                            List.of(new Span(old < added ? shown.get(old) : "", false)),
                            List.of(new Span(fresh < next ? shown.get(fresh) : "", false)));
            rows.add(new Row(
                    old < added
                            ? Optional.of(cell(lines.get(old), lines.get(old).before(), words.before()))
                            : Optional.empty(),
                    fresh < next
                            ? Optional.of(
                                    cell(lines.get(fresh), lines.get(fresh).after(), words.after()))
                            : Optional.empty()));
        }
    }

    private static Cell cell(Line line, int number, List<Span> spans) {
        return new Cell(
                line.kind(), number, spans, line.content().end(), line.content().bom());
    }
}
