package io.devdoctor.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.probe.Probe;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.testing.InterposedPorts;
import io.devdoctor.testing.InterposedPorts.Call;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How long an examination takes at worst, counted in budgets and not with a watch.
///
/// Within a probe, each question in turn hangs until everything was asked that is asked also when it times out:
/// nothing waits for an answer that it does not use. What is not asked then rests on the answer, and begins at worst
/// when its budget is over. The longest such way through all probes must end within the slowest budget there is.
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowestBudgetTest {
    private static final String MACHINE = "healthy-en";
    /// Reached only where a question is held up for nothing: then the test fails instead of standing still.
    private static final int GIVEN_UP_SECONDS = 20;

    /// Of all budgets that of a whole probe is the slowest, milliseconds.
    private static final long SLOWEST = Thresholds.number("budget.probe");

    /// Where a file lies, which ones of several count, and which registries are used at all, is told by these.
    private static final Map<String, String> DECIDES = Map.of(
            "registry\\.key\\(.*\\\\Docker Desktop\\)",
                    "files\\.state\\(.*\\\\(cli-plugins\\\\.*|Docker Desktop\\.exe\\))",
            "files\\.state\\(.*\\\\Docker Desktop\\.exe\\)", "files\\.state\\(.*\\\\cli-plugins\\\\.*",
            "registry\\.key\\(.*\\\\Environment\\)", "files\\.read\\(.*\\\\go\\\\env\\)",
            "environment\\.variables\\(.*\\)", "files\\..*\\\\\\.docker\\\\.*",
            "files\\.(read|list)\\(.*\\\\(config\\.json|meta)\\)", "files\\.read\\(.*\\\\meta\\.json\\)",
            "engine\\.get\\(.*/containers/[0-9a-f]{64}/json.*", "engine\\.get\\(.*/images/.*",
            "engine\\.get\\(.*/images/json, .*", "network\\..*");

    @Test
    void nothingWaitsForAnAnswerThatItDoesNotUse() throws RecordingException {
        Machine known = examined();
        List<String> heldUp = new ArrayList<>();
        for (Probe<?> probe : Probes.ALL) heldUp.addAll(new Probed(probe, known).heldUp());
        assertThat(heldUp).isEmpty();
    }

    @Test
    void theLongestWayEndsWithinTheSlowestBudget() throws RecordingException {
        Machine known = examined();
        Map<String, Long> ends = new TreeMap<>();
        long sum = 0;
        for (Probe<?> probe : inOrder()) {
            Probed probed = new Probed(probe, known);
            long start = probe.needs().stream()
                    .mapToLong(part -> ends.get(part.id()))
                    .max()
                    .orElse(0);
            ends.put(probe.part().id(), start + probed.longestWay());
            sum += probed.sum();
        }
        assertThat(ends).allSatisfy((_, end) -> assertThat(end).isLessThanOrEqualTo(SLOWEST));
        assertThat(sum).as("one after the other").isGreaterThan(10 * SLOWEST);
    }

    /// A program has its own variables in its memory: nothing there can hang.
    private static boolean isAtHand(Call call) {
        return call.question().equals("environment.variables(PROCESS)");
    }

    /// Whether an answer decides what the other question is, although it is asked without the answer too.
    private static boolean decides(Call answer, Call other) {
        return DECIDES.entrySet().stream()
                .anyMatch(each -> answer.question().matches(each.getKey())
                        && other.question().matches(each.getValue()));
    }

    /// Every probe after those that it waits for.
    private static List<Probe<?>> inOrder() {
        List<Probe<?>> waiting = new ArrayList<>(Probes.ALL);
        List<Probe<?>> order = new ArrayList<>();
        Set<Part<?>> read = new HashSet<>();
        while (!waiting.isEmpty()) {
            Probe<?> next = waiting.stream()
                    .filter(probe -> read.containsAll(probe.needs()))
                    .findFirst()
                    .orElseThrow();
            waiting.remove(next);
            order.add(next);
            read.add(next.part());
        }
        return order;
    }

    private static Machine examined() throws RecordingException {
        return new Examination(Samples.open(MACHINE), Probes.ALL, List.of())
                .run(_ -> {}, new Cancellation())
                .machine();
    }

    /// One probe, asked again and again while one of its questions hangs.
    private static final class Probed {
        private final Probe<?> probe;
        private final Machine known;
        /// How often each question is asked of the healthy machine.
        private final Map<Call, Integer> asked;
        /// What is not asked while the answer to this is out.
        private final Map<Call, Set<Call>> resting = new HashMap<>();

        Probed(Probe<?> probe, Machine known) throws RecordingException {
            this.probe = probe;
            this.known = known;
            asked = ask((_, answer) -> answer.get());
            asked.keySet().removeIf(SlowestBudgetTest::isAtHand);
            for (Call hanging : asked.keySet()) {
                Set<Call> still = new HashSet<>(asked.keySet());
                still.retainAll(ask((call, answer) -> call.equals(hanging) ? timedOut(call) : answer.get())
                        .keySet());
                still.removeIf(call -> decides(hanging, call));
                Set<Call> rest = new HashSet<>(asked.keySet());
                rest.removeAll(still);
                rest.remove(hanging);
                resting.put(hanging, rest);
            }
        }

        private static Reading<?> timedOut(Call call) {
            return call.unread(Reading.Cause.TIMED_OUT);
        }

        private Map<Call, Integer> ask(InterposedPorts.Hand hand) throws RecordingException {
            Map<Call, Integer> calls = new ConcurrentHashMap<>();
            InterposedPorts.Hand counting = (call, answer) -> {
                calls.merge(call, 1, Integer::sum);
                return hand.answer(call, answer);
            };
            InterposedPorts.through(counting, List.of(probe)).getFirst().read(Samples.open(MACHINE), known);
            return calls;
        }

        List<String> heldUp() throws RecordingException {
            List<String> heldUp = new ArrayList<>();
            for (Call hanging : asked.keySet()) {
                Set<Call> missing = ConcurrentHashMap.newKeySet();
                missing.addAll(asked.keySet());
                missing.removeAll(resting.get(hanging));
                missing.remove(hanging);
                CountDownLatch restWasAsked = new CountDownLatch(missing.isEmpty() ? 0 : 1);
                List<String> waited = Collections.synchronizedList(new ArrayList<>());
                ask((call, answer) -> {
                    missing.remove(call);
                    if (missing.isEmpty()) restWasAsked.countDown();
                    if (!call.equals(hanging)) return answer.get();
                    if (!isDown(restWasAsked)) waited.add(hanging + " holds up " + Set.copyOf(missing));
                    return timedOut(call);
                });
                heldUp.addAll(waited.stream().limit(1).toList());
            }
            return heldUp;
        }

        private static boolean isDown(CountDownLatch latch) {
            try {
                return latch.await(GIVEN_UP_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /// Milliseconds from the first question to the last answer, where every answer takes its whole budget.
        long longestWay() {
            Map<Call, Long> ways = new HashMap<>();
            return asked.keySet().stream()
                    .mapToLong(call -> wayThrough(call, ways, new HashSet<>()))
                    .max()
                    .orElse(0);
        }

        private long wayThrough(Call call, Map<Call, Long> ways, Set<Call> above) {
            Long told = ways.get(call);
            if (told != null) return told;
            assertThat(above.add(call)).as("waits for itself: " + call).isTrue();
            long before = resting.entrySet().stream()
                    .filter(each -> each.getValue().contains(call))
                    .mapToLong(each -> wayThrough(each.getKey(), ways, above))
                    .max()
                    .orElse(0);
            above.remove(call);
            long way = before + cost(call);
            ways.put(call, way);
            return way;
        }

        /// What is asked more than once may be asked one after the other, such as the samples of a time server.
        private long cost(Call call) {
            return asked.getOrDefault(call, 0) * call.budget().duration().toMillis();
        }

        long sum() {
            return asked.keySet().stream().mapToLong(this::cost).sum();
        }
    }
}
