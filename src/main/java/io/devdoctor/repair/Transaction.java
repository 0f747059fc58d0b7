package io.devdoctor.repair;

import io.devdoctor.fix.Step;
import io.devdoctor.repair.Entry.Progress;
import io.devdoctor.repair.Entry.State;
import io.devdoctor.system.WallClock;
import io.devdoctor.system.change.ChangeResult.Reason;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Runs the steps of one journal entry to the end, from wherever they stand; on a failure puts back what it can.
final class Transaction {
    private final EntryFile file;
    private final Stored stored;
    private final Tools tools;
    private final StepRunner runner;
    private final Consumer<? super RepairEvent> listener;
    private final List<Progress> progress;

    /// What every transaction works with.
    record Tools(WallClock clock, Present present, StepRunner runner, Proof proof) {}

    Transaction(Stored stored, Tools tools, Consumer<? super RepairEvent> listener) {
        this.file = stored.file();
        this.stored = stored;
        this.tools = tools;
        this.runner = tools.runner().about(stored.projects());
        this.listener = listener;
        this.progress = new ArrayList<>(
                stored.entry().steps().stream().map(Entry.Done::progress).toList());
    }

    /// Looks whether *before* still holds, does every step that is not done, proves.
    Outcome complete() throws IOException {
        Present.Look before = lookAtAll();
        if (!(before instanceof Present.Stateless) && isBegun()) return stop(failed(before));
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
        Deque<Integer> waiting = toDo();
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

    /// Whether something was done before an interruption; what was is noted, so that it can be put back.
    private boolean isBegun() throws IOException {
        for (int i = 0; i < progress.size(); i++) {
            if (progress.get(i) == Progress.STARTED && look(step(i)) instanceof Present.AsAfter) {
                note(i, Progress.DONE, "is there already");
            }
        }
        return progress.contains(Progress.DONE);
    }

    private StepResult failed(Present.Look look) {
        return switch (look) {
            case Present.Other(Conflict conflict) -> changed(conflict);
            case Present.Unreadable(StepResult.Failed failed) -> failed;
            case Present.AsBefore _, Present.AsAfter _, Present.Stateless _ ->
                throw new IllegalStateException("nothing bars the way");
        };
    }

    private Deque<Integer> toDo() {
        Deque<Integer> waiting = new ArrayDeque<>();
        for (int i = 0; i < progress.size(); i++) {
            if (progress.get(i) == Progress.STARTED) runner.sweep(step(i));
            if (progress.get(i) != Progress.DONE && progress.get(i) != Progress.FOUND) waiting.add(i);
        }
        return waiting;
    }

    private static boolean isInUse(StepResult result) {
        return result instanceof StepResult.Failed(Reason why, var _, var _) && why == Reason.IN_USE;
    }

    private StepResult run(int index) throws IOException {
        Step step = step(index);
        listener.accept(new RepairEvent.StepStarted(index + 1, progress.size(), step));
        Present.Look now = look(step);
        // Begun before an interruption it is ours, else somebody else's.
        Progress end = now instanceof Present.AsAfter && progress.get(index) != Progress.STARTED
                ? Progress.FOUND
                : Progress.DONE;
        StepResult result = switch (now) {
            case Present.AsAfter _ -> new StepResult.Done("is there already");
            case Present.Unreadable(StepResult.Failed failed) -> failed;
            case Present.Other(Conflict conflict) -> changed(conflict);
            case Present.Stateless _
            when wasDone(index) -> new StepResult.Done("had been done before the interruption");
            case Present.AsBefore _, Present.Stateless _ -> {
                note(index, Progress.STARTED, "");
                yield runner.apply(step);
            }
        };
        switch (result) {
            case StepResult.Done(String detail) -> {
                note(index, end, detail);
                listener.accept(new RepairEvent.StepDone(index + 1, progress.size(), step));
            }
            case StepResult.StillRunning(String detail) -> note(index, Progress.STARTED, detail);
            case StepResult.Declined _ -> note(index, Progress.FAILED, "declined");
            case StepResult.Failed failed -> note(index, Progress.FAILED, failed.detail());
        }
        return result;
    }

    /// A tool that was running when the process died leaves no trace but its effect. What may run twice does: that the
    /// complaint is gone may be the doing of another step.
    private boolean wasDone(int index) {
        boolean begun = stored.entry().steps().get(index).progress() == Progress.STARTED;
        return begun
                && !Again.isHarmless(step(index))
                && tools.proof().look(stored.complaints()).isGone();
    }

    /// Before anything is done: whether every thing is as planned, or as a step that was done already left it.
    private Present.Look lookAtAll() {
        Set<String> touched = new HashSet<>();
        for (int i = 0; i < progress.size(); i++) {
            Step step = step(i);
            // A second edit of one file finds its *before* only after the first.
            if (step instanceof Step.EditFile edit && !touched.add(edit.path())) continue;
            Present.Look look = look(step);
            if (look instanceof Present.Other || look instanceof Present.Unreadable) return look;
        }
        return new Present.Stateless();
    }

    private Present.Look look(Step step) {
        return runner.leadingOut(step)
                .<Present.Look>map(Present.Unreadable::new)
                .orElseGet(() -> tools.present().at(step));
    }

    private StepResult.Failed changed(Conflict conflict) {
        return StepResult.failed(
                Reason.FAILED,
                io.devdoctor.machine.Source.Kind.DERIVED,
                conflict.what(),
                "changed meanwhile",
                tools.clock().now());
    }

    private Outcome stop(StepResult result) throws IOException {
        putBack();
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

    /// Undoes, newest first, what was done before the failure, as far as it can be; and starts what was stopped. That
    /// it was begun is noted: after an interruption it can only be finished.
    private void putBack() throws IOException {
        if (!progress.contains(Progress.DONE)) {
            startAgain();
            return;
        }
        file.undo(tools.clock().now(), stored.entry().asker());
        for (int i = progress.size() - 1; i >= 0; i--) {
            Step step = step(i);
            if (!Entry.isToUndo(new Entry.Done(step, progress.get(i)))) continue;
            switch (look(step)) {
                case Present.AsBefore _ -> note(i, Progress.UNDONE, "is as before already");
                case Present.AsAfter _, Present.Stateless _ -> {
                    if (runner.undo(step) instanceof StepResult.Done) note(i, Progress.UNDONE, "");
                }
                case Present.Other _, Present.Unreadable _ -> {
                    // What cannot be read, or is somebody else's by now, is left as it is.
                }
            }
        }
        startAgain();
    }

    /// A step that failed may have stopped something before it did.
    private void startAgain() {
        for (int i = progress.size() - 1; i >= 0; i--) {
            boolean begun = progress.get(i) == Progress.DONE || progress.get(i) == Progress.FAILED;
            if (begun) Again.start(step(i)).ifPresent(runner::apply);
        }
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

    private Step step(int index) {
        return stored.entry().steps().get(index).step();
    }

    private void note(int index, Progress now, String detail) throws IOException {
        file.step(tools.clock().now(), index + 1, now, detail);
        progress.set(index, now);
    }

    private void settle(State state, String proof) throws IOException {
        file.outcome(tools.clock().now(), state, proof);
    }
}
