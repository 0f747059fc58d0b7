package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.ExportModel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is not told by a report, counted by kind.
final class MaskedCounts extends VBox {
    private final Workbench bench;

    MaskedCounts(Workbench bench) {
        this.bench = bench;
        setId("export-masked");
        getStyleClass().add("section");
    }

    void show(ExportModel.Prepared prepared, boolean redacted) {
        List<Node> lines = new ArrayList<>();
        Label heading = new Label(bench.say("desktop.export.masked"));
        heading.getStyleClass().add("section-title");
        lines.add(heading);
        lines.add(line(
                bench.say("desktop.export.masked.secrets"),
                bench.say("desktop.export.masked.times", prepared.secrets())));
        prepared.masked()
                .forEach(kind -> lines.add(line(
                        bench.say("report.kind." + kind.kind().name()),
                        bench.say("desktop.export.masked.values", kind.values(), kind.times()))));
        if (!redacted) lines.add(new Prose(bench.say("report.not-redacted"), "text-muted"));
        getChildren().setAll(lines);
    }

    private static HBox line(String kind, String count) {
        Label name = new Label(kind);
        name.setWrapText(true);
        name.setMinWidth(0);
        Label number = new Label(count);
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.getStyleClass().add("text-muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(name, gap, number);
        line.getStyleClass().add("masked-line");
        return line;
    }
}
