package io.devdoctor.desktop;

import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.fix.DistroCommand;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.repair.Asker;
import io.devdoctor.repair.Conflict;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.EntryEvent;
import io.devdoctor.repair.Holdings;
import io.devdoctor.repair.Outcome;
import io.devdoctor.repair.PendingWork;
import io.devdoctor.repair.Plan;
import io.devdoctor.repair.PlanEvent;
import io.devdoctor.repair.PlanOutcome;
import io.devdoctor.repair.RepairEvent;
import io.devdoctor.repair.Treatment;
import io.devdoctor.repair.UndoOutcome;
import io.devdoctor.repair.UndoPlan;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Pretends to repair the fixture machine: a fix in force at once cures, any other waits.
final class FakeRepairs implements Repairs {
    private final FixtureMachines machines;
    private final List<Entry> journal = new CopyOnWriteArrayList<>();
    /// Holds a plan up in the middle of a treatment.
    volatile Consumer<Treatment> gate = _ -> {};
    /// Whether what waits was restarted meanwhile.
    volatile boolean restarted;
    /// Works that were restarted on request.
    final List<PendingWork> restarts = new CopyOnWriteArrayList<>();
    /// What a restart would end besides distributions.
    volatile Reading<List<String>> containers = named("mall-web-1", "mall-search-1");
    /// A check whose finding no treatment cures.
    volatile String fails = "";
    private final Map<String, List<Conflict>> conflicts = new ConcurrentHashMap<>();
    private final Map<String, Entry> first = new ConcurrentHashMap<>();

    FakeRepairs(FixtureMachines machines) {
        this.machines = machines;
    }

    @Override
    public Outcome apply(Finding finding, Fix fix, List<String> projects, Consumer<? super RepairEvent> listener) {
        String id = "20261120T04030" + journal.size() + "Z-" + finding.check().id();
        boolean now = fix.takesEffect() == TakesEffect.NOW;
        for (int i = 0; i < fix.steps().size(); i++) {
            listener.accept(new RepairEvent.StepStarted(
                    i + 1, fix.steps().size(), fix.steps().get(i)));
            listener.accept(new RepairEvent.StepDone(
                    i + 1, fix.steps().size(), fix.steps().get(i)));
        }
        listener.accept(new RepairEvent.Proving());
        if (now) machines.cure(finding.check().id());
        record(id, finding, fix, now ? Entry.State.CURED : Entry.State.PENDING);
        return now
                ? new Outcome.Cured(id, List.of())
                : new Outcome.Pending(id, fix.takesEffect(), List.of(finding), true);
    }

    @Override
    public PlanOutcome apply(
            Plan plan, List<String> projects, Cancellation stop, Consumer<? super PlanEvent> listener) {
        List<PlanOutcome.Result> results = new ArrayList<>();
        int of = plan.treatments().size();
        for (int i = 0; i < of; i++) {
            Treatment treatment = plan.treatments().get(i);
            if (stop.isCancelled()) {
                treatment.findings().forEach(finding -> results.add(skipped(finding)));
                continue;
            }
            listener.accept(new PlanEvent.Started(i + 1, of, treatment));
            listener.accept(new PlanEvent.Within(
                    treatment,
                    new RepairEvent.StepStarted(1, 1, treatment.fix().steps().getFirst())));
            gate.accept(treatment);
            Outcome outcome = apply(treatment);
            listener.accept(new PlanEvent.Ended(i + 1, of, treatment, outcome));
            PlanOutcome.of(treatment, outcome).forEach(results::add);
        }
        return new PlanOutcome(results);
    }

    private static PlanOutcome.Result skipped(Finding finding) {
        return new PlanOutcome.Result(
                finding, PlanOutcome.How.SKIPPED, Text.of("plan.skipped.STOPPED"), Optional.empty());
    }

    private Outcome apply(Treatment treatment) {
        Finding first = treatment.findings().getFirst();
        if (!fails.equals(first.check().id())) return apply(first, treatment.fix(), List.of(), _ -> {});
        String id = "20261120T04030" + journal.size() + "Z-" + first.check().id();
        record(id, first, treatment.fix(), Entry.State.NOT_CURED);
        return new Outcome.NotCured(id, List.of(first), Set.of());
    }

    void record(String id, Finding finding, Fix fix, Entry.State state) {
        journal.addFirst(new Entry(
                id,
                StarvedMachine.TAKEN,
                Asker.DESKTOP,
                fix.id(),
                List.of(new Entry.Cure(finding.key(), finding.verdict(), finding.title(), fix.id())),
                fix.title(),
                fix.effects(),
                fix.takesEffect(),
                fix.steps().stream()
                        .map(step -> new Entry.Done(step, Entry.Progress.DONE))
                        .toList(),
                state,
                "",
                events(fix, state)));
    }

    @Override
    public UndoOutcome undo(String entry) {
        if (conflicts.containsKey(entry)) {
            return new UndoOutcome.ChangedSince(entry, conflicts.get(entry), Optional.ofNullable(first.get(entry)));
        }
        settle(entry, Entry.State.UNDONE);
        return new UndoOutcome.Undone(entry, List.of(), TakesEffect.NOW);
    }

