package io.devdoctor.desktop.view;

import io.devdoctor.check.Verdict;
import io.devdoctor.repair.Outcome;
import io.devdoctor.repair.OutcomeText;
import io.devdoctor.repair.PendingWork.Settled;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What became of changes that waited: in force and verified, or not; until somebody has read it.
final class SettledCard extends VBox {
    private final Workbench bench;

    SettledCard(Workbench bench, List<Settled> settled) {
        this.bench = bench;
        setId("settled");
        Verdict worst = settled.stream()
                .map(each -> OutcomeText.of(each.outcome()).verdict())
                .max(Comparator.comparingInt(Verdict::rank))
                .orElse(Verdict.OK);
        getStyleClass().addAll("banner", "settled", VerdictIcon.styleClass(worst));
        int cured = (int) settled.stream()
                .filter(each -> each.outcome() instanceof Outcome.Cured)
                .count();
        String key = cured == settled.size() ? "desktop.settled.all" : "desktop.settled.some";
        Prose title = new Prose(bench.say(key, cured, settled.size()), "text-bold");
        HBox.setHgrow(title, Priority.ALWAYS);
        Button close = Banner.button(bench.say("desktop.close"), bench.pending()::dismissSettled);
        close.setId("settled-close");
        HBox head = new HBox(new VerdictIcon(Optional.of(worst)), title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("treatment-header");
        getChildren().add(head);
        settled.forEach(each -> getChildren().add(line(each)));
    }

    private HBox line(Settled settled) {
        OutcomeText outcome = OutcomeText.of(settled.outcome());
        VBox words = new VBox(
                new Prose(bench.wording().say(settled.entry().title())),
                new Prose(bench.wording().say(outcome.text()), "text-muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox line = new HBox(new VerdictIcon(Optional.of(outcome.verdict())), words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("settled-line");
        bench.repairs().undoable(settled.entry().id()).ifPresent(entry -> {
            Button undo = Banner.button(
                    bench.say("desktop.undo"), () -> bench.repairs().undo(entry));
            undo.disableProperty().bind(bench.repairs().busy());
            line.getChildren().add(undo);
        });
        return line;
    }
}
