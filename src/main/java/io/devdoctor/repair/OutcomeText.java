package io.devdoctor.repair;

import io.devdoctor.check.Verdict;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;

/// How an outcome is told, in the window and in the terminal: the words, and the verdict whose colour they have.
///
/// @param entry of the journal; empty if nothing was begun
public record OutcomeText(Verdict verdict, Text text, Optional<String> entry) {

    public static OutcomeText of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Cured cured -> new OutcomeText(Verdict.OK, Text.of("outcome.cured"), of(cured.entry()));
            case Outcome.Pending pending ->
                new OutcomeText(
                        Verdict.INFO,
                        Text.of(
                                pending.proven() ? "outcome.pending" : "outcome.pending.unproven",
                                Text.of("takes-effect." + pending.takesEffect().name())),
                        of(pending.entry()));
            case Outcome.NotCured failed ->
                new OutcomeText(
                        Verdict.WARNING,
                        failed.still().isEmpty()
                                ? Text.of("outcome.not-cured")
                                : Text.of(
                                        "outcome.not-cured.still",
                                        failed.still().getFirst().title()),
                        of(failed.entry()));
            case Outcome.HandedOver(String entry) ->
                new OutcomeText(Verdict.INFO, Text.of("outcome.handed-over"), of(entry));
            case Outcome.Declined(String entry) ->
                new OutcomeText(Verdict.UNKNOWN, Text.of("outcome.declined"), of(entry));
            case Outcome.Failed failed ->
                new OutcomeText(Verdict.PROBLEM, Text.of("outcome.failed", failed.reason()), of(failed.entry()));
            case Outcome.ChangedMeanwhile(List<Conflict> conflicts) ->
                new OutcomeText(Verdict.WARNING, Text.of("outcome.changed", names(conflicts)), Optional.empty());
            case Outcome.Refused(var _, Text words) -> new OutcomeText(Verdict.UNKNOWN, words, Optional.empty());
        };
    }

    public static OutcomeText of(UndoOutcome outcome) {
        return switch (outcome) {
            case UndoOutcome.Undone undone ->
                new OutcomeText(Verdict.OK, undone(undone.takesEffect()), of(undone.entry()));
            case UndoOutcome.PartlyUndone partly ->
                new OutcomeText(
                        Verdict.WARNING,
                        Text.of("outcome.undo.partly", partly.remaining().size()),
                        of(partly.entry()));
            case UndoOutcome.NothingToUndo(String entry) ->
                new OutcomeText(Verdict.INFO, Text.of("outcome.undo.nothing"), of(entry));
            case UndoOutcome.ChangedSince(String entry, List<Conflict> conflicts, Optional<Entry> first) ->
                new OutcomeText(Verdict.WARNING, UndoPlan.words(conflicts, first), of(entry));
            case UndoOutcome.Declined(String entry) ->
                new OutcomeText(Verdict.UNKNOWN, Text.of("outcome.undo.declined"), of(entry));
            case UndoOutcome.Failed failed ->
                new OutcomeText(Verdict.PROBLEM, Text.of("outcome.undo.failed", failed.reason()), of(failed.entry()));
            case UndoOutcome.Refused(var _, Text words) -> new OutcomeText(Verdict.UNKNOWN, words, Optional.empty());
        };
    }

    private static Text undone(TakesEffect restart) {
        return restart == TakesEffect.NOW
                ? Text.of("outcome.undo.undone")
                : Text.of("outcome.undo.undone.later", Text.of("takes-effect." + restart.name()));
    }

    static Text.Arg names(List<Conflict> conflicts) {
        return Text.several(conflicts.stream().map(Conflict::what).toList());
    }

    private static Optional<String> of(String entry) {
        return entry.isEmpty() ? Optional.empty() : Optional.of(entry);
    }
}
