package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Evidence;
import io.devdoctor.desktop.model.Attempt;
import io.devdoctor.fix.Fix;
import io.devdoctor.repair.Conflict;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.Outcome;
import io.devdoctor.repair.OutcomeText;
import io.devdoctor.repair.UndoOutcome;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How a fix or an undo ended: words in the colour of the verdict, with evidence, the versions that differ, and the
/// button that takes it back.
final class OutcomeBox extends HBox {
    private OutcomeBox(Workbench bench, OutcomeText outcome, List<Evidence> evidence, List<Conflict> conflicts) {
        getStyleClass().addAll("outcome", VerdictIcon.styleClass(outcome.verdict()));
        String words = bench.wording().say(outcome.text());
        VBox texts = new VBox(new Prose(words));
        texts.getStyleClass().add("section");
        if (!evidence.isEmpty()) texts.getChildren().add(new EvidenceTable(bench, evidence));
        conflicts.forEach(conflict -> texts.getChildren().add(new ConflictView(bench, conflict)));
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        setId("outcome");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(words);
        getChildren().addAll(new VerdictIcon(Optional.of(outcome.verdict())), texts);
    }

    /// Empty while nothing has ended.
    static Optional<OutcomeBox> of(Workbench bench, Attempt attempt) {
        return switch (attempt) {
            case Attempt.Ended(Fix _, Outcome outcome) -> {
                OutcomeBox box = new OutcomeBox(bench, OutcomeText.of(outcome), evidence(outcome), conflicts(outcome));
                undoable(bench, attempt).ifPresent(entry -> box.offerUndo(bench, entry));
                yield Optional.of(box);
            }
            case Attempt.TakenBack(Fix _, UndoOutcome outcome) ->
                Optional.of(new OutcomeBox(
                        bench,
                        OutcomeText.of(outcome),
                        outcome instanceof UndoOutcome.Failed failed ? failed.evidence() : List.of(),
                        outcome instanceof UndoOutcome.ChangedSince changed ? changed.conflicts() : List.of()));
            case Attempt.Asking _, Attempt.Running _ -> Optional.empty();
        };
    }

    /// The entry of the journal that would take back what was done.
    static Optional<Entry> undoable(Workbench bench, Attempt attempt) {
        return attempt instanceof Attempt.Ended(Fix fix, Outcome outcome) && fix.isReversible()
                ? OutcomeText.of(outcome).entry().flatMap(bench.repairs()::undoable)
                : Optional.empty();
    }

    private void offerUndo(Workbench bench, Entry entry) {
        Button undo = new Button(bench.say("desktop.undo"));
        undo.setId("outcome-undo");
        undo.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT, Styles.SMALL);
        undo.setMinWidth(USE_PREF_SIZE);
        undo.disableProperty().bind(bench.repairs().busy());
        undo.setOnAction(_ -> bench.repairs().undo(entry));
        getChildren().add(undo);
    }

    private static List<Evidence> evidence(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> failed.evidence();
            case Outcome.NotCured still ->
                still.still().stream().flatMap(it -> it.evidence().stream()).toList();
            case Outcome.Cured _,
                    Outcome.Pending _,
                    Outcome.HandedOver _,
                    Outcome.Declined _,
                    Outcome.ChangedMeanwhile _,
                    Outcome.Refused _ -> List.of();
        };
    }

    private static List<Conflict> conflicts(Outcome outcome) {
        return outcome instanceof Outcome.ChangedMeanwhile changed ? changed.conflicts() : List.of();
    }
}
