package io.devdoctor.desktop.model;

import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.report.OpenedReport;
import io.devdoctor.store.HistoryStore;

/// One side of a comparison, and where it comes from.
public sealed interface Side {
    /// An examination of this machine, kept since.
    record Kept(HistoryStore.Entry entry) implements Side {}

    /// A recorded machine, examined now.
    record Recorded(String name, ExaminationResult result) implements Side {}

    /// A report that somebody wrote.
    record Given(OpenedReport report) implements Side {}

    default boolean isOfThisMachine() {
        return this instanceof Kept;
    }
}
