package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// One transaction as the journal tells it.
///
/// @param id      sorts by time, for example `20261120T080000123Z-wsl.config-memory`
/// @param finding what it was to cure
/// @param proof   what was seen when it ended, technical; "" while it has not
public record Entry(
        String id,
        Instant at,
        Asker asker,
        String fix,
        Finding.Key finding,
        Text title,
        Set<Effect> effects,
        TakesEffect takesEffect,
        List<Done> steps,
        State state,
        String proof) {
    public Entry {
        effects = Set.copyOf(effects);
        steps = List.copyOf(steps);
    }

    /// One step and how far it came.
    public record Done(Step step, Progress progress) {}

    public enum Progress {
        PLANNED,
        /// Begun; whether it was done must be looked at.
        STARTED,
        DONE,
        FAILED,
        UNDONE
    }

    public enum State {
        /// Interrupted; [Repairer#resume] completes it or rolls it back.
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
        UNDO_UNFINISHED
    }

    /// Whether an undo would put anything back.
    public boolean canUndo() {
        boolean settled = state == State.CURED || state == State.PENDING || state == State.NOT_CURED;
        return settled && steps.stream().anyMatch(Entry::isToUndo);
    }

    static boolean isToUndo(Done done) {
        return done.progress() == Progress.DONE && done.step().isReversible() && !(done.step() instanceof Step.Manual);
    }
}
