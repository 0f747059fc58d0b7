package io.devdoctor.desktop.model;

import io.devdoctor.desktop.Repairs;
import io.devdoctor.desktop.model.PendingState.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.Outcome;
import io.devdoctor.repair.OutcomeText;
import io.devdoctor.repair.PendingWork;
import io.devdoctor.repair.PendingWork.Settled;
import io.devdoctor.repair.RepairEvent;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Changes that wait for a restart: restarts on request, and looks again by itself.
public final class PendingModel {
    private final Repairs repairs;
    private final Workshop workshop;
    private final RepairModel attempts;
    private final ReadOnlyObjectWrapper<PendingState> state = new ReadOnlyObjectWrapper<>(PendingState.NOTHING);
    private boolean isSettling;
    private int looks;

    /// @param attempts are told what became of what waited
    public PendingModel(Repairs repairs, Workshop workshop, ExaminationModel examinations, RepairModel attempts) {
        this.repairs = repairs;
        this.workshop = workshop;
        this.attempts = attempts;
        workshop.entries().subscribe(this::lookIfPending);
        examinations.state().subscribe(run -> {
            if (run.result().isPresent() && !run.isReplay() && isAnythingPending()) settle();
        });
    }

    public ReadOnlyObjectProperty<PendingState> state() {
        return state.getReadOnlyProperty();
    }

    /// Looks whether what waited was restarted since, by whomever; at the start of the app and after examinations.
    public void settle() {
        if (isSettling) return;
        isSettling = true;
        workshop.aside(repairs::settlePending, () -> isSettling = false, done -> {
            isSettling = false;
            settled(done);
        });
    }

    /// Looks what runs now, then asks.
    public void ask(PendingWork work) {
        if (workshop.busy().get()) return;
        state.set(state.get().at(new Step.Looking(work.restart())));
        look(this::decline, () -> {
            boolean isThere = find(work.restart()).isPresent();
            state.set(
                    isThere
                            ? state.get().at(new Step.Asking(work.restart()))
                            : state.get().atRest());
        });
    }

    public void decline() {
        state.set(state.get().atRest());
    }

    /// After a person agreed to everything that the question named.
    public void restart(PendingWork work) {
        if (workshop.busy().get()) return;
        state.set(state.get().at(new Step.Running(work.restart(), Text.of("desktop.repair.starting"))));
        workshop.alone(() -> carryOut(work), done -> {
            settled(done.settled().stream().filter(PendingModel::hasEnded).toList());
            boolean restarted = done.restart() instanceof Outcome.Cured || done.restart() instanceof Outcome.NotCured;
            if (!restarted) {
                workshop.tell(OutcomeText.of(done.restart()), work.how().title(), Optional.empty());
            }
        });
    }

    public void dismissSettled() {
        state.set(state.get().dismissed());
    }

    private PendingWork.Restarted carryOut(PendingWork work) throws java.io.IOException {
        try {
            return repairs.restart(work, event -> workshop.later(() -> progress(work.restart(), event)));
        } finally {
            workshop.later(() -> state.set(state.get().atRest()));
        }
    }

    private void progress(TakesEffect restart, RepairEvent event) {
        state.set(state.get().at(new Step.Running(restart, RepairModel.progress(event))));
    }

    private static boolean hasEnded(Settled each) {
        return !(each.outcome() instanceof Outcome.Pending) && !(each.outcome() instanceof Outcome.Refused);
    }

    private void settled(List<Settled> done) {
        if (done.isEmpty()) return;
        done.forEach(each -> attempts.settled(each.entry(), each.outcome()));
        state.set(state.get().settling(done));
        workshop.readJournal();
    }

    private void lookIfPending() {
        if (isAnythingPending()) look(() -> {}, () -> {});
        else state.set(state.get().with(List.of()));
    }

    private boolean isAnythingPending() {
        return workshop.entries().get().stream().anyMatch(entry -> entry.state() == Entry.State.PENDING);
    }

    /// @param failed instead of `then`
    private void look(Runnable failed, Runnable then) {
        int mine = ++looks;
        workshop.aside(repairs::pendingWork, failed, works -> {
            // A slower answer to an earlier question must not win.
            if (mine == looks) state.set(state.get().with(works));
            then.run();
        });
    }

    private Optional<PendingWork> find(TakesEffect restart) {
        return state.get().works().stream()
                .filter(work -> work.restart() == restart)
                .findFirst();
    }
}
