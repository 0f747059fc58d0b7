package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Evidence;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Evidence: what it is, the value, where it was read, and a button that copies all three.
final class EvidenceTable extends GridPane {
    private final Workbench bench;

    EvidenceTable(Workbench bench, List<Evidence> evidence) {
        this.bench = bench;
        getStyleClass().add("evidence");
        for (int row = 0; row < evidence.size(); row++) addEvidence(evidence.get(row), row);
    }

    /// With a title, and a button that copies everything where there is more than one thing.
    static VBox section(Workbench bench, List<Evidence> evidence) {
        EvidenceTable table = new EvidenceTable(bench, evidence);
        Label title = new Label(bench.say("desktop.evidence"));
        title.getStyleClass().add("section-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(title);
        head.setAlignment(Pos.CENTER_LEFT);
        if (evidence.size() > 1) head.getChildren().add(table.copyAll(evidence));
        VBox section = new VBox(head, table);
        section.getStyleClass().add("section");
        return section;
    }

    private Button copyAll(List<Evidence> evidence) {
        Button all = new Button(bench.say("desktop.copy-all"));
        all.setId("copy-evidence");
        all.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "copy-all");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(_ -> {
            bench.surroundings().copy(evidence.stream().map(this::line).collect(Collectors.joining("\n")));
            all.setText(bench.say("desktop.copied"));
        });
        return all;
    }

    private String line(Evidence evidence) {
        return what(evidence) + ": " + shown(evidence) + "  ("
                + bench.raw(evidence.source().what()) + ")";
    }

    private String what(Evidence evidence) {
        return bench.wording().say(evidence.what());
    }

    private String shown(Evidence evidence) {
        return evidence.words().map(bench.wording()::say).orElseGet(() -> bench.raw(evidence.value()));
    }

    private void addEvidence(Evidence evidence, int row) {
        Prose name = new Prose(what(evidence), "text-muted");
        Prose value = new Prose(shown(evidence), "mono");
        Prose source = new Prose(
                bench.say(
                        "desktop.evidence.source",
                        bench.wording().say(evidence.place()),
                        bench.wording().format().timeOfDay(evidence.source().at())),
                "source");
        VBox texts = new VBox(name, value, source);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        GridPane.setHgrow(texts, Priority.ALWAYS);
        Button copy = CommandBlock.copy(bench, line(evidence));
        copy.setAccessibleText(bench.say("desktop.copy-evidence", what(evidence)));
        GridPane.setValignment(copy, VPos.TOP);
        addRow(row, texts, copy);
    }
}