    @Override
    public Outcome complete(String entry, Consumer<? super RepairEvent> listener) {
        settle(entry, Entry.State.CURED);
        return new Outcome.Cured(entry, List.of());
    }

    @Override
    public UndoOutcome rollBack(String entry) {
        settle(entry, Entry.State.ROLLED_BACK);
        return new UndoOutcome.Undone(entry, List.of(), TakesEffect.NOW);
    }

    @Override
    public Outcome proveAgain(String entry) {
        return complete(entry, _ -> {});
    }

    @Override
    public List<PendingWork> pendingWork() {
        List<Entry> waiting = journal.stream()
                .filter(entry -> entry.state() == Entry.State.PENDING)
                .toList();
        if (waiting.isEmpty()) return List.of();
        Fix how = Fix.of(
                        "pending/wsl-restart",
                        Text.of("pending.WSL_RESTART.title", waiting.size()),
                        Set.of(Effect.STOPS_WSL, Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE),
                        new Step.RunTool(Tool.WSL_SHUTDOWN, List.of(), null),
                        new Step.InDistro("Ubuntu", DistroCommand.START))
                .warning(Text.of("warning.wsl.editors"));
        return List.of(new PendingWork(
                TakesEffect.WSL_RESTART,
                waiting,
                how,
                new PendingWork.Stops(named("Ubuntu", "docker-desktop"), containers)));
    }

    static Reading<List<String>> unread() {
        return new Reading.Unknown<>(
                Reading.Cause.TIMED_OUT, "", new Source(Source.Kind.COMMAND, "docker ps", StarvedMachine.TAKEN));
    }

    static Reading<List<String>> named(String... names) {
        return new Reading.Known<>(
                List.of(names), new Source(Source.Kind.COMMAND, "wsl.exe --list", StarvedMachine.TAKEN));
    }

    @Override
    public PendingWork.Restarted restart(PendingWork work, Consumer<? super RepairEvent> listener) {
        restarts.add(work);
        List<PendingWork.Settled> settled =
                work.entries().stream().map(this::settled).toList();
        return new PendingWork.Restarted(new Outcome.Cured("restart", List.of()), settled);
    }

    private PendingWork.Settled settled(Entry entry) {
        Finding.Key key = entry.cures().getFirst().finding();
        if (fails.equals(key.check())) {
            settle(entry.id(), Entry.State.NOT_CURED);
            return new PendingWork.Settled(entry, new Outcome.NotCured(entry.id(), List.of(), Set.of()));
        }
        machines.cure(key.check());
        settle(entry.id(), Entry.State.CURED);
        return new PendingWork.Settled(entry, new Outcome.Cured(entry.id(), List.of()));
    }

    /// As after a restart that somebody else made.
    @Override
    public List<PendingWork.Settled> settlePending() {
        if (!restarted) return List.of();
        return journal.stream()
                .filter(entry -> entry.state() == Entry.State.PENDING)
                .map(this::settled)
                .toList();
    }

    @Override
    public List<Entry> entries() {
        return List.copyOf(journal);
    }

    private static List<EntryEvent> events(Fix fix, Entry.State state) {
        List<EntryEvent> events = new ArrayList<>();
        for (int i = 1; i <= fix.steps().size(); i++) {
            events.add(new EntryEvent.OfStep(
                    StarvedMachine.TAKEN, i, Entry.Progress.DONE, "183 bytes, sha256 0f3a…, token=hunter2"));
        }
        if (state != Entry.State.UNFINISHED) {
            events.add(new EntryEvent.Ended(StarvedMachine.TAKEN, state, "", List.of()));
        }
        return events;
    }

    @Override
    public Optional<UndoPlan> undoPlan(String id) {
        return journal.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .map(entry -> new UndoPlan(
                        entry,
                        entry.steps().stream()
                                .map(Entry.Done::step)
                                .filter(Step::isReversible)
                                .toList()
                                .reversed(),
                        List.of(),
                        conflicts.getOrDefault(id, List.of()),
                        Optional.ofNullable(first.get(id)),
                        Optional.empty()));
    }

    @Override
    public Holdings holdings() {
        return new Holdings(journal.size(), 4096, 2000, 256L << 20, 0, 12, Optional.of(StarvedMachine.TAKEN));
    }

    /// Somebody changed what an entry left; where `later` is given, DevDoctor itself.
    void changeSince(String id, Conflict conflict, @Nullable Entry later) {
        conflicts.put(id, List.of(conflict));
        if (later != null) first.put(id, later);
    }

    private void settle(String id, Entry.State state) {
        for (Entry old : new ArrayList<>(journal)) {
            if (!old.id().equals(id)) continue;
            if (state == Entry.State.UNDONE)
                machines.fallIll(old.cures().getFirst().finding().check());
            Entry settled = new Entry(
                    old.id(),
                    old.at(),
                    old.asker(),
                    old.fix(),
                    old.cures(),
                    old.title(),
                    old.effects(),
                    old.takesEffect(),
                    state == Entry.State.UNDONE ? undone(old) : old.steps(),
                    state,
                    old.proof(),
                    old.events());
            journal.set(journal.indexOf(old), settled);
        }
    }

    private static List<Entry.Done> undone(Entry entry) {
        return entry.steps().stream()
                .map(done -> new Entry.Done(done.step(), Entry.Progress.UNDONE))
                .toList();
    }
}
