package io.devdoctor.desktop.view;

import io.devdoctor.check.Evidence;
import io.devdoctor.repair.Conflict;
import io.devdoctor.repair.OutcomeText;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How a fix or an undo ended: words in the colour of the verdict, with evidence and the versions that differ.
final class OutcomeBox extends HBox {
    OutcomeBox(Workbench bench, OutcomeText outcome, List<Evidence> evidence, List<Conflict> conflicts) {
        getStyleClass().addAll("outcome", VerdictIcon.styleClass(outcome.verdict()));
        String words = bench.wording().say(outcome.text());
        VBox texts = new VBox(new Prose(words));
        texts.getStyleClass().add("section");
        if (!evidence.isEmpty()) texts.getChildren().add(new EvidenceTable(bench, evidence));
        conflicts.forEach(conflict -> texts.getChildren().add(new ConflictView(bench, conflict)));
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        setId("outcome");
        setAccessibleText(words);
        getChildren().addAll(new VerdictIcon(Optional.of(outcome.verdict())), texts);
    }
}
