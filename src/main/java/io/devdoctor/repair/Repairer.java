package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.Fix;
import io.devdoctor.machine.Origin;
import io.devdoctor.repair.Entry.State;
import io.devdoctor.store.Journal;
import io.devdoctor.store.JournalLock;
import io.devdoctor.system.Ports;
import io.devdoctor.system.change.Changes;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies fixes as transactions, proves them, takes them back, and finishes what was interrupted. Calls block until
/// the end and deliver events on the calling thread; one transaction at a time on a machine, across processes.
public final class Repairer {
    private static final Logger LOG = LoggerFactory.getLogger(Repairer.class);
    private final Ports ports;
    private final List<String> projects;
    private final Entries entries;
    private final Journal journal;
    private final Transaction.Tools tools;
    private final Asker asker;

    /// @param ports the same as in `again`, answering from the system itself, never from a cache
    public Repairer(Ports ports, Changes changes, Reexamination again, Journal journal) {
        this(ports, changes, again, journal, Patience.real());
    }

    Repairer(Ports ports, Changes changes, Reexamination again, Journal journal, Patience patience) {
        this(ports, ports.projects(), journal, tools(ports, changes, again, patience), Asker.COMMAND_LINE);
    }

    private Repairer(Ports ports, List<String> projects, Journal journal, Transaction.Tools tools, Asker asker) {
        this.ports = ports;
        this.projects = List.copyOf(projects);
        this.journal = journal;
        this.entries = new Entries(journal);
        this.tools = tools;
        this.asker = asker;
    }

    private static Transaction.Tools tools(Ports ports, Changes changes, Reexamination again, Patience patience) {
        Present present = new Present(ports, again);
        return new Transaction.Tools(
                ports.clock(),
                present,
                new StepRunner(changes, ports.clock(), new Fence(ports.platform(), List.of())),
                new Proof(again, present, new Restart(ports, again), patience));
    }

    /// The same, for findings of an examination that looked at these projects: a proof looks at them too.
    public Repairer about(List<String> folders) {
        return new Repairer(ports, folders, journal, tools, asker);
    }

