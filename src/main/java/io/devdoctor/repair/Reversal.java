package io.devdoctor.repair;

import io.devdoctor.check.Evidence;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.Source;
import io.devdoctor.repair.Entry.Progress;
import io.devdoctor.repair.Entry.State;
import io.devdoctor.repair.UndoScope.Conflicting;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reverses the steps of one journal entry, newest first, and never overwrites what somebody changed since.
final class Reversal {
    private final Stored stored;
    private final Transaction.Tools tools;
    private final StepRunner runner;
    private final UndoScope scope;
    private final Asker asker;

    Reversal(Stored stored, Transaction.Tools tools, Entries entries, Asker asker) {
        this.stored = stored;
        this.tools = tools;
        this.runner = tools.runner().about(stored.projects());
        this.scope = new UndoScope(stored, tools.present(), entries);
        this.asker = asker;
    }

    UndoOutcome run() throws IOException {
        if (stored.entry().state() != State.UNFINISHED) return reverse(State.UNDONE);
        UndoOutcome outcome = reverse(State.ROLLED_BACK);
        if (outcome instanceof UndoOutcome.NothingToUndo) stored.file().outcome(now(), State.ROLLED_BACK, "");
        return outcome;
    }

    private UndoOutcome reverse(State end) throws IOException {
        scope.steps().stream().map(scope::step).filter(this::isInReach).forEach(runner::sweep);
        List<Integer> reversible = scope.reversible();
        boolean begun = stored.entry().state() == State.UNDO_UNFINISHED;
        if (reversible.isEmpty() && !begun) return new UndoOutcome.NothingToUndo(id());
        List<Conflicting> conflicts = scope.conflicts();
        if (!conflicts.isEmpty()) {
            if (stored.isUnfinished()) giveUp(conflicts.getFirst().conflict().what());
            return scope.changedSince(conflicts);
        }
        stored.file().undo(now(), asker);
        int done = 0;
        for (int index : reversible.reversed()) {
            Optional<UndoOutcome> stopped = reverse(index, done);
            if (stopped.isPresent()) {
                startAgain(reversible, index);
                return stopped.get();
            }
            done++;
        }
        return settle(end);
    }

    /// What was stopped must run again even if the undo cannot go on.
    private void startAgain(List<Integer> reversible, int failed) {
        for (int index : reversible.reversed()) {
            if (index <= failed) Again.start(scope.step(index)).ifPresent(runner::apply);
        }
    }

    /// Whether something may be swept there: nothing is started for it.
    private boolean isInReach(Step step) {
        return !(step instanceof Step.EditDistroFile) || !(tools.present().at(step) instanceof Present.Unreadable);
    }

    /// @param done how many were put back before
    /// @return how the whole undo ends, if it cannot go on
    private Optional<UndoOutcome> reverse(int index, int done) throws IOException {
        Step step = scope.step(index);
        Optional<StepResult.Failed> link = runner.leadingOut(step);
        if (link.isPresent()) return stopped(link.get(), step, done);
        Present.Look look = tools.present().at(step);
        if (look instanceof Present.Other(Conflict conflict)) {
            // Somebody came between the look at everything and this step.
            stop(done, conflict.what());
            return Optional.of(scope.changedSince(List.of(new Conflicting(step, conflict))));
        }
        StepResult result = switch (look) {
            case Present.AsBefore _ -> new StepResult.Done("is as before already");
            case Present.Unreadable(StepResult.Failed failed) -> failed;
            case Present.Stateless _ when wasNotDone(index) -> new StepResult.Done("had not been done");
            case Present.AsAfter _, Present.Other _, Present.Stateless _ -> runner.undo(step);
        };
        if (result instanceof StepResult.Done(String detail)) {
            stored.file().step(now(), index + 1, Progress.UNDONE, detail);
        }
        return stopped(result, step, done);
    }

