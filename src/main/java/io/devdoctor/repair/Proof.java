package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/// Reads the parts involved again and says whether the complaint is gone.
record Proof(Reexamination again, Present present, Restart restart, Patience patience) {

    /// @param now    the same check about the same subject, and what it could not read
    /// @param still  what speaks against a cure
    /// @param isGone whether the cure is proved; without anything that was read it is not
    record Seen(List<Finding> now, List<Finding> still, boolean isGone) {
        /// Technical, for the journal.
        String summary() {
            return now.stream()
                    .map(finding -> finding.verdict() + " " + finding.title().key())
                    .collect(Collectors.joining("; "));
        }
    }

    Seen look(Complaint complaint) {
        List<Finding> all = again.about(complaint.projects()).of(complaint.key().check());
        List<Finding> against = all.stream().filter(complaint::isSeenIn).toList();
        List<Finding> now = all.stream()
                .filter(finding ->
                        finding.subject().equals(complaint.key().subject()) || finding.verdict() == Verdict.UNKNOWN)
                .toList();
        boolean gone = complaint.isGoneFrom(all);
        return new Seen(now, gone || !against.isEmpty() ? against : all, gone);
    }

    /// As [#look], waiting for what a step started.
    Seen await(Stored stored) {
        AtomicReference<Seen> seen = new AtomicReference<>(look(stored.complaint()));
        if (Patience.isNeededFor(steps(stored.entry())) && !seen.get().isGone()) {
            patience.until(() -> {
                seen.set(look(stored.complaint()));
                return seen.get().isGone();
            });
        }
        return seen.get();
    }

    Moment moment(Entry entry, Seen seen) {
        return new Moment(seen.isGone(), restart.live(entry.takesEffect()));
    }

    Outcome judge(Entry entry, Seen seen) {
        if (entry.steps().stream().allMatch(done -> done.step() instanceof Step.Manual) && !seen.isGone()) {
            return new Outcome.HandedOver(entry.id());
        }
        if (entry.takesEffect() != TakesEffect.NOW) {
            List<Present.Look> looks = looks(entry);
            boolean inPlace = looks.stream().anyMatch(Present.AsAfter.class::isInstance);
            if (seen.isGone() || !isContradicted(looks)) {
                return new Outcome.Pending(entry.id(), entry.takesEffect(), seen.now(), seen.isGone() || inPlace);
            }
        }
        return settled(entry, seen);
    }

    /// Settles a pending entry only by proof of the restart: that it happened, or that the complaint, still seen when
    /// the fix was applied, went since.
    Outcome judgeAgain(Stored stored, Seen seen) {
        Entry entry = stored.entry();
        boolean running = entry.steps().stream().anyMatch(done -> done.progress() == Entry.Progress.STARTED);
        boolean restarted = running ? restart.hasBooted(entry.at()) : restart.isProved(entry, stored.moment());
        boolean changed = seen.isGone() && !stored.moment().gone();
        List<Present.Look> looks = looks(entry);
        if (restarted || changed || (isContradicted(looks) && !seen.isGone() && !running)) return settled(entry, seen);
        boolean inPlace = looks.stream().anyMatch(Present.AsAfter.class::isInstance);
        return new Outcome.Pending(entry.id(), entry.takesEffect(), seen.now(), seen.isGone() || inPlace);
    }

    private static Outcome settled(Entry entry, Seen seen) {
        return seen.isGone()
                ? new Outcome.Cured(entry.id(), seen.now())
                : new Outcome.NotCured(entry.id(), seen.still());
    }

    /// The last edit of a file decides what must be there now.
    private List<Present.Look> looks(Entry entry) {
        List<Present.Look> looks = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Step step : steps(entry).reversed()) {
            if (!(step instanceof Step.EditFile edit) || seen.add(edit.path())) looks.add(present.at(step));
        }
        return looks;
    }

    /// Whether something that can be looked at is not as the fix leaves it. What leaves no trace contradicts nothing.
    private static boolean isContradicted(List<Present.Look> looks) {
        return looks.stream().anyMatch(look -> !(look instanceof Present.AsAfter || look instanceof Present.Stateless));
    }

    private static List<Step> steps(Entry entry) {
        return entry.steps().stream().map(Entry.Done::step).toList();
    }
}