    /// The same, for somebody else than the command line.
    public Repairer by(Asker other) {
        return new Repairer(ports, projects, journal, tools, other);
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
        return alone().run(Outcome.Refused::new, Repairer::broken, () -> {
            if (entries.anyUnfinished()) return new Outcome.Refused(Refusal.UNFINISHED);
            Instant now = ports.clock().now();
            EntryFile file = entries.create(now, fix);
            file.intent(now, consent.asker(), complaints, fix);
            Outcome outcome =
                    transaction(entries.get(file.id()).orElseThrow(), listener).complete();
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
        UndoOutcome outcome = taking(id, stored -> stored.entry().canUndo() || stored.isUnfinished(), Reversal::run);
        LOG.info("Undo of {}: {}", id, outcome.getClass().getSimpleName());
        return outcome;
    }

    /// Finishes an interrupted transaction.
    public Outcome complete(String id, Consumer<? super RepairEvent> listener) {
        return finding(
                id, State.UNFINISHED, stored -> transaction(stored, listener).complete());
    }

    /// Takes an interrupted transaction back, or finishes an interrupted undo.
    public UndoOutcome rollBack(String id) {
        return taking(id, Stored::isUnfinished, Reversal::run);
    }

    /// Looks again at an entry that waits for a restart, and settles it if the restart is proved; else it stays
    /// pending.
    public Outcome proveAgain(String id) {
        return settle(id, false);
    }

    /// @param restarted whether a tool said that it restarted what the entry waits for
    Outcome settle(String id, boolean restarted) {
        return finding(id, State.PENDING, stored -> {
            Proof.Seen seen = tools.proof().look(stored.complaints());
            // A tool's word counts only where nothing could contradict it.
            boolean believed = restarted && !tools.proof().restart().tells(stored.entry(), stored.moment());
            Outcome outcome = believed
                    ? Proof.settled(stored.entry(), seen)
                    : tools.proof().judgeAgain(stored, seen);
            if (!(outcome instanceof Outcome.Pending)) {
                stored.file().outcome(ports.clock().now(), state(outcome), seen);
            }
            return outcome;
        });
    }

    /// Every transaction of all time, newest first.
    ///
    /// @throws IOException if the journal cannot be read
    public List<Entry> entries() throws IOException {
        return entries.all().stream().map(Stored::entry).toList().reversed();
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
        return new Waiting(this, entries, tools.proof());
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
        if (!entries.anyUnfinished()) return new Interrupted(List.of(), Optional.empty());
        return switch (journal.lock().tryAcquire(asker.name())) {
            case JournalLock.Attempt.Busy(var holder) ->
                new Interrupted(List.of(), Optional.of(Exclusive.busy(holder)));
            case JournalLock.Attempt.Held(JournalLock.Lease lease) -> {
                try (lease) {
                    // What was under way a moment ago may have ended.
                    yield new Interrupted(
                            entries.all().stream()
                                    .filter(Stored::isUnfinished)
                                    .map(Stored::entry)
                                    .toList(),
                            Optional.empty());
                }
            }
        };
    }

    static State state(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Cured _ -> State.CURED;
            case Outcome.Pending _ -> State.PENDING;
            case Outcome.NotCured _ -> State.NOT_CURED;
            case Outcome.HandedOver _ -> State.HANDED_OVER;
            case Outcome.Declined _ -> State.DECLINED;
            case Outcome.Failed _ -> State.FAILED;
            case Outcome.ChangedMeanwhile _ -> State.CHANGED_MEANWHILE;
            case Outcome.Refused _ -> throw new IllegalStateException("a refusal stands in no journal");
        };
    }

    private Transaction transaction(Stored stored, Consumer<? super RepairEvent> listener) {
        return new Transaction(stored, tools, listener);
    }

    private Outcome finding(String id, State state, Work<Stored, Outcome> work) {
        return alone().run(Outcome.Refused::new, Repairer::broken, () -> {
            Optional<Stored> stored = entries.get(id);
            if (stored.isEmpty()) return new Outcome.Refused(Refusal.NO_SUCH_ENTRY);
            if (stored.get().entry().state() != state) return new Outcome.Refused(Refusal.WRONG_STATE);
            return work.on(stored.get());
        });
    }

    private UndoOutcome taking(String id, Predicate<Stored> allowed, Work<Reversal, UndoOutcome> work) {
        return alone().run(UndoOutcome.Refused::new, Repairer::undoBroken, () -> {
            Optional<Stored> stored = entries.get(id);
            if (stored.isEmpty()) return new UndoOutcome.Refused(Refusal.NO_SUCH_ENTRY);
            if (allowed.test(stored.get())) return work.on(reversal(stored.get()));
            Entry entry = stored.get().entry();
            if (entry.state() == State.UNREADABLE) {
                return new UndoOutcome.Refused(Refusal.WRONG_STATE, unreadable(entry));
            }
            return Entry.hasEnded(entry)
                    ? new UndoOutcome.NothingToUndo(id)
                    : new UndoOutcome.Refused(Refusal.WRONG_STATE);
        });
    }

    private Reversal reversal(Stored stored) {
        return new Reversal(stored, tools, entries, asker);
    }

    private static Text unreadable(Entry entry) {
        return Text.of("repair.refused.unreadable", entry.proof());
    }

    /// What taking an entry back would do now; only looks.
    ///
    /// @throws IOException if the journal cannot be read
    public Optional<UndoPlan> undoPlan(String id) throws IOException {
        Optional<Stored> stored = entries.get(id);
        if (stored.isEmpty()) return Optional.empty();
        Entry entry = stored.get().entry();
        if (entry.state() == State.UNREADABLE) return Optional.of(UndoPlan.impossible(entry, unreadable(entry)));
        if (ports.origin() instanceof Origin.Replay) {
            return Optional.of(UndoPlan.impossible(entry, Refusal.RECORDING.text()));
        }
        return entry.canUndo() || entry.isUnfinished()
                ? Optional.of(new UndoScope(stored.get(), tools.present(), entries).plan())
                : Optional.of(UndoPlan.impossible(entry, Text.of("outcome.undo.nothing")));
    }

    /// Lets an entry go, also one that could be undone; to be called after a person was told that. What was interrupted
    /// or waits for a restart stays.
    public Letting forget(String id) {
        Letting letting = alone().run(Letting.Refused::new, Repairer::lettingBroken, () -> {
            Optional<Stored> stored = entries.get(id);
            if (stored.isEmpty()) return refused(Refusal.NO_SUCH_ENTRY);
            Entry entry = stored.get().entry();
            if (entry.isUnfinished() || entry.state() == State.PENDING) return refused(Refusal.WRONG_STATE);
            new Retention(journal, Retention.Limits.real())
                    .forget(id, ports.clock().now());
            return new Letting.Gone(id);
        });
        LOG.info("Letting {} go: {}", id, letting.getClass().getSimpleName());
        return letting;
    }

    private static Letting refused(Refusal why) {
        return new Letting.Refused(why, why.text());
    }

    /// How much the journal keeps, and how much it has let go.
    ///
    /// @throws IOException if the journal cannot be read
    public Holdings holdings() throws IOException {
        return new Retention(journal, Retention.Limits.real()).holdings();
    }

    private Exclusive alone() {
        return new Exclusive(ports, journal, asker);
    }

    private static Outcome broken(JournalTrouble trouble) {
        return new Outcome.Failed("", trouble.words(), trouble.evidence());
    }

    private static UndoOutcome undoBroken(JournalTrouble trouble) {
        return new UndoOutcome.Failed("", trouble.words(), trouble.evidence());
    }

    private static Letting lettingBroken(JournalTrouble trouble) {
        return new Letting.Failed(trouble.words(), trouble.evidence());
    }

    private interface Work<T, R> {
        R on(T thing) throws IOException;
    }
}
