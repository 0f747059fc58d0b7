package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import java.util.List;
import java.util.stream.Collectors;

/// Reads the parts involved again and says whether the complaint is gone.
record Proof(Reexamination again, Present present) {

    /// @param now the same check about the same subject; empty = the check has nothing to say of it any more
    record Seen(List<Finding> now, List<Finding> still) {
        boolean isGone() {
            return still.isEmpty();
        }

        /// Technical, for the journal.
        String summary() {
            return now.stream()
                    .map(finding -> finding.verdict() + " " + finding.title().key())
                    .collect(Collectors.joining("; "));
        }
    }

    Seen look(Complaint complaint) {
        List<Finding> all = again.of(complaint.key().check());
        List<Finding> still = all.stream().filter(complaint::isSeenIn).toList();
        List<Finding> now = all.stream()
                .filter(finding ->
                        finding.subject().equals(complaint.key().subject()) || finding.verdict() == Verdict.UNKNOWN)
                .toList();
        return new Seen(now, still);
    }

    Outcome judge(Entry entry, Seen seen) {
        if (entry.steps().stream().allMatch(done -> done.step() instanceof Step.Manual) && !seen.isGone()) {
            return new Outcome.HandedOver(entry.id());
        }
        if (entry.takesEffect() != TakesEffect.NOW && (seen.isGone() || isInPlace(entry))) {
            return new Outcome.Pending(entry.id(), entry.takesEffect(), seen.now());
        }
        return seen.isGone()
                ? new Outcome.Cured(entry.id(), seen.now())
                : new Outcome.NotCured(entry.id(), seen.still());
    }

    /// Whether every change that can be looked at is there; what a tool did shows only after the restart.
    private boolean isInPlace(Entry entry) {
        return entry.steps().stream()
                .map(Entry.Done::step)
                .filter(step -> step instanceof Step.EditFile || step instanceof Step.SetRegistryValue)
                .allMatch(step -> present.at(step) instanceof Present.AsAfter);
    }
}
