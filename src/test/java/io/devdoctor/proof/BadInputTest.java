package io.devdoctor.proof;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.machine.Reading;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.testing.Damage;
import io.devdoctor.testing.InterposedPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/// Damaged answers: nothing throws, every check speaks, and no illness becomes health because its proof is garbage.
class BadInputTest {
    static final List<String> SAMPLES = Samples.NAMES;
    static final List<Proof> ILL = UnreadFactsTest.ILL;

    private static final Damage[] DAMAGES = Damage.values();

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void eachAnswerDamagedAlone(String sample) throws RecordingException {
        int turn = 0;
        for (String question : questions(Samples.open(sample)).keySet()) {
            Damage damage = DAMAGES[(turn++ + sample.length()) % DAMAGES.length];
            Crashes.none(
                    examine(Samples.open(sample), question::equals, damage, turn),
                    "with " + damage + " in " + question + ", seed " + turn);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAnswerDamagedAtOnce(Damage damage) throws RecordingException {
        for (String sample : SAMPLES) {
            for (int seed = 0; seed < 3; seed++) {
                Crashes.none(
                        examine(Samples.open(sample), _ -> true, damage, seed),
                        "with " + damage + " everywhere in " + sample + ", seed " + seed);
            }
        }
    }

    /// Of what makes a machine ill, nothing is left but noise.
    @ParameterizedTest
    @FieldSource("ILL")
    void noiseIsNotHealth(Proof proof) throws RecordingException {
        Map<String, String> healthy = questions(proof.base());
        Set<String> ill = proof.notable().stream()
                .filter(UnreadFactsTest::isIllness)
                .map(line -> line.substring(0, line.indexOf(']') + 1))
                .collect(toSet());
        List<String> healed = new ArrayList<>();
        int seed = 0;
        for (Map.Entry<String, String> asked : questions(proof.ports()).entrySet()) {
            String question = asked.getKey();
            if (asked.getValue().equals(healthy.get(question))) continue;
            Crashes.none(
                    examine(proof.ports(), question::equals, DAMAGES[seed % DAMAGES.length], seed),
                    "with " + DAMAGES[seed % DAMAGES.length] + " in " + question + ", seed " + seed);
            seed++;
            if (isFreeText(question)) continue;
            ExaminationResult result = examine(proof.ports(), question::equals, Damage.GARBAGE, seed);
            for (String each : ill) {
                boolean told = UnreadFactsTest.isStillTold(each, result)
                        || UnreadFactsTest.isToldOtherwise(each, question, result);
                if (!told) healed.add(each + " by noise in " + question);
            }
        }
        assertThat(healed).as(proof.toString()).isEmpty();
    }

    /// Lines that stand for themselves, and values that a person types: noise there is another content.
    private static boolean isFreeText(String question) {
        return question.startsWith("registry.key")
                || Stream.of(".wslconfig", "hosts)", "config)", "\\env)", "/logs?")
                        .anyMatch(question::contains);
    }

    private static ExaminationResult examine(Ports ports, Predicate<String> which, Damage damage, int seed) {
        InterposedPorts.Hand hand = (call, real) -> which.test(call.question())
                ? damage.to(real.get(), 31L * seed + call.question().hashCode())
                : real.get();
        return new Examination(ports, InterposedPorts.through(hand, Probes.ALL), Checks.ALL)
                .run(_ -> {}, new Cancellation());
    }

    /// Every question and its answer, in order.
    private static Map<String, String> questions(Ports ports) {
        Map<String, String> answers = new ConcurrentHashMap<>();
        InterposedPorts.Hand hand = (call, real) -> {
            Reading<?> answer = real.get();
            answers.merge(call.question(), answer.toString(), (one, other) -> one.equals(other) ? one : one + other);
            return answer;
        };
        new Examination(ports, InterposedPorts.through(hand, Probes.ALL), List.of()).run(_ -> {}, new Cancellation());
        return new TreeMap<>(answers);
    }
}
