package io.devdoctor.desktop;

import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.fix.Fix;
import io.devdoctor.repair.Asker;
import io.devdoctor.repair.Consent;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.Holdings;
import io.devdoctor.repair.Outcome;
import io.devdoctor.repair.PendingWork;
import io.devdoctor.repair.Plan;
import io.devdoctor.repair.PlanEvent;
import io.devdoctor.repair.PlanOutcome;
import io.devdoctor.repair.RepairEvent;
import io.devdoctor.repair.Repairer;
import io.devdoctor.repair.UndoOutcome;
import io.devdoctor.repair.UndoPlan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the window asks of the repair room. Calls block; events arrive on the calling thread.
public interface Repairs {
    /// Applies a fix whose preview a person saw and whose effects they agreed to.
    ///
    /// @param projects the folders that were examined with it
    Outcome apply(Finding finding, Fix fix, List<String> projects, Consumer<? super RepairEvent> listener);

    /// Carries out a plan of safe fixes that a person saw as a whole.
    ///
    /// @param stop cancelled = no further treatment is begun
    PlanOutcome apply(Plan plan, List<String> projects, Cancellation stop, Consumer<? super PlanEvent> listener);

    UndoOutcome undo(String entry);

    Outcome complete(String entry, Consumer<? super RepairEvent> listener);

    UndoOutcome rollBack(String entry);

    Outcome proveAgain(String entry);

    /// What waits for a restart, with what such a restart would end now. Looks at the machine.
    ///
    /// @throws IOException if the journal cannot be read
    List<PendingWork> pendingWork() throws IOException;

    /// Restarts what changes wait for, after a person agreed to everything that it says it stops, and proves them.
    PendingWork.Restarted restart(PendingWork work, Consumer<? super RepairEvent> listener) throws IOException;

    /// Looks again at everything that waits.
    ///
    /// @return what does not wait any more
    List<PendingWork.Settled> settlePending() throws IOException;

    /// Every transaction of all time, newest first.
    List<Entry> entries() throws IOException;

    /// What taking an entry back would do now; only looks. Empty if there is no such entry.
    Optional<UndoPlan> undoPlan(String entry) throws IOException;

    /// How much the journal keeps.
    Holdings holdings() throws IOException;

    /// @param anybodys asked each time: how this machine is asked may have been changed since
    static Repairs by(Supplier<Repairer> anybodys) {
        Supplier<Repairer> repairer = () -> anybodys.get().by(Asker.DESKTOP);
        return new Repairs() {
            @Override
            public Outcome apply(
                    Finding finding, Fix fix, List<String> projects, Consumer<? super RepairEvent> listener) {
                return repairer.get().about(projects).apply(finding, fix, Consent.to(fix, Asker.DESKTOP), listener);
            }

            @Override
            public PlanOutcome apply(
                    Plan plan, List<String> projects, Cancellation stop, Consumer<? super PlanEvent> listener) {
                return repairer.get().about(projects).apply(plan, new Consent(Asker.DESKTOP, Set.of()), stop, listener);
            }

            @Override
            public UndoOutcome undo(String entry) {
                return repairer.get().undo(entry);
            }

            @Override
            public Outcome complete(String entry, Consumer<? super RepairEvent> listener) {
                return repairer.get().complete(entry, listener);
            }

            @Override
            public UndoOutcome rollBack(String entry) {
                return repairer.get().rollBack(entry);
            }

            @Override
            public Outcome proveAgain(String entry) {
                return repairer.get().proveAgain(entry);
            }

            @Override
            public List<PendingWork> pendingWork() throws IOException {
                return repairer.get().pendingWork();
            }

            @Override
            public PendingWork.Restarted restart(PendingWork work, Consumer<? super RepairEvent> listener)
                    throws IOException {
                return repairer.get().restart(work, Consent.to(work.how(), Asker.DESKTOP), listener);
            }

            @Override
            public List<PendingWork.Settled> settlePending() throws IOException {
                return repairer.get().settlePending();
            }

            @Override
            public List<Entry> entries() throws IOException {
                return repairer.get().entries();
            }

            @Override
            public Optional<UndoPlan> undoPlan(String entry) throws IOException {
                return repairer.get().undoPlan(entry);
            }

            @Override
            public Holdings holdings() throws IOException {
                return repairer.get().holdings();
            }
        };
    }
}
