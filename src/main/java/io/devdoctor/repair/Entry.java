package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One transaction as the journal tells it.
///
/// @param id      sorts by time, for example `20261120T080000123Z-wsl.config-memory`
/// @param fix     what was run; `<check id>/<name>`, or [Plan#MERGED]
/// @param cures   what it was to cure
/// @param proof   what was seen when it ended, technical; "" while it has not
/// @param events  how it went, oldest first
public record Entry(
        String id,
        Instant at,
        Asker asker,
        String fix,
        List<Cure> cures,
        Text title,
        Set<Effect> effects,
        TakesEffect takesEffect,
        List<Done> steps,
        State state,
        String proof,
        List<EntryEvent> events) {
    public Entry {
        cures = List.copyOf(cures);
        effects = Set.copyOf(effects);
        steps = List.copyOf(steps);
        events = List.copyOf(events);
    }

    /// A finding as it was when the fix was applied.
    ///
    /// @param fix that was taken for it
    public record Cure(Finding.Key finding, Verdict verdict, Text title, String fix) {}

    /// Whether it was to cure this finding.
    public boolean isAbout(Finding.Key finding) {
        return cures.stream().anyMatch(cure -> cure.finding().equals(finding));
    }

    /// One step and how far it came.
    public record Done(Step step, Progress progress) {}

    public enum Progress {
        PLANNED,
        /// Begun; whether it was done must be looked at.
        STARTED,
        DONE,
        /// It was so already when its turn came: somebody else's doing, which an undo leaves alone.
        FOUND,
        FAILED,
        UNDONE
    }

    public enum State {
        /// Interrupted; [Repairer#complete] finishes it, [Repairer#rollBack] takes it back.
        UNFINISHED,
        CURED,
        PENDING,
        NOT_CURED,
        HANDED_OVER,
        DECLINED,
        FAILED,
        /// The machine had changed; nothing was done.
        CHANGED_MEANWHILE,
        ROLLED_BACK,
        UNDONE,
        PARTLY_UNDONE,
        /// An undo was interrupted.
        UNDO_UNFINISHED,
        /// The journal's record ends within its first line: nothing was changed by it.
        NEVER_BEGUN,
        /// The journal's record is damaged or a newer DevDoctor wrote it; `proof` says what is wrong with it.
        UNREADABLE;

        /// How an entry stands after a transaction ended like this.
        static State of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Cured _ -> CURED;
                case Outcome.Pending _ -> PENDING;
                case Outcome.NotCured _ -> NOT_CURED;
                case Outcome.HandedOver _ -> HANDED_OVER;
                case Outcome.Declined _ -> DECLINED;
                case Outcome.Failed _ -> FAILED;
                case Outcome.ChangedMeanwhile _ -> CHANGED_MEANWHILE;
                case Outcome.Refused _ -> throw new IllegalStateException("a refusal stands in no journal");
            };
        }
    }

    /// Whether at least its intent can be read; else nobody knows who asked, and for what.
    public boolean isTold() {
        return !cures.isEmpty();
    }

    /// Whether an undo would put anything back.
    public boolean canUndo() {
        return hasEnded(this) && steps.stream().anyMatch(Entry::isToUndo);
    }

    /// Whether an apply or an undo was interrupted.
    public boolean isUnfinished() {
        return state == State.UNFINISHED || state == State.UNDO_UNFINISHED;
    }

    /// How it ended before the latest undo began; empty if it had not ended.
    Optional<State> endedBeforeUndo() {
        Optional<State> ended = Optional.empty();
        Optional<State> before = Optional.empty();
        for (EntryEvent event : events) {
            if (event instanceof EntryEvent.UndoBegun) before = ended;
            if (event instanceof EntryEvent.Ended end) ended = Optional.of(end.state());
        }
        return before;
    }

    static boolean hasEnded(Entry entry) {
        return !entry.isUnfinished();
    }

    static boolean isToUndo(Done done) {
        return done.progress() == Progress.DONE && done.step().isReversible() && !(done.step() instanceof Step.Manual);
    }
}
