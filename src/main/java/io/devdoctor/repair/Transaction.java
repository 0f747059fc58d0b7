package io.devdoctor.repair;

import io.devdoctor.fix.Step;
import io.devdoctor.machine.Source;
import io.devdoctor.repair.Entry.Progress;
import io.devdoctor.repair.Entry.State;
import io.devdoctor.system.WallClock;
import io.devdoctor.system.change.ChangeResult.Reason;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Runs the steps of one journal entry to the end, from wherever they stand; on a failure puts back what it can.
final class Transaction {
    private final EntryFile file;
    private final Stored stored;
    private final Tools tools;
    private final Consumer<? super RepairEvent> listener;
    private final Steps steps;

    /// What every transaction works with.
    record Tools(WallClock clock, Present present, StepRunner runner, Proof proof) {}

    Transaction(Stored stored, Tools tools, Consumer<? super RepairEvent> listener) {
        this.file = stored.file();
        this.stored = stored;
        this.tools = tools;
        this.listener = listener;
        this.steps = new Steps(stored, tools);
    }

    /// Looks whether *before* still holds, does every step that is not done, proves.
    Outcome complete() throws IOException {
        Present.Look before = steps.lookAtAll();
        if (!(before instanceof Present.Stateless) && steps.isBegun()) return stop(failed(before));
        switch (before) {
            case Present.Other(Conflict conflict) -> {
                settle(State.CHANGED_MEANWHILE, conflict.what());
                return new Outcome.ChangedMeanwhile(List.of(conflict));
            }
            case Present.Unreadable(StepResult.Failed failed) -> {
                return fail(failed);
            }
            case Present.AsBefore _, Present.AsAfter _, Present.Stateless _ -> {}
        }
        Deque<Integer> waiting = steps.toDo();
        Deque<Integer> inUse = new ArrayDeque<>();
        while (!waiting.isEmpty()) {
            int index = waiting.remove();
            StepResult result = run(index);
            if (result instanceof StepResult.Done) {
                // What was needed by this object may be free now.
                waiting.addAll(inUse);
                inUse.clear();
            } else if (result instanceof StepResult.StillRunning(String detail)) {
                return stillRunning(detail);
            } else if (isInUse(result) && !waiting.isEmpty()) {
                inUse.add(index);
            } else {
                return stop(result);
            }
        }
        return prove();
    }

    private StepResult failed(Present.Look look) {
        return switch (look) {
            case Present.Other(Conflict conflict) -> changed(conflict);
            case Present.Unreadable(StepResult.Failed failed) -> failed;
            case Present.AsBefore _, Present.AsAfter _, Present.Stateless _ ->
                throw new IllegalStateException("nothing bars the way");
        };
    }

    private static boolean isInUse(StepResult result) {
        return result instanceof StepResult.Failed(Reason why, var _, var _) && why == Reason.IN_USE;
    }

    private StepResult run(int index) throws IOException {
        Step step = steps.step(index);
        listener.accept(new RepairEvent.StepStarted(index + 1, steps.size(), step));
        Present.Look now = steps.look(step);
        // Begun before an interruption it is ours, else somebody else's.
        Progress end = now instanceof Present.AsAfter && steps.progress(index) != Progress.STARTED
                ? Progress.FOUND
                : Progress.DONE;
        StepResult result = switch (now) {
            case Present.AsAfter _ -> new StepResult.Done("is there already");
            case Present.Unreadable(StepResult.Failed failed) -> failed;
            case Present.Other(Conflict conflict) -> changed(conflict);
            case Present.Stateless _
            when wasDone(index) -> new StepResult.Done("had been done before the interruption");
            case Present.AsBefore _, Present.Stateless _ -> {
                steps.note(index, Progress.STARTED, "");
                yield steps.runner().apply(step);
            }
        };
        switch (result) {
            case StepResult.Done(String detail) -> {
                steps.note(index, end, detail);
                listener.accept(new RepairEvent.StepDone(index + 1, steps.size(), step));
            }
            case StepResult.StillRunning(String detail) -> steps.note(index, Progress.STARTED, detail);
            case StepResult.Declined _ -> steps.note(index, Progress.FAILED, "declined");
            case StepResult.Failed failed -> steps.note(index, Progress.FAILED, failed.detail());
        }
        return result;
    }

    /// A tool that was running when the process died leaves no trace but its effect. What may run twice does: that the
    /// complaint is gone may be the doing of another step.
    private boolean wasDone(int index) {
        boolean begun = stored.entry().steps().get(index).progress() == Progress.STARTED;
        return begun
                && !Again.isHarmless(steps.step(index))
                && tools.proof().look(stored.complaints()).isGone();
    }

    private StepResult.Failed changed(Conflict conflict) {
        return StepResult.failed(
                Reason.FAILED,
                Source.Kind.DERIVED,
                conflict.what(),
                "changed meanwhile",
                tools.clock().now());
    }

    private Outcome stop(StepResult result) throws IOException {
        steps.putBack();
        return switch (result) {
            case StepResult.Failed failed -> fail(failed);
            case StepResult.Declined _ -> {
                settle(State.DECLINED, "");
                yield new Outcome.Declined(file.id());
            }
            case StepResult.Done _, StepResult.StillRunning _ ->
                throw new IllegalStateException("a step that is done or runs stops nothing");
        };
    }

    private Outcome fail(StepResult.Failed failed) throws IOException {
        settle(State.FAILED, failed.detail());
        return new Outcome.Failed(file.id(), failed.reason(), failed.evidence());
    }

    private Outcome prove() throws IOException {
        listener.accept(new RepairEvent.Proving());
        Proof.Seen seen = tools.proof().await(stored);
        Outcome outcome = tools.proof().judge(stored.entry(), seen);
        return settle(outcome, seen);
    }

    /// Whether it did what it was to do is looked at later.
    private Outcome stillRunning(String detail) throws IOException {
        Proof.Seen seen = tools.proof().look(stored.complaints());
        file.outcome(tools.clock().now(), State.PENDING, detail, tools.proof().moment(stored.entry(), seen));
        return new Outcome.Pending(file.id(), stored.entry().takesEffect(), seen.now(), false);
    }

    private Outcome settle(Outcome outcome, Proof.Seen seen) throws IOException {
        Moment moment = outcome instanceof Outcome.Pending
                ? tools.proof().moment(stored.entry(), seen)
                : new Moment(seen.isGone(), "");
        file.outcome(tools.clock().now(), Entry.State.of(outcome), seen, moment);
        return outcome;
    }

    private void settle(State state, String proof) throws IOException {
        file.outcome(tools.clock().now(), state, proof);
    }
}
