package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.Fix;
import io.devdoctor.repair.Entry.State;
import io.devdoctor.store.Journal;
import io.devdoctor.system.Ports;
import io.devdoctor.system.change.Changes;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies fixes as transactions, proves them, takes them back, and finishes what was interrupted. Calls block until
/// the end and deliver events on the calling thread; one transaction at a time on a machine, across processes.
public final class Repairer {
    private static final Logger LOG = LoggerFactory.getLogger(Repairer.class);
    private final Workplace place;
    private final List<String> projects;

    /// @param ports the same as in `again`, answering from the system itself, never from a cache
    public Repairer(Ports ports, Changes changes, Reexamination again, Journal journal) {
        this(ports, changes, again, journal, Patience.real());
    }

    Repairer(Ports ports, Changes changes, Reexamination again, Journal journal, Patience patience) {
        this(Workplace.of(ports, changes, again, journal, patience), ports.projects());
    }

    private Repairer(Workplace place, List<String> projects) {
        this.place = place;
        this.projects = List.copyOf(projects);
    }

    /// The same, for findings of an examination that looked at these projects: a proof looks at them too.
    public Repairer about(List<String> folders) {
        return new Repairer(place, folders);
    }

    /// The same, for somebody else than the command line.
    public Repairer by(Asker other) {
        return new Repairer(place.by(other), projects);
    }

    /// Applies a fix that `finding` offers, after a person saw its preview.
    public Outcome apply(Finding finding, Fix fix, Consent consent, Consumer<? super RepairEvent> listener) {
        return apply(Treatment.of(finding, fix), consent, listener);
    }

    /// Applies a treatment, after a person saw its preview.
    public Outcome apply(Treatment treatment, Consent consent, Consumer<? super RepairEvent> listener) {
        return transact(treatment.complaints(projects), treatment.fix(), consent, listener);
    }

    Outcome transact(List<Complaint> complaints, Fix fix, Consent consent, Consumer<? super RepairEvent> listener) {
        if (!consent.covers(fix)) return new Outcome.Refused(Refusal.NO_CONSENT);
        return place.alone().run(Outcome.Refused::new, Repairer::broken, () -> {
            if (place.entries().anyUnfinished()) return new Outcome.Refused(Refusal.UNFINISHED);
            Instant now = place.ports().clock().now();
            EntryFile file = place.entries().create(now, fix);
            file.intent(now, consent.asker(), complaints, fix);
            Outcome outcome = transaction(place.entries().get(file.id()).orElseThrow(), listener)
                    .complete();
            LOG.info(
                    "{} of {}: {}",
                    fix.id(),
                    complaints.stream().map(Complaint::key).toList(),
                    outcome.getClass().getSimpleName());
            return outcome;
        });
    }

    /// Carries out a plan, after a person saw it as a whole. What fails does not keep the rest from being done: no two
    /// treatments touch the same thing.
    ///
    /// @param stop after it is cancelled no further treatment is begun
    public PlanOutcome apply(Plan plan, Consent consent, Cancellation stop, Consumer<? super PlanEvent> listener) {
        return new PlanRun(this, consent, stop, listener).of(plan);
    }

    /// Takes an entry back. An undo that was interrupted is continued.
    public UndoOutcome undo(String id) {
        return new Undoing(place).undo(id);
    }

    /// Takes an interrupted transaction back, or finishes an interrupted undo.
    public UndoOutcome rollBack(String id) {
        return new Undoing(place).rollBack(id);
    }

    /// What taking an entry back would do now; only looks.
    ///
    /// @throws IOException if the journal cannot be read
    public Optional<UndoPlan> undoPlan(String id) throws IOException {
        return new Undoing(place).plan(id);
    }

    /// Finishes an interrupted transaction.
    public Outcome complete(String id, Consumer<? super RepairEvent> listener) {
        return finding(
                id, State.UNFINISHED, stored -> transaction(stored, listener).complete());
    }

    /// Looks again at an entry that waits for a restart, and settles it if the restart is proved; else it stays
    /// pending.
    public Outcome proveAgain(String id) {
        return settle(id, false);
    }

    /// @param restarted whether a tool said that it restarted what the entry waits for
    Outcome settle(String id, boolean restarted) {
        return finding(id, State.PENDING, stored -> {
            Proof.Seen seen = place.tools().proof().look(stored.complaints());
            // A tool's word counts only where nothing could contradict it.
            boolean believed = restarted && !place.tools().proof().restart().tells(stored.entry(), stored.moment());
            Outcome outcome = believed
                    ? Proof.settled(stored.entry(), seen)
                    : place.tools().proof().judgeAgain(stored, seen);
            if (!(outcome instanceof Outcome.Pending)) {
                stored.file().outcome(place.ports().clock().now(), State.of(outcome), seen);
            }
            return outcome;
        });
    }

    /// Every transaction of all time, newest first.
    ///
    /// @throws IOException if the journal cannot be read
    public List<Entry> entries() throws IOException {
        return place.entries().all().stream().map(Stored::entry).toList().reversed();
    }

    /// What waits, by the restart that it waits for, with what such a restart would end now.
    ///
    /// @throws IOException if the journal cannot be read
    public List<PendingWork> pendingWork() throws IOException {
        return waiting().work();
    }

    /// Restarts what changes wait for, after a person saw what ends, and proves the changes.
    public PendingWork.Restarted restart(PendingWork work, Consent consent, Consumer<? super RepairEvent> listener)
            throws IOException {
        return waiting().restart(work, consent, listener);
    }

    /// Looks again at everything that waits; what was restarted since, also with Windows, is settled.
    ///
    /// @return what does not wait any more
    public List<PendingWork.Settled> settlePending() throws IOException {
        return waiting().settle();
    }

    private Waiting waiting() {
        return new Waiting(this, place.entries(), place.tools().proof());
    }

    /// What waits for a restart.
    public List<Entry> pending() throws IOException {
        return entries().stream()
                .filter(entry -> entry.state() == State.PENDING)
                .toList();
    }

    /// What was interrupted: to be completed or rolled back. Empty while a transaction runs.
    public List<Entry> unfinished() throws IOException {
        return interrupted().entries();
    }

    /// The same, and who is at work where that may be the reason why something has not ended. Nobody is kept from
    /// anything by a journal in which all has ended.
    public Interrupted interrupted() throws IOException {
        return new Bookkeeping(place).interrupted();
    }

    /// Lets an entry go, also one that could be undone; to be called after a person was told that. What was interrupted
    /// or waits for a restart stays.
    public Letting forget(String id) {
        return new Bookkeeping(place).forget(id);
    }

    /// How much the journal keeps, and how much it has let go.
    ///
    /// @throws IOException if the journal cannot be read
    public Holdings holdings() throws IOException {
        return new Bookkeeping(place).holdings();
    }

    private Transaction transaction(Stored stored, Consumer<? super RepairEvent> listener) {
        return new Transaction(stored, place.tools(), listener);
    }

    private Outcome finding(String id, State state, Work work) {
        return place.alone().run(Outcome.Refused::new, Repairer::broken, () -> {
            Optional<Stored> stored = place.entries().get(id);
            if (stored.isEmpty()) return new Outcome.Refused(Refusal.NO_SUCH_ENTRY);
            if (stored.get().entry().state() != state) return new Outcome.Refused(Refusal.WRONG_STATE);
            return work.on(stored.get());
        });
    }

    private static Outcome broken(JournalTrouble trouble) {
        return new Outcome.Failed("", trouble.words(), trouble.evidence());
    }

    private interface Work {
        Outcome on(Stored stored) throws IOException;
    }
}