    private Optional<UndoOutcome> stopped(StepResult result, Step step, int done) throws IOException {
        return switch (result) {
            case StepResult.Done _ -> Optional.empty();
            case StepResult.Failed failed -> {
                stop(done, failed.detail());
                yield Optional.of(new UndoOutcome.Failed(id(), failed.reason(), failed.evidence()));
            }
            case StepResult.Declined _ -> {
                stop(done, "declined");
                yield Optional.of(new UndoOutcome.Declined(id()));
            }
            case StepResult.StillRunning(String detail) -> {
                stop(done, detail);
                yield Optional.of(stillRunning(step, detail));
            }
        };
    }

    private UndoOutcome stillRunning(Step step, String detail) {
        String line = Inverse.of(step)
                .filter(Step.RunTool.class::isInstance)
                .map(inverse -> String.join(" ", ((Step.RunTool) inverse).commandLine()))
                .orElse("");
        Evidence said = Evidence.of("repair.evidence.said", detail, new Source(Source.Kind.COMMAND, line, now()));
        return new UndoOutcome.Failed(id(), Text.of("repair.failed.STILL_RUNNING", line), List.of(said));
    }

    /// An undo that cannot go on is over, so that it blocks nothing else; what it put back stays so, the rest can be
    /// undone later. What never ended before cannot end so.
    private void stop(int done, String detail) throws IOException {
        Entry entry = stored.entry();
        Optional<State> before = entry.state() == State.UNDO_UNFINISHED
                ? entry.endedBeforeUndo()
                : Optional.of(entry.state()).filter(state -> state != State.UNFINISHED);
        if (before.isEmpty()) return;
        boolean partly = done > 0 || entry.steps().stream().anyMatch(step -> step.progress() == Progress.UNDONE);
        stored.file().outcome(now(), partly ? State.PARTLY_UNDONE : before.get(), detail, stored.moment());
    }

    /// What was interrupted and then changed by somebody else can neither be finished nor taken back by itself, and is
    /// not to bar the way for ever. What it left behind can still be undone when everything is as it left it.
    private void giveUp(String changed) throws IOException {
        Entry entry = stored.entry();
        for (int index : scope.steps()) {
            boolean begun = entry.steps().get(index).progress() == Progress.STARTED;
            if (begun && tools.present().at(scope.step(index)) instanceof Present.AsAfter) {
                stored.file().step(now(), index + 1, Progress.DONE, "is there already");
            }
        }
        boolean partly = entry.steps().stream().anyMatch(step -> step.progress() == Progress.UNDONE);
        State end = partly ? State.PARTLY_UNDONE : entry.endedBeforeUndo().orElse(State.CHANGED_MEANWHILE);
        stored.file().outcome(now(), end, changed, stored.moment());
    }

    /// A tool that was running when the process died leaves no trace but its effect. What may have been stopped is
    /// started.
    private boolean wasNotDone(int index) {
        boolean begun = stored.entry().steps().get(index).progress() == Progress.STARTED;
        boolean stops = Again.start(scope.step(index)).isPresent();
        return begun && !stops && !tools.proof().look(stored.complaints()).isGone();
    }

    /// What waited for a restart was not in force yet.
    private TakesEffect inForce() {
        boolean was = stored.entry().state() == State.CURED || stored.entry().state() == State.NOT_CURED;
        return was ? stored.entry().takesEffect() : TakesEffect.NOW;
    }

    private UndoOutcome settle(State end) throws IOException {
        List<Step> remaining = scope.staying();
        Proof.Seen seen = tools.proof().look(stored.complaints());
        stored.file().outcome(now(), remaining.isEmpty() ? end : State.PARTLY_UNDONE, seen);
        return remaining.isEmpty()
                ? new UndoOutcome.Undone(id(), seen.now(), inForce())
                : new UndoOutcome.PartlyUndone(id(), remaining, seen.now());
    }

    private String id() {
        return stored.entry().id();
    }

    private Instant now() {
        return tools.clock().now();
    }
}
