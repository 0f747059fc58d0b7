package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.Side;
import io.devdoctor.report.Diagnosis;
import io.devdoctor.report.OpenedReport;
import io.devdoctor.store.HistoryStore;

/// What people call one side of a comparison.
final class SideName {
    private SideName() {}

    /// In a sentence or a list.
    static String of(Workbench bench, Side side) {
        return switch (side) {
            case Side.Kept(HistoryStore.Entry entry) -> bench.wording().format().moment(entry.at());
            case Side.Recorded(String name, var _) -> bench.recordingName(name);
            case Side.Given(OpenedReport(String name, Diagnosis diagnosis, var _)) ->
                bench.say(
                        "desktop.history.report-name",
                        name,
                        bench.wording().format().moment(diagnosis.taken()));
        };
    }

    /// Above its column.
    static String column(Workbench bench, Side side) {
        return side.isOfThisMachine() ? bench.say("desktop.history.this-machine", of(bench, side)) : of(bench, side);
    }
}
