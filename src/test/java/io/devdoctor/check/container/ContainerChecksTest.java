package io.devdoctor.check.container;

import static io.devdoctor.testing.Facts.GB;
import static io.devdoctor.testing.Facts.NOW;
import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.known;
import static io.devdoctor.testing.Facts.notApplicable;
import static io.devdoctor.testing.Facts.timedOut;
import static io.devdoctor.testing.FindingAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo.Cause;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.testing.DockerFacts;
import io.devdoctor.testing.EngineFacts;
import io.devdoctor.testing.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerChecksTest {
    private final Check memory = new OutOfMemoryCheck();
    private final Check exited = new ExitedCheck();

    @Test
    void containerThatMetItsOwnLimitIsNotExplainedByTheVirtualMachine() {
        Finding own = expect(memory, machine(details(137, true, "", GB)), Verdict.PROBLEM, "limit");
        assertThat(own.subject()).isEqualTo(Subject.container("db", DockerFacts.PIPE));
        assertThat(own.check().causes().stream().map(Cause::check))
                .doesNotContain("wsl.config-memory", "docker.memory");

        Finding machine = expect(memory, machine(details(137, true, "", 0)), Verdict.PROBLEM, "machine");
        assertThat(machine.check().causes().stream().map(Cause::check)).contains("wsl.config-memory", "docker.memory");
    }

    @Test
    void killedIsNotOutOfMemory() {
        expect(memory, machine(details(137, false, "", 0)), Verdict.OK, "none");
        expect(memory, machine(notApplicable()), Verdict.OK, "none");
        expect(memory, machine(timedOut()), Verdict.UNKNOWN, "unknown");
    }

    /// The kernel of a full virtual machine kills without the engine taking note.
    @Test
    void killedInASmallVirtualMachineIsSuspected() {
        Machine small = new DockerFacts()
                .memory(2 * GB)
                .windows()
                .with(Part.CONTAINERS, machine(details(137, false, "", 0)).containers());
        Finding suspect = expect(memory, small, Verdict.WARNING, "perhaps");
        assertThat(suspect.certainty()).isEqualTo(Certainty.LIKELY);
        expect(
                memory,
                small.with(Part.CONTAINERS, machine(details(1, false, "", 0)).containers()),
                Verdict.OK,
                "none");
    }

    @Test
    void withoutAnEngineThereIsNothingToSay() {
        Machine stopped = new DockerFacts().stopped().windows().with(Part.CONTAINERS, absent());
        Machine broken = new DockerFacts().status(500, "").windows().with(Part.CONTAINERS, timedOut());
        for (Check check : List.of(memory, exited)) {
            expect(check, stopped, Verdict.NOT_APPLICABLE, "not-applicable");
            expect(check, broken, Verdict.UNKNOWN, "unknown");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        0,   OK,      none
        143, OK,      none
        130, OK,      none
        1,   INFO,    failed
        137, INFO,    killed
        127, WARNING, command-missing
        126, WARNING, command-refused
        139, WARNING, crashed
        3221225781, WARNING, windows-library
        -1073741515, WARNING, windows-library
        3221225786, OK, none
        141, INFO, signal
        """)
    void exitCodes(long code, Verdict verdict, String outcome) {
        expect(exited, machine(details(code, false, "", 0)), verdict, outcome);
    }

    @Test
    void errorOfTheEngineMeansThatItNeverStarted() {
        expect(exited, machine(details(255, false, "something went wrong", 0)), Verdict.WARNING, "not-started");
        expect(exited, machine(details(137, true, "", 0)), Verdict.OK, "none");
        expect(exited, machine(timedOut()), Verdict.UNKNOWN, "unknown");
    }

    /// Whoever gave it another name still finds it.
    @Test
    void everyFindingNamesProjectAndServiceOfCompose() {
        for (Reading<Details> details : List.of(details(1, false, "", 0), Facts.<Details>timedOut())) {
            Finding found = exited.examine(composed(details)).getFirst();
            assertThat(found.subject().name()).isEqualTo("my-db");
            assertThat(found.evidence())
                    .anyMatch(evidence -> evidence.what().key().equals("evidence.container.compose")
                            && evidence.value().equals("shop / db"));
        }
    }

    private static Machine composed(Reading<Details> details) {
        Containers.Container container = new Containers.Container(
                "c0ffee",
                "my-db",
                "postgres:18",
                "exited",
                List.of(),
                Map.of("com.docker.compose.project", "shop", "com.docker.compose.service", "db"),
                List.of(),
                details,
                Facts.SOURCE);
        return new DockerFacts().windows().with(Part.CONTAINERS, known(new Containers(List.of(container), false)));
    }

    @Test
    void oldFailuresAreForgotten() {
        Details old = new Details(
                1, false, "", known(NOW.minus(Duration.ofDays(30))), 0, 0, "no", "", EngineFacts.plainSetup());
        expect(exited, machine(known(old)), Verdict.OK, "none");
    }

    private static Reading<Details> details(long code, boolean outOfMemory, String error, long limit) {
        return known(new Details(
                code,
                outOfMemory,
                error,
                known(NOW.minus(Duration.ofHours(1))),
                0,
                limit,
                "no",
                "",
                EngineFacts.plainSetup()));
    }

    private static Machine machine(Reading<Details> details) {
        return machine(details, false);
    }

    private static Machine machine(Reading<Details> details, boolean truncated) {
        Containers.Container container = new Containers.Container(
                "c0ffee", "db", "postgres:18", "exited", List.of(), Map.of(), List.of(), details, Facts.SOURCE);
        return new DockerFacts().windows().with(Part.CONTAINERS, known(new Containers(List.of(container), truncated)));
    }

    @Test
    void containersThatNobodyLookedIntoAreNotOk() {
        Machine many = machine(notApplicable(), true);
        expect(exited, many, Verdict.UNKNOWN, "container.not-inspected");
        expect(memory, many, Verdict.UNKNOWN, "container.not-inspected");
        Finding failed = expect(exited, machine(details(1, false, "", 0), true), Verdict.INFO, "failed");
        assertThat(failed.subject().name()).isEqualTo("db");
    }
}
