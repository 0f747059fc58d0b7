package io.devdoctor.examination;

import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.probe.Probe;
import io.devdoctor.system.Ports;
import io.devdoctor.system.QueriesInFlight;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The state of one run; touched by the calling thread only, except the queue.
final class Run {
    /// What a probe's thread hands back to the run's thread.
    private record Arrival<T>(Part<T> part, Reading<T> reading, Duration took) {}

    /// How often a run looks whether it was cancelled while it waits for probes.
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Examination.Setup setup;
    private final Consumer<? super ExaminationEvent> listener;
    private final Cancellation cancellation;
    private final BlockingQueue<Arrival<?>> arrivals = new LinkedBlockingQueue<>();
    private final Map<Part<?>, Probe<?>> waiting = new LinkedHashMap<>();
    /// Since when each probe runs, by `System.nanoTime`.
    private final Map<Part<?>, Long> running = new LinkedHashMap<>();
    private final Map<Part<?>, QueriesInFlight> asking = new LinkedHashMap<>();
    private List<Wait> told = List.of();
    private final Map<CheckInfo, List<Finding>> findings = new LinkedHashMap<>();
    private final long startedNanos = System.nanoTime();
    private final Instant startedAt;
    private Machine machine;

    Run(Examination.Setup setup, Consumer<? super ExaminationEvent> listener, Cancellation cancellation) {
        this.setup = setup;
        this.listener = listener;
        this.cancellation = cancellation;
        this.startedAt = setup.ports().clock().now();
        this.machine = Machine.of(setup.ports().platform(), startedAt);
        setup.probes().forEach(probe -> waiting.put(probe.part(), probe));
    }

    ExaminationResult toTheEnd() {
        listener.accept(new ExaminationEvent.Started(
                setup.ports().origin(),
                setup.ports().platform(),
                setup.checks().stream().map(Check::info).toList()));
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("probe-", 0).factory());
        try {
            startReady(threads);
            while (!running.isEmpty() && !cancellation.isCancelled() && !isOver()) {
                Arrival<?> arrival = arrivals.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
                if (arrival != null) accept(arrival, threads);
                giveUpOverdue(threads);
                tellWhoIsSlow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
        abandonTheRest();
        return finish();
    }

    private boolean isOver() {
        return setup.pace().limit().filter(most -> took().compareTo(most) > 0).isPresent();
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private void startReady(ExecutorService threads) {
        List<Probe<?>> ready = waiting.values().stream()
                .filter(probe -> probe.needs().stream().allMatch(this::isSettled))
                .toList();
        for (Probe<?> probe : ready) {
            waiting.remove(probe.part());
            running.put(probe.part(), System.nanoTime());
            listener.accept(new ExaminationEvent.ProbeStarted(probe.part()));
            Machine known = machine;
            QueriesInFlight seen = new QueriesInFlight(setup.pace().times());
            asking.put(probe.part(), seen);
            threads.execute(() -> arrivals.add(read(probe, setup.ports().watchedBy(seen), known)));
        }
        if (ready.isEmpty() && running.isEmpty() && !waiting.isEmpty()) {
            throw new IllegalStateException("probes wait for each other: " + waiting.keySet());
        }
    }

    private boolean isSettled(Part<?> part) {
        return machine.has(part) || setup.probes().stream().noneMatch(probe -> probe.part() == part);
    }

    /// Every port call is bounded, but one that breaks its promise must not hold up the others.
    private void giveUpOverdue(ExecutorService threads) {
        long now = System.nanoTime();
        for (Map.Entry<Part<?>, Long> probe : List.copyOf(running.entrySet())) {
            Duration took = Duration.ofNanos(now - probe.getValue());
            if (took.compareTo(setup.pace().deadline()) > 0) accept(overdue(probe.getKey(), took), threads);
        }
    }

    private void tellWhoIsSlow() {
        List<Wait> slow = new ArrayList<>();
        for (Part<?> part : running.keySet()) {
            Optional.ofNullable(asking.get(part))
                    .flatMap(QueriesInFlight::oldest)
                    .filter(query -> query.waited().compareTo(setup.pace().moment()) >= 0)
                    .map(query ->
                            new Wait(part, query.whom(), query.waited().truncatedTo(ChronoUnit.SECONDS), query.limit()))
                    .ifPresent(slow::add);
        }
        if (slow.equals(told)) return;
        told = List.copyOf(slow);
        listener.accept(new ExaminationEvent.Slow(told));
    }

    private <T> Arrival<T> overdue(Part<T> part, Duration took) {
        String detail =
                "the probe did not end within " + setup.pace().deadline().toMillis() + " ms";
        return new Arrival<>(
                part, new Reading.Unknown<>(Reading.Cause.TIMED_OUT, detail, source(part, startedAt)), took);
    }

    private void accept(Arrival<?> arrival, ExecutorService threads) {
        // It may come after all, when it was given up already.
        if (running.remove(arrival.part()) == null) return;
        settle(arrival);
        listener.accept(new ExaminationEvent.PartArrived(arrival.part(), machine, arrival.took()));
        startReady(threads);
        judgeReady();
    }

    private <T> void settle(Arrival<T> arrival) {
        machine = machine.with(arrival.part(), arrival.reading());
    }

    private void judgeReady() {
        for (Check check : setup.checks()) {
            CheckInfo info = check.info();
            if (findings.containsKey(info) || !info.needs().stream().allMatch(machine::has)) continue;
            List<Finding> found = setup.mutes().hear(Guarded.judge(check, machine.narrowedTo(info.needs())), startedAt);
            findings.put(info, found);
            listener.accept(new ExaminationEvent.CheckFinished(info, found));
        }
    }

    /// After a cancellation or the end of the time: what was not read is Unknown, and every check still speaks.
    private void abandonTheRest() {
        for (Part<?> part : Part.ALL) {
            if (!machine.has(part)) settle(unread(part));
        }
        judgeReady();
    }

    private <T> Arrival<T> unread(Part<T> part) {
        boolean late = !cancellation.isCancelled() && setup.probes().stream().anyMatch(probe -> probe.part() == part);
        Reading.Cause cause = late ? Reading.Cause.TIMED_OUT : Reading.Cause.FAILED;
        String missing = late ? "not read within the time of the examination" : "no probe for " + part;
        String detail = cancellation.isCancelled() ? "cancelled" : missing;
        return new Arrival<>(part, new Reading.Unknown<>(cause, detail, source(part, startedAt)), Duration.ZERO);
    }

    private ExaminationResult finish() {
        List<Finding> all = setup.checks().stream()
                .flatMap(check -> findings.getOrDefault(check.info(), List.of()).stream())
                .toList();
        ExaminationResult result =
                new ExaminationResult(setup.ports().origin(), machine, all, CauseGraph.of(all), startedAt, took());
        listener.accept(new ExaminationEvent.Finished(result));
        return result;
    }

    private static <T> Arrival<T> read(Probe<T> probe, Ports ports, Machine known) {
        long start = System.nanoTime();
        Reading<T> reading = Guarded.read(probe, ports, known);
        return new Arrival<>(probe.part(), reading, Duration.ofNanos(System.nanoTime() - start));
    }

    private static Source source(Part<?> part, Instant at) {
        return new Source(Source.Kind.DERIVED, part.id(), at);
    }
}
