package io.devdoctor.examination;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.probe.Probe;
import io.devdoctor.system.Ports;
import io.devdoctor.system.QueriesInFlight;
import io.devdoctor.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Examines a machine once: every probe on a virtual thread as soon as what it needs has arrived, every check as soon
/// as its parts are there. One slow or broken probe costs its own findings and nothing else.
public final class Examination {
    /// How often a run looks whether it was cancelled while it waits for probes.
    private static final Duration GLANCE = Duration.ofMillis(100);
    /// An answer that takes longer is told of.
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Ports ports;
    private final List<Probe<?>> probes;
    private final List<Check> checks;
    private final Pace pace;
    private final MachineMutes mutes;

    /// @param deadline after which a probe that has not come back is given up
    /// @param moment   an answer that takes longer is told of
    /// @param limit    after which the whole run is given up
    /// @param times    how often the usual budget slow tools are given
    private record Pace(Duration deadline, Duration moment, Optional<Duration> limit, int times) {}

    public Examination(Ports ports, List<Probe<?>> probes, List<Check> checks) {
        this(ports, probes, checks, Duration.ofMillis(Thresholds.number("budget.probe")));
    }

    /// @param deadline after which a probe that has not come back is given up
    Examination(Ports ports, List<Probe<?>> probes, List<Check> checks, Duration deadline) {
        this(ports, probes, checks, new Pace(deadline, MOMENT, Optional.empty(), 1), MachineMutes.NONE);
    }

    private Examination(Ports ports, List<Probe<?>> probes, List<Check> checks, Pace pace, MachineMutes mutes) {
        this.pace = pace;
        this.mutes = mutes;
        this.ports = ports;
        this.probes = List.copyOf(probes);
        this.checks = List.copyOf(checks);
    }

    /// The same machine, asked only what these checks need to know.
    public Examination only(Predicate<CheckInfo> wanted) {
        List<Check> some =
                checks.stream().filter(check -> wanted.test(check.info())).toList();
        Set<Part<?>> parts = new LinkedHashSet<>();
        some.forEach(check -> parts.addAll(check.info().needs()));
        Map<Part<?>, Probe<?>> byPart = new LinkedHashMap<>();
        probes.forEach(probe -> byPart.put(probe.part(), probe));
        List<Part<?>> open = new ArrayList<>(parts);
        while (!open.isEmpty()) {
            Probe<?> probe = byPart.get(open.removeLast());
            if (probe != null) probe.needs().stream().filter(parts::add).forEach(open::add);
        }
        List<Probe<?>> asked =
                probes.stream().filter(probe -> parts.contains(probe.part())).toList();
        return new Examination(ports, asked, some, pace, mutes);
    }

    /// The same, given up after this time: what was not read by then could not be read.
    public Examination within(Duration time) {
        return at(new Pace(pace.deadline(), pace.moment(), Optional.of(time), pace.times()));
    }

    /// The same, where the person at this machine does not want to hear of everything.
    public Examination muting(MachineMutes unheard) {
        return new Examination(ports, probes, checks, pace, unheard);
    }

    /// The same, where each probe may take this many times longer than usual.
    public Examination patient(int times) {
        return at(new Pace(pace.deadline().multipliedBy(times), pace.moment(), pace.limit(), times));
    }

    /// The same, telling of answers that take longer than this.
    public Examination telling(Duration moment) {
        return at(new Pace(pace.deadline(), moment, pace.limit(), pace.times()));
    }

    private Examination at(Pace other) {
        return new Examination(ports, probes, checks, other, mutes);
    }

    /// The same machine as it would be if these files had other contents; nothing is written.
    ///
    /// @param edits whole contents by path; empty = the file is not there
    public Examination assuming(Map<String, Optional<Bytes>> edits) {
        return new Examination(ports.assuming(edits), probes, checks, pace, MachineMutes.NONE);
    }

    /// The system to which the examined paths belong.
    public Platform platform() {
        return ports.platform();
    }

    /// Runs to the end (or to the cancellation) and returns the result; events arrive on the calling thread.
    public ExaminationResult run(Consumer<? super ExaminationEvent> listener, Cancellation cancellation) {
        return new Run(listener, cancellation).toTheEnd();
    }

    /// What a probe's thread hands back to the run's thread.
    private record Arrival<T>(Part<T> part, Reading<T> reading, Duration took) {}

    /// The state of one run; touched by the calling thread only, except the queue.
    private final class Run {
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
        private final Instant startedAt = ports.clock().now();
        private Machine machine = Machine.of(ports.platform(), startedAt);

        Run(Consumer<? super ExaminationEvent> listener, Cancellation cancellation) {
            this.listener = listener;
            this.cancellation = cancellation;
            probes.forEach(probe -> waiting.put(probe.part(), probe));
        }

