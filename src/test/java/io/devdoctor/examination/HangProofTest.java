package io.devdoctor.examination;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.probe.Probe;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.testing.FindingAssert;
import io.devdoctor.testing.InterposedPorts;
import io.devdoctor.testing.InterposedPorts.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Any question may hang: it costs the findings that rest on it, and nothing waits for it.
///
/// A question hangs until every check that does not rest on its part has spoken; only then does its budget run out.
/// Were
/// one of them held up, the test would stand still.
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HangProofTest {
    private static final String MACHINE = "healthy-en";

    @Test
    void whatHangsHoldsUpNobodyElse() throws RecordingException {
        Map<String, Set<String>> well = findings(examine((_, real) -> real.get(), Checks.ALL, _ -> {}));
        for (Call hanging : questions()) {
            Set<Part<?>> held = dependents(hanging.by());
            Map<String, Set<String>> found = findings(hang(hanging, held));
            for (Check check : Checks.ALL) {
                CheckInfo info = check.info();
                if (info.needs().stream().anyMatch(held::contains)) {
                    assertThat(found.get(info.id()))
                            .as(info.id() + " when " + hanging)
                            .isNotEmpty();
                } else {
                    assertThat(found.get(info.id()))
                            .as(info.id() + " when " + hanging)
                            .isEqualTo(well.get(info.id()));
                }
            }
        }
    }

    private static ExaminationResult hang(Call hanging, Set<Part<?>> held) throws RecordingException {
        Set<CheckInfo> free = ConcurrentHashMap.newKeySet();
        Checks.ALL.stream()
                .map(Check::info)
                .filter(info -> info.needs().stream().noneMatch(held::contains))
                .forEach(free::add);
        CountDownLatch everybodyElseSpoke = new CountDownLatch(1);
        if (free.isEmpty()) everybodyElseSpoke.countDown();
        InterposedPorts.Hand hand = (call, real) -> {
            if (!call.equals(hanging)) return real.get();
            try {
                everybodyElseSpoke.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return call.unread(Reading.Cause.TIMED_OUT);
        };
        return examine(hand, Checks.ALL, event -> {
            if (event instanceof ExaminationEvent.CheckFinished(CheckInfo info, var _)) {
                free.remove(info);
                if (free.isEmpty()) everybodyElseSpoke.countDown();
            }
        });
    }

    /// The part itself and every part whose probe waits for it.
    private static Set<Part<?>> dependents(Part<?> part) {
        Set<Part<?>> all = new HashSet<>(Set.of(part));
        boolean grew = true;
        while (grew) {
            grew = all.addAll(Probes.ALL.stream()
                    .filter(probe -> probe.needs().stream().anyMatch(all::contains))
                    .map(Probe::part)
                    .collect(toSet()));
        }
        return all;
    }

    private static Set<Call> questions() throws RecordingException {
        Set<Call> asked = ConcurrentHashMap.newKeySet();
        examine(
                (call, real) -> {
                    asked.add(call);
                    return real.get();
                },
                List.of(),
                _ -> {});
        return asked;
    }

    private static ExaminationResult examine(
            InterposedPorts.Hand hand,
            List<Check> checks,
            java.util.function.Consumer<? super ExaminationEvent> listener)
            throws RecordingException {
        return new Examination(Samples.open(MACHINE), InterposedPorts.through(hand, Probes.ALL), checks)
                .run(listener, new Cancellation());
    }

    private static Map<String, Set<String>> findings(ExaminationResult result) {
        return result.findings().stream()
                .collect(groupingBy(
                        finding -> finding.check().id(), mapping(HangProofTest::line, toCollection(TreeSet::new))));
    }

    private static String line(Finding finding) {
        return finding.subject() + " " + finding.verdict() + " " + FindingAssert.outcome(finding);
    }
}
