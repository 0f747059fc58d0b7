package io.devdoctor.desktop.model;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.FindingGroup.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands beneath a cause. Illnesses are shown; a long list of what merely could not be checked is folded.
final class Consequences {
    /// More unread facts than these in a row hide what else there is to see.
    private static final int SHOWN = 3;

    sealed interface Entry {
        record Shown(Row row) implements Entry {}

        /// @param cause above them
        record Folded(Finding.Key cause, List<Row> rows) implements Entry {}
    }

    private Consequences() {}

    /// @param rows     of one group, consequences right after their cause
    /// @param complete whether nothing may hide, as in a search
    static List<Entry> fold(List<Row> rows, boolean complete) {
        List<Entry> entries = new ArrayList<>();
        List<Row> unread = new ArrayList<>();
        Finding.@Nullable Key cause = null;
        for (Row row : rows) {
            boolean beneath = row instanceof Row.Found(Finding _, boolean consequence) && consequence;
            if (row instanceof Row.Found(Finding finding, boolean _)
                    && beneath
                    && cause != null
                    && finding.verdict() == Verdict.UNKNOWN) {
                unread.add(row);
                continue;
            }
            // Illnesses stand before what is unread, whatever order the causes gave them.
            if (!beneath) {
                if (cause != null) flush(cause, unread, complete, entries);
                cause = row instanceof Row.Found(Finding finding, boolean _) ? finding.key() : null;
            }
            entries.add(new Entry.Shown(row));
        }
        if (cause != null) flush(cause, unread, complete, entries);
        return List.copyOf(entries);
    }

    private static void flush(Finding.Key cause, List<Row> unread, boolean complete, List<Entry> entries) {
        if (complete || unread.size() <= SHOWN) unread.forEach(row -> entries.add(new Entry.Shown(row)));
        else entries.add(new Entry.Folded(cause, List.copyOf(unread)));
        unread.clear();
    }
}
