package io.devdoctor.desktop.model;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.FindingGroup.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// Lays groups of findings out as lines.
final class Lines {
    private final Function<Row, Stage> stages;
    private final Predicate<FindingGroup> isUnfolded;
    private final Predicate<Finding.Key> isOpened;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Object, Integer> seen = new HashMap<>();

    /// @param isOpened whether what merely could not be checked beneath a cause is shown
    Lines(Function<Row, Stage> stages, Predicate<FindingGroup> isUnfolded, Predicate<Finding.Key> isOpened) {
        this.stages = stages;
        this.isUnfolded = isUnfolded;
        this.isOpened = isOpened;
    }

    /// @param complete whether nothing may hide, as in a search
    List<Line> of(List<FindingGroup> groups, boolean complete) {
        for (FindingGroup group : groups) {
            boolean open = isUnfolded.test(group);
            group.heading()
                    .ifPresent(heading -> lines.add(new Line.Title(
                            key(heading), heading, group.count(), group.elsewhere(), group.isQuiet(), open)));
            if (open) add(Consequences.fold(group.rows(), complete));
        }
        return List.copyOf(lines);
    }

    private void add(List<Consequences.Entry> entries) {
        int from = lines.size();
        for (Consequences.Entry entry : entries) {
            switch (entry) {
                case Consequences.Entry.Shown(Row row) -> lines.add(line(row));
                case Consequences.Entry.Folded(Finding.Key cause, List<Row> rows) -> {
                    boolean open = isOpened.test(cause);
                    lines.add(new Line.Fold(key(cause), cause, rows.size(), open, false));
                    if (open) rows.forEach(row -> lines.add(line(row)));
                }
            }
        }
        markEnds(from);
    }

    private Line.Entry line(Row row) {
        Object what = switch (row) {
            case Row.Waiting(var check) -> check.id();
            // While a run is on its way the first finding takes the place of its check.
            case Row.Found(Finding finding, boolean _) -> finding.key();
        };
        return new Line.Entry(key(what), row, stages.apply(row), false, false);
    }

    private Line.Key key(Object what) {
        return new Line.Key(what, seen.merge(what, 1, Integer::sum));
    }

    private void markEnds(int from) {
        if (from == lines.size()) return;
        if (lines.get(from) instanceof Line.Entry first) lines.set(from, ends(first, true, first.last()));
        int end = lines.size() - 1;
        switch (lines.get(end)) {
            case Line.Entry last -> lines.set(end, ends(last, last.first(), true));
            case Line.Fold fold ->
                lines.set(end, new Line.Fold(fold.key(), fold.cause(), fold.hidden(), fold.open(), true));
            case Line.Title _ -> {}
        }
    }

    private static Line.Entry ends(Line.Entry line, boolean first, boolean last) {
        return new Line.Entry(line.key(), line.row(), line.stage(), first, last);
    }
}