        ExaminationResult toTheEnd() {
            listener.accept(new ExaminationEvent.Started(
                    ports.origin(),
                    ports.platform(),
                    checks.stream().map(Check::info).toList()));
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
            return pace.limit().filter(most -> took().compareTo(most) > 0).isPresent();
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
                QueriesInFlight seen = new QueriesInFlight(pace.times());
                asking.put(probe.part(), seen);
                threads.execute(() -> arrivals.add(read(probe, ports.watchedBy(seen), known)));
            }
            if (ready.isEmpty() && running.isEmpty() && !waiting.isEmpty()) {
                throw new IllegalStateException("probes wait for each other: " + waiting.keySet());
            }
        }

        private boolean isSettled(Part<?> part) {
            return machine.has(part) || probes.stream().noneMatch(probe -> probe.part() == part);
        }

        /// Every port call is bounded, but one that breaks its promise must not hold up the others.
        private void giveUpOverdue(ExecutorService threads) {
            long now = System.nanoTime();
            for (Map.Entry<Part<?>, Long> probe : List.copyOf(running.entrySet())) {
                Duration took = Duration.ofNanos(now - probe.getValue());
                if (took.compareTo(pace.deadline()) > 0) accept(overdue(probe.getKey(), took), threads);
            }
        }

        private void tellWhoIsSlow() {
            List<Wait> slow = new ArrayList<>();
            for (Part<?> part : running.keySet()) {
                Optional.ofNullable(asking.get(part))
                        .flatMap(QueriesInFlight::oldest)
                        .filter(query -> query.waited().compareTo(pace.moment()) >= 0)
                        .map(query -> new Wait(
                                part, query.whom(), query.waited().truncatedTo(ChronoUnit.SECONDS), query.limit()))
                        .ifPresent(slow::add);
            }
            if (slow.equals(told)) return;
            told = List.copyOf(slow);
            listener.accept(new ExaminationEvent.Slow(told));
        }

        private <T> Arrival<T> overdue(Part<T> part, Duration took) {
            String detail = "the probe did not end within " + pace.deadline().toMillis() + " ms";
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
            for (Check check : checks) {
                CheckInfo info = check.info();
                if (findings.containsKey(info) || !info.needs().stream().allMatch(machine::has)) continue;
                List<Finding> found = mutes.hear(judge(check, machine.narrowedTo(info.needs())), startedAt);
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
            boolean late = !cancellation.isCancelled() && probes.stream().anyMatch(probe -> probe.part() == part);
            Reading.Cause cause = late ? Reading.Cause.TIMED_OUT : Reading.Cause.FAILED;
            String missing = late ? "not read within the time of the examination" : "no probe for " + part;
            String detail = cancellation.isCancelled() ? "cancelled" : missing;
            return new Arrival<>(part, new Reading.Unknown<>(cause, detail, source(part, startedAt)), Duration.ZERO);
        }

        private ExaminationResult finish() {
            List<Finding> all = checks.stream()
                    .flatMap(check -> findings.getOrDefault(check.info(), List.of()).stream())
                    .toList();
            ExaminationResult result =
                    new ExaminationResult(ports.origin(), machine, all, CauseGraph.of(all), startedAt, took());
            listener.accept(new ExaminationEvent.Finished(result));
            return result;
        }
    }

    private static <T> Arrival<T> read(Probe<T> probe, Ports ports, Machine known) {
        long start = System.nanoTime();
        Reading<T> reading;
        try {
            reading = probe.read(ports, known);
        } catch (Throwable e) {
            // Whatever ends a probe's thread, the run waits for its arrival.
            reading = new Reading.Unknown<>(Reading.Cause.FAILED, trace(e), source(probe.part(), known.taken()));
        }
        return new Arrival<>(probe.part(), reading, Duration.ofNanos(System.nanoTime() - start));
    }

    /// One check's findings; a crash inside it is a finding too.
    public static List<Finding> judge(Check check, Machine machine) {
        try {
            List<Finding> found = check.examine(machine);
            if (!found.isEmpty()) return found;
            return List.of(crashed(check.info(), machine, "the check returned no finding"));
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(crashed(check.info(), machine, trace(e)));
        }
    }

    private static Finding crashed(CheckInfo info, Machine machine, String detail) {
        Text reason = Text.of("unknown.CRASHED.short");
        return new Finding(
                info,
                Subject.MACHINE,
                Verdict.UNKNOWN,
                Certainty.CERTAIN,
                Text.of("unknown.title", Text.of(info.nameKey()), reason),
                Text.of("unknown.CRASHED"),
                List.of(new Evidence(reason, detail, new Source(Source.Kind.DERIVED, info.id(), machine.taken()))),
                List.of(),
                List.of());
    }

    private static Source source(Part<?> part, Instant at) {
        return new Source(Source.Kind.DERIVED, part.id(), at);
    }

    private static String trace(Throwable e) {
        return e
                + java.util.Arrays.stream(e.getStackTrace())
                        .limit(6)
                        .map(frame -> "\n  at " + frame)
                        .collect(Collectors.joining());
    }
}
