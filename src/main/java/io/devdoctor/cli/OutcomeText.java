package io.devdoctor.cli;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.repair.Conflict;
import io.devdoctor.repair.Outcome;
import io.devdoctor.repair.UndoOutcome;
import io.devdoctor.text.Messages;
import java.util.ArrayList;
import java.util.List;

/// How a fix or an undo ended: lines for a terminal and the exit code.
///
/// @param exit see [ExitCode]
record OutcomeText(List<String> lines, int exit) {

    static OutcomeText of(Outcome outcome, Messages messages) {
        return switch (outcome) {
            case Outcome.Cured cured -> one(messages.say("outcome.cured", cured.entry()), ExitCode.GOOD);
            case Outcome.Pending pending ->
                one(
                        messages.say("outcome.pending", messages.say("takes-effect." + pending.takesEffect())),
                        ExitCode.WARNINGS);
            case Outcome.NotCured notCured ->
                new OutcomeText(
                        with(messages.say("outcome.not-cured"), findings(notCured.still(), messages)),
                        ExitCode.PROBLEMS);
            case Outcome.HandedOver _ -> one(messages.say("outcome.handed-over"), ExitCode.WARNINGS);
            case Outcome.Declined _ -> one(messages.say("outcome.declined"), ExitCode.WARNINGS);
            case Outcome.Failed failed ->
                new OutcomeText(with(messages.say(failed.reason()), evidence(failed.evidence())), ExitCode.FAILED);
            case Outcome.ChangedMeanwhile changed ->
                new OutcomeText(
                        with(messages.say("outcome.changed-meanwhile"), conflicts(changed.conflicts())),
                        ExitCode.FAILED);
            case Outcome.Refused refused -> one(messages.say(refused.why().text()), ExitCode.FAILED);
        };
    }

    static OutcomeText of(UndoOutcome outcome, Messages messages) {
        return switch (outcome) {
            case UndoOutcome.Undone _ -> one(messages.say("outcome.undone"), ExitCode.GOOD);
            case UndoOutcome.PartlyUndone partly ->
                one(messages.say("outcome.partly-undone", partly.remaining().size()), ExitCode.WARNINGS);
            case UndoOutcome.NothingToUndo _ -> one(messages.say("outcome.nothing-to-undo"), ExitCode.WARNINGS);
            case UndoOutcome.ChangedSince changed ->
                new OutcomeText(
                        with(messages.say("outcome.changed-since"), conflicts(changed.conflicts())), ExitCode.FAILED);
            case UndoOutcome.Failed failed ->
                new OutcomeText(with(messages.say(failed.reason()), evidence(failed.evidence())), ExitCode.FAILED);
            case UndoOutcome.Refused refused -> one(messages.say(refused.why().text()), ExitCode.FAILED);
        };
    }

    private static OutcomeText one(String line, int exit) {
        return new OutcomeText(List.of(line), exit);
    }

    private static List<String> with(String first, List<String> more) {
        List<String> lines = new ArrayList<>(List.of(first));
        more.forEach(line -> lines.add("  " + line));
        return lines;
    }

    private static List<String> findings(List<Finding> findings, Messages messages) {
        return findings.stream().map(finding -> messages.say(finding.title())).toList();
    }

    private static List<String> evidence(List<Evidence> evidence) {
        return evidence.stream()
                .map(one -> one.value() + "   " + one.source().what())
                .toList();
    }

    private static List<String> conflicts(List<Conflict> conflicts) {
        return conflicts.stream().map(Conflict::what).toList();
    }
}
