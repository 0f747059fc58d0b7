package io.devdoctor.repair;

import io.devdoctor.fix.Step;
import io.devdoctor.repair.Entry.Progress;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The steps of one transaction, how far each has come, and how the machine looks to each.
final class Steps {
    private final Stored stored;
    private final Transaction.Tools tools;
    private final StepRunner runner;
    private final List<Progress> progress;

    Steps(Stored stored, Transaction.Tools tools) {
        this.stored = stored;
        this.tools = tools;
        this.runner = tools.runner().about(stored.projects());
        this.progress = new ArrayList<>(
                stored.entry().steps().stream().map(Entry.Done::progress).toList());
    }

    int size() {
        return progress.size();
    }

    Step step(int index) {
        return stored.entry().steps().get(index).step();
    }

    Progress progress(int index) {
        return progress.get(index);
    }

    StepRunner runner() {
        return runner;
    }

    void note(int index, Progress now, String detail) throws IOException {
        stored.file().step(tools.clock().now(), index + 1, now, detail);
        progress.set(index, now);
    }

    /// Whether something was done before an interruption; what was is noted, so that it can be put back.
    boolean isBegun() throws IOException {
        for (int i = 0; i < progress.size(); i++) {
            if (progress.get(i) == Progress.STARTED && look(step(i)) instanceof Present.AsAfter) {
                note(i, Progress.DONE, "is there already");
            }
        }
        return progress.contains(Progress.DONE);
    }

    /// Those that are not done, swept of what an interruption left.
    Deque<Integer> toDo() {
        Deque<Integer> waiting = new ArrayDeque<>();
        for (int i = 0; i < progress.size(); i++) {
            if (progress.get(i) == Progress.STARTED) runner.sweep(step(i));
            if (progress.get(i) != Progress.DONE && progress.get(i) != Progress.FOUND) waiting.add(i);
        }
        return waiting;
    }

    /// Before anything is done: whether every thing is as planned, or as a step that was done already left it.
    Present.Look lookAtAll() {
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

    Present.Look look(Step step) {
        return runner.leadingOut(step)
                .<Present.Look>map(Present.Unreadable::new)
                .orElseGet(() -> tools.present().at(step));
    }

    /// Undoes, newest first, what was done before the failure, as far as it can be; and starts what was stopped. That
    /// it was begun is noted: after an interruption it can only be finished.
    void putBack() throws IOException {
        if (!progress.contains(Progress.DONE)) {
            startAgain();
            return;
        }
        stored.file().undo(tools.clock().now(), stored.entry().asker());
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
}
