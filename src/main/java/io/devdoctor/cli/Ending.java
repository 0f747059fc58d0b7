package io.devdoctor.cli;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.repair.Conflict;
import io.devdoctor.repair.Outcome;
import io.devdoctor.repair.OutcomeText;
import io.devdoctor.repair.UndoOutcome;
import io.devdoctor.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How a fix or an undo ended: lines for a terminal and the exit code.
///
/// @param exit see [ExitCode]
record Ending(List<String> lines, int exit) {

    /// @param reversible whether an undo would put anything back
    static Ending of(Outcome outcome, boolean reversible, Messages messages) {
        List<String> more = switch (outcome) {
            case Outcome.Cured cured -> hint(cured.entry(), reversible, messages);
            case Outcome.Pending pending -> hint(pending.entry(), reversible, messages);
            case Outcome.NotCured notCured ->
                Stream.concat(
                                findings(notCured.still(), messages).stream(),
                                hint(notCured.entry(), reversible, messages).stream())
                        .toList();
            case Outcome.Failed failed -> evidence(failed.evidence());
            case Outcome.ChangedMeanwhile changed -> conflicts(changed.conflicts());
            case Outcome.HandedOver _, Outcome.Declined _, Outcome.Refused _ -> List.of();
        };
        int exit = switch (outcome) {
            case Outcome.Cured _ -> ExitCode.GOOD;
            case Outcome.Pending _, Outcome.HandedOver _, Outcome.Declined _ -> ExitCode.WARNINGS;
            case Outcome.NotCured _ -> ExitCode.PROBLEMS;
            case Outcome.Failed _, Outcome.ChangedMeanwhile _, Outcome.Refused _ -> ExitCode.FAILED;
        };
        return new Ending(with(OutcomeText.of(outcome), more, messages), exit);
    }

    private static List<String> hint(String entry, boolean reversible, Messages messages) {
        return reversible ? List.of(messages.say("cli.undo.hint", entry)) : List.of();
    }

    static Ending of(UndoOutcome outcome, Messages messages) {
        List<String> more = switch (outcome) {
            case UndoOutcome.ChangedSince changed -> versions(changed.conflicts(), messages);
            case UndoOutcome.Failed failed -> evidence(failed.evidence());
            case UndoOutcome.Undone _,
                    UndoOutcome.PartlyUndone _,
                    UndoOutcome.NothingToUndo _,
                    UndoOutcome.Declined _,
                    UndoOutcome.Refused _ -> List.of();
        };
        int exit = switch (outcome) {
            case UndoOutcome.Undone _ -> ExitCode.GOOD;
            case UndoOutcome.PartlyUndone _, UndoOutcome.NothingToUndo _, UndoOutcome.Declined _ -> ExitCode.WARNINGS;
            case UndoOutcome.ChangedSince _, UndoOutcome.Failed _, UndoOutcome.Refused _ -> ExitCode.FAILED;
        };
        return new Ending(with(OutcomeText.of(outcome), more, messages), exit);
    }

    private static List<String> with(OutcomeText first, List<String> more, Messages messages) {
        List<String> lines = new ArrayList<>(List.of(messages.say(first.text())));
        more.forEach(line -> lines.add("  " + line));
        return lines;
    }

    private static List<String> findings(List<Finding> findings, Messages messages) {
        return findings.stream().map(finding -> messages.say(finding.title())).toList();
    }

    private static List<String> evidence(List<Evidence> evidence) {
        return evidence.stream().flatMap(Ending::lines).toList();
    }

    static Stream<String> lines(Evidence evidence) {
        return (evidence.value() + "   " + evidence.source().what()).lines();
    }

    private static List<String> versions(List<Conflict> conflicts, Messages messages) {
        ConflictText text = new ConflictText(messages);
        return conflicts.stream()
                .flatMap(conflict -> text.of(conflict).stream())
                .toList();
    }

    private static List<String> conflicts(List<Conflict> conflicts) {
        return conflicts.stream().map(Conflict::what).toList();
    }
}
