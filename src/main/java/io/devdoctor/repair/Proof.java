package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/// Reads the parts involved again and says whether the complaint is gone.
record Proof(Reexamination again, Present present, Restart restart, Patience patience) {

    /// @param now    the same checks about the same subjects, and what they could not read
    /// @param still  what speaks against a cure
    /// @param gone   those whose cure is proved; without anything that was read none is
    /// @param isGone whether all of them are
    /// @param beside what the same checks say about other subjects, where they say nothing of these any more
    record Seen(List<Finding> now, List<Finding> still, Set<Finding.Key> gone, boolean isGone, List<Finding> beside) {
        private static final int FEW = 5;

        /// What shows how it ended.
        List<Finding> proof() {
            return now.isEmpty() ? beside.stream().limit(FEW).toList() : now;
        }

        /// Whether nothing but silence speaks against the cure, as while Docker Desktop starts.
        boolean isUnread() {
            return still.stream()
                    .allMatch(finding ->
                            finding.verdict() == Verdict.UNKNOWN || finding.verdict() == Verdict.NOT_APPLICABLE);
        }

        /// Technical, for the journal.
        String summary() {
            return now.stream()
                    .map(finding -> finding.verdict() + " " + finding.title().key())
                    .collect(Collectors.joining("; "));
        }
    }

    Seen look(List<Complaint> complaints) {
        SequencedSet<Finding> now = new LinkedHashSet<>();
        SequencedSet<Finding> still = new LinkedHashSet<>();
        Set<Finding.Key> gone = new LinkedHashSet<>();
        SequencedSet<Finding> beside = new LinkedHashSet<>();
        Map<List<String>, List<Complaint>> places =
                complaints.stream().collect(Collectors.groupingBy(Complaint::projects));
        places.forEach((projects, here) -> {
            List<Finding> all = again.about(projects).of(checks(here));
            for (Complaint complaint : here) {
                List<Finding> same =
                        all.stream().filter(complaint::isOfSameCheck).toList();
                same.stream().filter(complaint::concerns).forEach(now::add);
                beside.addAll(same);
                if (complaint.isGoneFrom(same)) gone.add(complaint.key());
                else still.addAll(against(complaint, same));
            }
        });
        return new Seen(
                List.copyOf(now),
                List.copyOf(still),
                gone,
                complaints.stream().map(Complaint::key).allMatch(gone::contains),
                List.copyOf(beside));
    }

    private static List<Finding> against(Complaint complaint, List<Finding> same) {
        List<Finding> against = same.stream().filter(complaint::isSeenIn).toList();
        return against.isEmpty() ? same : against;
    }

    private static Set<String> checks(List<Complaint> complaints) {
        return complaints.stream().map(complaint -> complaint.key().check()).collect(Collectors.toSet());
    }

    /// As [#look], waiting for what a step started.
    Seen await(Stored stored) {
        AtomicReference<Seen> seen = new AtomicReference<>(look(stored.complaints()));
        if (Patience.isNeededFor(steps(stored.entry())) && !seen.get().isGone()) {
            patience.until(() -> {
                seen.set(look(stored.complaints()));
                return seen.get().isGone();
            });
        }
        return seen.get();
    }

    Moment moment(Entry entry, Seen seen) {
        return new Moment(seen.isGone(), restart.live(entry.takesEffect()), restart.boot());
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
        boolean restarted = running ? restart.hasBooted(stored.moment()) : restart.isProved(entry, stored.moment());
        boolean changed = seen.isGone() && !stored.moment().gone();
        List<Present.Look> looks = looks(entry);
        boolean silent = !seen.isGone() && seen.isUnread();
        if (!silent && (restarted || changed)) return settled(entry, seen);
        if (isContradicted(looks) && !seen.isGone() && !running) return settled(entry, seen);
        boolean inPlace = looks.stream().anyMatch(Present.AsAfter.class::isInstance);
        return new Outcome.Pending(entry.id(), entry.takesEffect(), seen.now(), seen.isGone() || inPlace);
    }

    /// After a restart nothing is waited for.
    static Outcome settled(Entry entry, Seen seen) {
        return seen.isGone()
                ? new Outcome.Cured(entry.id(), seen.now())
                : new Outcome.NotCured(entry.id(), seen.still(), seen.gone());
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
