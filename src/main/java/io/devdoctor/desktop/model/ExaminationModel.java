package io.devdoctor.desktop.model;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.examination.Machines;
import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.examination.Wish;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Runs examinations and holds the state of the newest one. Events of an examination that was overtaken by a newer
/// one are dropped.
public final class ExaminationModel {
    private final Machines machines;
    private final Supplier<List<String>> projects;
    private final Errands errands;
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Text>> refusal = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Target target = new Target.Live();
    private Optional<Examination> examination = Optional.empty();
    private Cancellation current = new Cancellation();

    /// @param projects folders that are examined with this machine
    public ExaminationModel(Machines machines, Supplier<List<String>> projects, Errands errands) {
        this.machines = machines;
        this.projects = projects;
        this.errands = errands;
    }

    public ReadOnlyObjectProperty<RunState> state() {
        return state.getReadOnlyProperty();
    }

    /// Why the last recording could not be opened.
    public ReadOnlyObjectProperty<Optional<Text>> refusal() {
        return refusal.getReadOnlyProperty();
    }

    public Machines machines() {
        return machines;
    }

    public Target target() {
        return target;
    }

    /// The machine on show, to be asked more.
    Optional<Examination> examination() {
        return examination;
    }

    public void dismissRefusal() {
        refusal.set(Optional.empty());
    }

    /// Nobody needs to be told any more that the newer run was cancelled.
    public void dismissCancelled() {
        state.set(state.get().acknowledged());
    }

    public void again() {
        examine(target);
    }

    /// Asks one area of the finished run once more, and keeps the rest of it.
    public void askAgain(Area area) {
        askAgain(Text.of("area." + area.id()), check -> check.area() == area);
    }

    /// Asks one check of the finished run once more, and keeps the rest of it.
    public void askAgain(CheckInfo check) {
        askAgain(Text.of(check.nameKey()), each -> each.id().equals(check.id()));
    }

    private void askAgain(Text what, Predicate<CheckInfo> wanted) {
        RunState standing = state.get();
        if (standing.result().isEmpty() || standing.isBusy()) return;
        start(target, new Some(what, wanted));
    }

    /// Starts an examination and returns at once; an examination still under way is abandoned.
    public void examine(Target next) {
        RunState now = state.get();
        start(next, new Whole(next.equals(target) ? now.before().orElse(now) : RunState.NOTHING));
    }

    /// Ends the run under way early. What stood before stands again; if nothing did, what was found so far stays.
    public void cancel() {
        if (state.get().isBusy()) current.cancel();
    }

    private void start(Target next, Course course) {
        refusal.set(Optional.empty());
        Cancellation mine = new Cancellation();
        current.cancel();
        current = mine;
        Thread.ofVirtual().name("examination").start(() -> run(next, course, mine));
    }

    /// The finished run of this machine as its person hears of it who has these mutes from now on.
    void hear(MachineMutes mutes) {
        if (!state.get().isReplay()) state.set(state.get().hearing(mutes));
    }

    private void run(Target next, Course course, Cancellation mine) {
        try {
            Examination opened = open(next);
            errands.tell(() -> {
                if (mine != current) return;
                target = next;
                examination = Optional.of(opened);
            });
            AtomicReference<RunState> latest = new AtomicReference<>(RunState.NOTHING);
            AtomicBoolean unseen = new AtomicBoolean();
            // Several events may be folded before the window looks: it then sees the newest state once.
            Consumer<ExaminationEvent> listener = event -> {
                latest.updateAndGet(before -> before.after(event));
                if (unseen.getAndSet(true)) return;
                errands.tell(() -> {
                    unseen.set(false);
                    show(course, latest.get(), mine);
                });
            };
            course.narrow(opened).run(listener, mine);
        } catch (UnusableRecording e) {
            refuse(e.reason(), mine);
        } catch (IOException e) {
            refuse(Text.of("desktop.recording.unreadable", String.valueOf(e.getMessage())), mine);
        } catch (RuntimeException | Error e) {
            errands.failed(e);
        }
    }

    private Examination open(Target next) throws IOException, UnusableRecording {
        return switch (next) {
            case Target.Live _ -> machines.live(Wish.of(projects.get()));
            case Target.Recording(var file) -> machines.recorded(file);
            case Target.Sample(var name) -> machines.sample(name);
        };
    }

    private void show(Course course, RunState run, Cancellation mine) {
        if (mine == current) state.set(course.shown(state.get(), run, mine.isCancelled()));
    }

    private void refuse(Text reason, Cancellation mine) {
        errands.tell(() -> {
            if (mine == current) refusal.set(Optional.of(reason));
        });
    }

    /// What a run is for, and what of it is shown as it goes on.
    private sealed interface Course {
        Examination narrow(Examination whole);

        /// @param now what is shown at present
        RunState shown(RunState now, RunState run, boolean cancelled);
    }

    /// @param before stands again if the run is ended early
    private record Whole(RunState before) implements Course {
        @Override
        public Examination narrow(Examination whole) {
            return whole;
        }

        @Override
        public RunState shown(RunState now, RunState run, boolean cancelled) {
            if (before.result().isEmpty()) return cancelled && run.result().isPresent() ? run.endedEarly() : run;
            // The newest of it: what is muted may have changed meanwhile.
            RunState stands = now.before().orElse(before);
            if (run.result().isEmpty()) return run.over(stands);
            return cancelled ? stands.stillStanding() : run;
        }
    }

    /// A part of the run that stands is asked once more.
    private record Some(Text what, Predicate<CheckInfo> wanted) implements Course {
        @Override
        public Examination narrow(Examination whole) {
            return whole.only(wanted);
        }

        @Override
        public RunState shown(RunState now, RunState run, boolean cancelled) {
            if (run.result().isEmpty()) return now.during(run);
            return cancelled ? now.stillStanding() : now.renewed(run, what);
        }
    }
}
