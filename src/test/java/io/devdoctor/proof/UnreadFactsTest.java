package io.devdoctor.proof;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.machine.Reading;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.testing.InterposedPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// An answer that does not come makes nothing better: no crash, and no OK where the illness stands in that answer.
///
/// Which fact a check uses is observed: the answers that differ between an ill machine and the one it was made from.
class UnreadFactsTest {
    static final List<Proof> ILL = Proof.all().stream()
            .filter(proof -> !proof.toString().startsWith("languages/"))
            .filter(proof -> proof.notable().stream().anyMatch(UnreadFactsTest::isIllness))
            .toList();

    /// Answers of the machines from which others are made, by name.
    private static final Map<String, Map<String, String>> HEALTHY = new ConcurrentHashMap<>();

    private static final List<Reading.Cause> CAUSES =
            List.of(Reading.Cause.TIMED_OUT, Reading.Cause.DENIED, Reading.Cause.UNREADABLE, Reading.Cause.FAILED);

    @ParameterizedTest
    @FieldSource("ILL")
    void theIllnessIsNotForgotten(Proof proof) throws RecordingException {
        Map<String, String> healthy =
                HEALTHY.computeIfAbsent(proof.json().path("base").asString(), _ -> answersOfBase(proof));
        Map<String, String> asked = answers(proof.ports());
        Set<String> wanted = proof.notable().stream()
                .filter(UnreadFactsTest::isIllness)
                .map(line -> line.substring(0, line.indexOf(']') + 1))
                .collect(toSet());
        int round = 0;
        List<String> forgotten = new ArrayList<>();
        for (Map.Entry<String, String> answer : new TreeMap<>(asked).entrySet()) {
            String question = answer.getKey();
            if (answer.getValue().equals(healthy.get(question))) continue;
            Reading.Cause cause = CAUSES.get(round++ % CAUSES.size());
            ExaminationResult result = without(proof.ports(), question, cause);
            Crashes.none(result, "without " + question);
            for (String ill : wanted) {
                boolean told = isStillTold(ill, result) || isToldOtherwise(ill, question, result);
                if (!told) forgotten.add(ill + " without " + question + " (" + cause + ")");
            }
        }
        assertThat(forgotten).as(proof.toString()).isEmpty();
    }

    @Test
    void aHealthyMachineWithoutOneAnswerIsExaminedToTheEnd() throws RecordingException {
        Map<String, String> asked = answers(Samples.open("healthy-en"));
        Set<String> said = new TreeSet<>(
                Checks.ALL.stream().map(check -> check.info().id()).toList());
        int round = 0;
        for (String question : new TreeSet<>(asked.keySet())) {
            Reading.Cause cause = CAUSES.get(round++ % CAUSES.size());
            ExaminationResult result = without(Samples.open("healthy-en"), question, cause);
            Crashes.none(result, "without " + question);
            assertThat(result.findings().stream()
                            .map(finding -> finding.check().id())
                            .collect(toSet()))
                    .as(question)
                    .isEqualTo(said);
        }
    }

    /// The same subject is not well, or the check says that it could not find out.
    static boolean isStillTold(String checkAndSubject, ExaminationResult result) {
        String check = checkAndSubject.substring(0, checkAndSubject.indexOf(' '));
        return result.findings().stream()
                .filter(finding -> finding.check().id().equals(check))
                .filter(Proof::isNotable)
                .anyMatch(finding -> finding.verdict() == Verdict.UNKNOWN
                        || Proof.line(finding).startsWith(checkAndSubject + " "));
    }

    private static Map<String, String> answersOfBase(Proof proof) {
        try {
            return answers(proof.base());
        } catch (RecordingException e) {
            throw new AssertionError(e);
        }
    }

    /// What is told in place of an illness whose proof stood in this answer; nothing is forgotten for nothing.
    static boolean isToldOtherwise(String checkAndSubject, String question, ExaminationResult result) {
        String check = checkAndSubject.substring(0, checkAndSubject.indexOf(' '));
        return switch (check) {
            // WMI contradicts the services at most; what is there they alone decide.
            case "host.virtual-machine-platform" -> question.startsWith("wmi.rows");
            // Package and service decide whether WSL is installed; that wsl.exe is silent another check says.
            // That a policy may forbid it, host.policy says where policies are unread.
            case "wsl.installed" ->
                question.startsWith("commands.run(wsl.exe --list") && isStillTold("wsl.responds []", result)
                        || question.contains("Policies\\WSL") && isStillTold("host.policy []", result);
            // The registry alone decides where there is no list to hold against; that there is none another check says.
            case "wsl.distro-state" ->
                question.startsWith("commands.run(wsl.exe --list") && isStillTold("wsl.responds []", result);
            // How a container ended its code says still; the log only tells more about why.
            case "container.exited" ->
                question.contains("/logs?")
                        && result.findings().stream()
                                .filter(finding -> finding.verdict() == Verdict.INFO)
                                .anyMatch(finding -> Proof.line(finding).startsWith(checkAndSubject + " "));
            // Where nobody says which pipe is right, the silence of one of them is what is told.
            case "docker.endpoint" -> question.startsWith("engine.get(") && isNotable("docker.engine", result);
            // Another engine is the chosen one as soon as nobody can read which one was.
            case "docker.engine" ->
                question.contains("\\.docker\\config.json") && isNotable("docker.config-files", result);
            // The file itself is sound; that the engine does not tell what it made of it, the engine's own check says.
            case "docker.daemon-config" -> question.contains("/info, ") && isNotable("docker.engine", result);
            // A slow mirror is no loss any more when the faster one behind it does not work either.
            case "docker.registry-mirrors" -> question.startsWith("network.http(") && isNotable(check, result);
            // Of a folder that cannot be listed one check alone tells, else forty would.
            default ->
                check.matches("(project|dockerfile|dockerignore|compose)\\..*")
                        && (question.startsWith("files.children(") && isNotable("project.location", result)
                                // Nor of a repository that cannot be read.
                                || question.startsWith("repositories.repository(")
                                        && isNotable("project.git-ownership", result));
        };
    }

    private static boolean isNotable(String check, ExaminationResult result) {
        return result.findings().stream()
                .anyMatch(finding -> finding.check().id().equals(check) && Proof.isNotable(finding));
    }

    static boolean isIllness(String line) {
        return line.contains("] " + Verdict.WARNING + " ") || line.contains("] " + Verdict.PROBLEM + " ");
    }

    private static ExaminationResult without(Ports ports, String question, Reading.Cause cause) {
        InterposedPorts.Hand hand = (call, real) -> call.question().equals(question) ? call.unread(cause) : real.get();
        return new Examination(ports, InterposedPorts.through(hand, Probes.ALL), Checks.ALL)
                .run(_ -> {}, new Cancellation());
    }

    /// Every question and what was answered, without the time at which.
    private static Map<String, String> answers(Ports ports) {
        Map<String, String> answers = new ConcurrentHashMap<>();
        InterposedPorts.Hand hand = (call, real) -> {
            Reading<?> answer = real.get();
            answers.merge(
                    call.question(), answer.toString(), (first, next) -> first.equals(next) ? first : first + next);
            return answer;
        };
        new Examination(ports, InterposedPorts.through(hand, Probes.ALL), List.of()).run(_ -> {}, new Cancellation());
        return new TreeMap<>(answers);
    }
}
