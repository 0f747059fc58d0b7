package io.devdoctor.desktop.model;

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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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

    public void again() {
        examine(target);
    }

    /// Starts an examination and returns at once; an examination still under way is abandoned.
    public void examine(Target next) {
        refusal.set(Optional.empty());
        Cancellation mine = new Cancellation();
        current.cancel();
        current = mine;
        Thread.ofVirtual().name("examination").start(() -> run(next, mine));
    }

    /// The finished run of this machine as its person hears of it who has these mutes from now on.
    void hear(MachineMutes mutes) {
        if (!state.get().isReplay()) state.set(state.get().hearing(mutes));
    }

    private void run(Target next, Cancellation mine) {
        try {
            Examination opened = open(next);
            errands.tell(() -> {
                if (mine != current) return;
                target = next;
                examination = Optional.of(opened);
            });
            AtomicReference<RunState> latest = new AtomicReference<>(RunState.NOTHING);
            // Several events may be folded before the window looks: it then sees the newest state once.
            Consumer<ExaminationEvent> listener = event -> {
                latest.updateAndGet(before -> before.after(event));
                errands.tell(() -> show(latest.get(), mine));
            };
            opened.run(listener, mine);
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

    private void show(RunState next, Cancellation mine) {
        if (mine == current) state.set(next);
    }

    private void refuse(Text reason, Cancellation mine) {
        errands.tell(() -> {
            if (mine == current) refusal.set(Optional.of(reason));
        });
    }
}
