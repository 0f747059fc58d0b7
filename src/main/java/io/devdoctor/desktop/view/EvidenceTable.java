package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Evidence;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Evidence: what it is, the value, where it was read, and a button that copies all three.
final class EvidenceTable extends GridPane {
    EvidenceTable(Workbench bench, List<Evidence> evidence) {
        getStyleClass().add("evidence");
        for (int row = 0; row < evidence.size(); row++) addEvidence(bench, evidence.get(row), row);
    }

    private void addEvidence(Workbench bench, Evidence evidence, int row) {
        String what = bench.wording().say(evidence.what());
        Prose name = new Prose(what, "text-muted");
        String shown = evidence.words().map(bench.wording()::say).orElseGet(() -> bench.raw(evidence.value()));
        Prose value = new Prose(shown, "mono");
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
        Button copy = new Button(null, new FontIcon(Feather.COPY));
        copy.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        copy.setTooltip(new Tooltip(bench.say("desktop.copy")));
        copy.setAccessibleText(bench.say("desktop.copy-evidence", what));
        copy.setOnAction(_ -> bench.surroundings()
                .copy(what + ": " + shown + "  (" + bench.raw(evidence.source().what()) + ")"));
        GridPane.setValignment(copy, VPos.TOP);
        addRow(row, texts, copy);
    }
}
