package io.devdoctor.desktop.view;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.FindingGroup.Row;
import java.util.ArrayList;
import java.util.List;

/// What stands beneath a cause. Illnesses are shown; a long list of what merely could not be checked is folded.
final class Consequences {
    /// More unread facts than these in a row hide what else there is to see.
    private static final int SHOWN = 3;

    sealed interface Entry {
        record Shown(Row row) implements Entry {}

        record Folded(List<Row> rows) implements Entry {}
    }

    private Consequences() {}

    /// @param rows     of one group, consequences right after their cause
    /// @param complete whether nothing may hide, as in a search
    static List<Entry> fold(List<Row> rows, boolean complete) {
        List<Entry> entries = new ArrayList<>();
        List<Row> unread = new ArrayList<>();
        for (Row row : rows) {
            if (row instanceof Row.Found(Finding finding, boolean consequence)
                    && consequence
                    && finding.verdict() == Verdict.UNKNOWN) {
                unread.add(row);
                continue;
            }
            // Illnesses stand before what is unread, whatever order the causes gave them.
            if (!(row instanceof Row.Found(Finding _, boolean consequence) && consequence))
                flush(unread, complete, entries);
            entries.add(new Entry.Shown(row));
        }
        flush(unread, complete, entries);
        return List.copyOf(entries);
    }

    private static void flush(List<Row> unread, boolean complete, List<Entry> entries) {
        if (complete || unread.size() <= SHOWN) unread.forEach(row -> entries.add(new Entry.Shown(row)));
        else entries.add(new Entry.Folded(List.copyOf(unread)));
        unread.clear();
    }
}
