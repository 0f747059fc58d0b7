package io.devdoctor.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Clocks;
import io.devdoctor.machine.Drives;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.probe.Probe;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordedPorts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ExaminationTest {
    private static final Source SOURCE = new Source(Source.Kind.DERIVED, "test", Instant.EPOCH);
    private static final Drives DRIVES = new Drives(na(), na(), na(), na(), na(), na());
    private final Ports ports = ports();

    @Test
    void checksRunAsSoonAsTheirPartsArrive() {
        CountDownLatch quickCheckDone = new CountDownLatch(1);
        Probe<Clocks> slow = probe(Part.CLOCKS, Set.of(), _ -> {
            await(quickCheckDone);
            return new Reading.Absent<>(SOURCE);
        });
        Probe<Drives> quick = probe(Part.DRIVES, Set.of(), _ -> new Reading.Known<>(DRIVES, SOURCE));
        Check early = check("drives.early", Part.DRIVES);
        Check late = check("clock.late", Part.CLOCKS);
        List<String> order = new ArrayList<>();

        // The slow probe ends only after the other's check was heard of: this run would hang if checks waited for all.
        new Examination(ports, List.of(slow, quick), List.of(late, early))
                .run(
                        event -> {
                            if (event instanceof ExaminationEvent.CheckFinished done) {
                                order.add(done.check().id());
                                quickCheckDone.countDown();
                            }
                        },
                        new Cancellation());

        assertThat(order).containsExactly("drives.early", "clock.late");
    }

    @Test
    void aProbeGetsThePartsItNeeds() {
        Probe<Drives> first = probe(Part.DRIVES, Set.of(), _ -> new Reading.Known<>(DRIVES, SOURCE));
        Probe<Clocks> second = probe(Part.CLOCKS, Set.of(Part.DRIVES), known -> {
            assertThat(known.drives().isKnown()).isTrue();
            return new Reading.Absent<>(SOURCE);
        });

        Machine machine = run(List.of(second, first), List.of()).machine();

        assertThat(machine.clocks().isAbsent()).isTrue();
    }

    @Test
    void aProbeThatThrowsCostsItsOwnFindingsOnly() {
        Probe<Clocks> broken = probe(Part.CLOCKS, Set.of(), _ -> {
            throw new IllegalStateException("probe broke");
        });
        Probe<Drives> fine = probe(Part.DRIVES, Set.of(), _ -> new Reading.Known<>(DRIVES, SOURCE));

        ExaminationResult result =
                run(List.of(broken, fine), List.of(check("clock.a", Part.CLOCKS), check("drives.b", Part.DRIVES)));

        assertThat(result.findings()).extracting(Finding::verdict).containsExactly(Verdict.UNKNOWN, Verdict.OK);
        assertThat(result.findings().getFirst().evidence().getFirst().value()).contains("probe broke");
    }

    @Test
    void aCheckThatThrowsOrSaysNothingIsUnknownWithTheReason() {
        Check broken = judging("drives.broken", _ -> {
            throw new IllegalStateException("check broke");
        });
        Check silent = judging("drives.silent", _ -> List.of());
        Check curious = judging("drives.curious", machine -> {
            machine.clocks();
            return List.of();
        });
        Probe<Drives> probe = probe(Part.DRIVES, Set.of(), _ -> new Reading.Known<>(DRIVES, SOURCE));

        List<Finding> findings =
                run(List.of(probe), List.of(broken, silent, curious)).findings();

        assertThat(findings)
                .extracting(Finding::verdict)
                .containsOnly(Verdict.UNKNOWN)
                .hasSize(3);
        assertThat(findings.get(0).evidence().getFirst().value()).contains("check broke");
        assertThat(findings.get(2).evidence().getFirst().value()).contains("not declared");
    }

    @Test
    void cancellingEndsTheRunAndLeavesEveryCheckUnknown() {
        CountDownLatch never = new CountDownLatch(1);
        Cancellation cancellation = new Cancellation();
        Probe<Drives> hung = probe(Part.DRIVES, Set.of(), _ -> {
            await(never);
            return new Reading.Known<>(DRIVES, SOURCE);
        });

        ExaminationResult result = new Examination(ports, List.of(hung), List.of(check("drives.a", Part.DRIVES)))
                .run(
                        event -> {
                            if (event instanceof ExaminationEvent.ProbeStarted) cancellation.cancel();
                        },
                        cancellation);

        assertThat(result.findings()).extracting(Finding::verdict).containsExactly(Verdict.UNKNOWN);
        assertThat(result.findings().getFirst().evidence().getFirst().value()).contains("cancelled");
    }

    @Test
    void whatIsNotReadWithinTheTimeCouldNotBeRead() {
        CountDownLatch never = new CountDownLatch(1);
        Probe<Drives> hung = probe(Part.DRIVES, Set.of(), _ -> {
            await(never);
            return new Reading.Known<>(DRIVES, SOURCE);
        });

        ExaminationResult result = new Examination(ports, List.of(hung), List.of(check("drives.a", Part.DRIVES)))
                .within(Duration.ofMillis(1))
                .run(_ -> {}, new Cancellation());

        assertThat(result.findings()).extracting(Finding::verdict).containsExactly(Verdict.UNKNOWN);
        assertThat(result.machine().drives())
                .isInstanceOfSatisfying(
                        Reading.Unknown.class,
                        unread -> assertThat(unread.cause()).isEqualTo(Reading.Cause.TIMED_OUT));
    }

    @Test
    void aProbeThatNeverReturnsIsGivenUpAndTheRestArrives() {
        AtomicBoolean free = new AtomicBoolean();
        CountDownLatch never = new CountDownLatch(1);
        Probe<Drives> hung = probe(Part.DRIVES, Set.of(), _ -> {
            // An interrupt is swallowed, as native code does.
            while (!free.get()) {
                try {
                    never.await();
                } catch (InterruptedException _) {
                    continue;
                }
            }
            return new Reading.Known<>(DRIVES, SOURCE);
        });
        Probe<Clocks> after = probe(Part.CLOCKS, Set.of(Part.DRIVES), _ -> new Reading.Absent<>(SOURCE));
        try {
            ExaminationResult result = new Examination(
                            ports,
                            List.of(hung, after),
                            List.of(check("drives.a", Part.DRIVES), check("clock.b", Part.CLOCKS)),
                            Duration.ofMillis(300))
                    .run(_ -> {}, new Cancellation());
            assertThat(result.machine().drives())
                    .isInstanceOfSatisfying(
                            Reading.Unknown.class,
                            unknown -> assertThat(unknown.cause()).isEqualTo(Reading.Cause.TIMED_OUT));
            assertThat(result.findings()).extracting(Finding::verdict).containsExactly(Verdict.UNKNOWN, Verdict.OK);
        } finally {
            free.set(true);
            never.countDown();
        }
    }

    @Test
    void aProbeThatDiesOfAnErrorCostsItsOwnFindingsOnly() {
        Probe<Drives> dying = probe(Part.DRIVES, Set.of(), _ -> {
            throw new OutOfMemoryError("a very long answer");
        });
        List<Finding> findings = new Examination(
                        ports, List.of(dying), List.of(check("drives.a", Part.DRIVES)), Duration.ofSeconds(20))
                .run(_ -> {}, new Cancellation())
                .findings();
        assertThat(findings.getFirst().evidence().getFirst().value()).contains("a very long answer");
    }

    @Test
    void findingsKeepTheOrderOfTheChecksAndTheSummaryCountsThem() {
        Probe<Drives> probe = probe(Part.DRIVES, Set.of(), _ -> new Reading.Known<>(DRIVES, SOURCE));
        ExaminationResult result =
                run(List.of(probe), List.of(check("clock.unread", Part.CLOCKS), check("drives.b", Part.DRIVES)));

        assertThat(result.findings())
                .extracting(finding -> finding.check().id())
                .containsExactly("clock.unread", "drives.b");
        assertThat(result.summary()).containsEntry(Verdict.OK, 1).containsEntry(Verdict.UNKNOWN, 1);
    }

    private ExaminationResult run(List<Probe<?>> probes, List<Check> checks) {
        return new Examination(ports, probes, checks).run(_ -> {}, new Cancellation());
    }

    private static <T> Reading<T> na() {
        return new Reading.NotApplicable<>("test");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> Probe<T> probe(Part<T> part, Set<Part<?>> needs, Function<Machine, Reading<T>> read) {
        return new Probe<>() {
            @Override
            public Part<T> part() {
                return part;
            }

            @Override
            public Set<Part<?>> needs() {
                return needs;
            }

            @Override
            public Reading<T> read(Ports system, Machine known) {
                return read.apply(known);
            }
        };
    }

    private static Check check(String id, Part<?> need) {
        return new Check() {
            @Override
            public CheckInfo info() {
                return new CheckInfo(id, Area.DRIVES, Set.of(need), List.of());
            }

            @Override
            public List<Finding> examine(Machine machine) {
                return judge(
                        machine.part(need),
                        Subject.MACHINE,
                        (_, _) -> List.of(ok(Subject.MACHINE, "fine")),
                        _ -> List.of(ok(Subject.MACHINE, "absent")));
            }
        };
    }

    private static Check judging(String id, Function<Machine, List<Finding>> examine) {
        return new Check() {
            @Override
            public CheckInfo info() {
                return new CheckInfo(id, Area.DRIVES, Set.of(Part.DRIVES), List.of());
            }

            @Override
            public List<Finding> examine(Machine machine) {
                return examine.apply(machine);
            }
        };
    }

    private static Ports ports() {
        try {
            String recording = """
                { "devdoctorRecording": 1, "taken": "2026-11-20T08:00:00Z",
                  "os": { "family": "windows", "version": "10.0.26100.1", "locale": "en-US" } }
                """;
            return RecordedPorts.open(recording.getBytes(StandardCharsets.UTF_8), "test");
        } catch (io.devdoctor.system.recorded.RecordingException e) {
            throw new IllegalStateException(e);
        }
    }
}
