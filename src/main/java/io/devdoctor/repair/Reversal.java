package io.devdoctor.repair;

import io.devdoctor.fix.Step;
import io.devdoctor.repair.Entry.Progress;
import io.devdoctor.repair.Entry.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reverses the steps of one journal entry, newest first, and never overwrites what somebody changed since.
final class Reversal {
    private final Stored stored;
    private final Transaction.Tools tools;
    private final StepRunner runner;

    Reversal(Stored stored, Transaction.Tools tools) {
        this.stored = stored;
        this.tools = tools;
        this.runner = tools.runner().about(stored.projects());
    }

    UndoOutcome run() throws IOException {
        return switch (stored.entry().state()) {
            // The last step that was begun may or may not have been done.
            case UNFINISHED -> rollBack();
            case UNDO_UNFINISHED -> reverse(Set.of(Progress.DONE, Progress.STARTED), State.UNDONE);
            case CURED,
                    PENDING,
                    NOT_CURED,
                    HANDED_OVER,
                    DECLINED,
                    FAILED,
                    CHANGED_MEANWHILE,
                    ROLLED_BACK,
                    UNDONE,
                    PARTLY_UNDONE,
                    UNREADABLE -> reverse(Set.of(Progress.DONE), State.UNDONE);
        };
    }

    private UndoOutcome rollBack() throws IOException {
        UndoOutcome outcome = reverse(Set.of(Progress.DONE, Progress.STARTED), State.ROLLED_BACK);
        if (outcome instanceof UndoOutcome.NothingToUndo) stored.file().outcome(now(), State.ROLLED_BACK, "");
        return outcome;
    }

    private UndoOutcome reverse(Set<Progress> which, State end) throws IOException {
        List<Integer> steps = indexes(which);
        steps.stream().map(this::step).filter(this::isInReach).forEach(runner::sweep);
        List<Integer> reversible = steps.stream()
                .filter(index -> step(index).isReversible())
                .filter(index -> !(step(index) instanceof Step.Manual))
                .toList();
        boolean begun = stored.entry().state() == State.UNDO_UNFINISHED;
        if (reversible.isEmpty() && !begun) return new UndoOutcome.NothingToUndo(id());
        List<Conflict> conflicts = conflicts(reversible);
        if (!conflicts.isEmpty()) return new UndoOutcome.ChangedSince(id(), conflicts);
        stored.file().undo(now());
        for (int index : reversible.reversed()) {
            if (reverse(index) instanceof StepResult.Failed failed) {
                return new UndoOutcome.Failed(id(), failed.reason(), failed.evidence());
            }
        }
        return settle(steps, reversible, end);
    }

    /// Whether something may be swept there: nothing is started for it.
    private boolean isInReach(Step step) {
        return !(step instanceof Step.EditDistroFile) || !(tools.present().at(step) instanceof Present.Unreadable);
    }

    private StepResult reverse(int index) throws IOException {
        Step step = step(index);
        Optional<StepResult.Failed> link = runner.leadingOut(step);
        if (link.isPresent()) return link.get();
        StepResult result = switch (tools.present().at(step)) {
            case Present.AsBefore _ -> new StepResult.Done("is as before already");
            case Present.Unreadable(StepResult.Failed failed) -> failed;
            case Present.Stateless _ when wasNotDone(index) -> new StepResult.Done("had not been done");
            case Present.AsAfter _, Present.Other _, Present.Stateless _ -> runner.undo(step);
        };
        if (result instanceof StepResult.Done(String detail)) {
            stored.file().step(now(), index + 1, Progress.UNDONE, detail);
        }
        return result;
    }

    /// A tool that was running when the process died leaves no trace but its effect.
    private boolean wasNotDone(int index) {
        boolean begun = stored.entry().steps().get(index).progress() == Progress.STARTED;
        return begun && !tools.proof().look(stored.complaints()).isGone();
    }

    /// The last edit of a file decides what must be there now.
    private List<Conflict> conflicts(List<Integer> reversible) {
        List<Conflict> conflicts = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (int index : reversible.reversed()) {
            if (step(index) instanceof Step.EditFile edit) {
                if (seen.contains(edit.path())) continue;
                seen.add(edit.path());
            }
            if (tools.present().at(step(index)) instanceof Present.Other(Conflict conflict)) conflicts.add(conflict);
        }
        return conflicts;
    }

    private UndoOutcome settle(List<Integer> steps, List<Integer> reversible, State end) throws IOException {
        List<Step> remaining = steps.stream()
                .filter(index -> !reversible.contains(index))
                .map(this::step)
                .filter(step -> !(step instanceof Step.Manual))
                .toList();
        Proof.Seen seen = tools.proof().look(stored.complaints());
        State state = remaining.isEmpty() ? end : State.PARTLY_UNDONE;
        stored.file().outcome(now(), state, seen.summary());
        return remaining.isEmpty()
                ? new UndoOutcome.Undone(id(), seen.now())
                : new UndoOutcome.PartlyUndone(id(), remaining, seen.now());
    }

    private List<Integer> indexes(Set<Progress> which) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < stored.entry().steps().size(); i++) {
            if (which.contains(stored.entry().steps().get(i).progress())) indexes.add(i);
        }
        return indexes;
    }

    private Step step(int index) {
        return stored.entry().steps().get(index).step();
    }

    private String id() {
        return stored.entry().id();
    }

    private java.time.Instant now() {
        return tools.clock().now();
    }
}
