package io.devdoctor.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.RecordingPorts;
import io.devdoctor.system.recorded.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Who replays a recording with stand-ins finds what was found on the machine.
class PseudonymousRecordingTest {
    static final List<String> SAMPLES = Samples.NAMES;
    /// 1 tries all, which takes minutes.
    private static final int EVERY = Integer.getInteger("devdoctor.pseudonymous.every", 97);
    /// Where names and secrets are what is judged.
    private static final List<String> ABOUT_NAMES =
            List.of("host.user-name/", ".secrets/", "docker.endpoint/", "languages/de-DE");
    /// A password that is masked is not seen to be one for a developer's desk alone.
    private static final Map<String, String> STRICTER = Map.of(
            "compose.secrets INFO check.compose.secrets.development.title",
            "compose.secrets WARNING check.compose.secrets.literal.title");

    /// Some of all, and those about names.
    static Stream<Proof> proofs() {
        List<Proof> all = Proof.all();
        return Stream.concat(
                        all.stream().filter(proof -> ABOUT_NAMES.stream().anyMatch(proof.toString()::contains)),
                        Stream.iterate(0, i -> i < all.size(), i -> i + EVERY).map(all::get))
                .distinct();
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void samplesReplayToTheSameFindings(String name) throws RecordingException {
        replaysToTheSame(Samples.open(name));
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void otherMachinesReplayToTheSameFindings(Proof proof) throws RecordingException {
        replaysToTheSame(proof.ports());
    }

    private static void replaysToTheSame(Ports machine) throws RecordingException {
        RecordingPorts recorder = RecordingPorts.around(machine, "");
        ExaminationResult before = examine(recorder.ports());
        byte[] recording = recorder.recording().pseudonymous().bytes();
        String user = machine.platform().user();
        assertThat(new String(recording, StandardCharsets.UTF_8)).doesNotContain("Users\\\\" + user + "\\\\");
        ExaminationResult after = examine(RecordedPorts.open(recording, "pseudonymous"));
        assertThat(found(after))
                .containsExactlyElementsOf(found(before).stream()
                        .map(line -> STRICTER.getOrDefault(line, line))
                        .sorted()
                        .toList());
    }

    private static ExaminationResult examine(Ports ports) {
        return new Examination(ports, Probes.ALL, Checks.ALL).run(_ -> {}, new Cancellation());
    }

    /// Without subjects, which may be names of people and hosts.
    private static List<String> found(ExaminationResult result) {
        return result.findings().stream()
                .map(finding -> finding.check().id() + " " + finding.verdict() + " "
                        + finding.title().key())
                .sorted()
                .toList();
    }
}
