package io.devdoctor.check.docker;

import static io.devdoctor.testing.Facts.GB;
import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.denied;
import static io.devdoctor.testing.Facts.known;
import static io.devdoctor.testing.Facts.timedOut;
import static io.devdoctor.testing.Facts.unknown;
import static io.devdoctor.testing.FindingAssert.expect;
import static io.devdoctor.testing.FindingAssert.title;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.DockerClient.By;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.testing.DockerFacts;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.HostFacts;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerEngineChecksTest {
    private static final String STALE = "tcp://localhost:2375";
    private final Check endpoint = new EndpointCheck();
    private final Check engine = new EngineCheck();
    private final Check memory = new EngineMemoryCheck();
    private final Check processors = new EngineProcessorsCheck();

    @Test
    void defaultAndContextAreTold() {
        expect(endpoint, new DockerFacts().windows(), Verdict.OK, "default");
        DockerFacts desktop = desktopContext().chosen(By.CURRENT_CONTEXT, DockerFacts.LINUX_PIPE, "desktop-linux");
        expect(endpoint, desktop.windows(), Verdict.OK, "context");
        expect(endpoint, new DockerFacts().chosen(By.OVERRIDE, STALE, "default").windows(), Verdict.OK, "override");
    }

    @Test
    void staleVariableIsRemovedWhereItIsSet() {
        DockerFacts stale = new DockerFacts()
                .variable("DOCKER_HOST", STALE, "process")
                .variable("DOCKER_HOST", STALE, "user")
                .chosen(By.DOCKER_HOST, STALE, "default")
                .ping(absent());
        Finding finding = expect(endpoint, stale.windows(), Verdict.PROBLEM, "variable-dead");
        assertThat(finding.evidence()).anyMatch(evidence -> evidence.value().contains(STALE));
        assertThat(finding.fixes()).singleElement().satisfies(fix -> {
            assertThat(fix.takesEffect()).isEqualTo(TakesEffect.SIGN_OUT);
            assertThat(fix.steps().getFirst()).isInstanceOf(Step.SetRegistryValue.class);
        });
        expect(endpoint, stale.ping(timedOut()).windows(), Verdict.WARNING, "variable-silent");
        expect(endpoint, stale.ping(denied()).windows(), Verdict.WARNING, "variable-unread");
    }

    @Test
    void variableOfTheComputerOrOfOneProgramIsLeftToThePerson() {
        for (String scope : new String[] {"machine", "process"}) {
            DockerFacts stale = new DockerFacts()
                    .variable("DOCKER_HOST", STALE, scope)
                    .chosen(By.DOCKER_HOST, STALE, "default")
                    .ping(absent());
            Finding finding = expect(endpoint, stale.windows(), Verdict.PROBLEM, "variable-dead");
            assertThat(finding.fixes().getFirst().isManual()).isTrue();
        }
    }

    @Test
    void variableThatWorksOverridesTheChosenContext() {
        DockerFacts host = desktopContext().variable("DOCKER_HOST", STALE, "user");
        expect(
                endpoint,
                host.chosen(By.DOCKER_HOST, STALE, "default").windows(),
                Verdict.WARNING,
                "variable-overrides");
        DockerFacts same = desktopContext().variable("DOCKER_HOST", DockerFacts.LINUX_PIPE, "user");
        expect(
                endpoint,
                same.chosen(By.DOCKER_HOST, DockerFacts.LINUX_PIPE, "default").windows(),
                Verdict.OK,
                "variable");
    }

    @Test
    void missingContextIsReplacedInConfigJson() {
        String config = "{\r\n\t\"auths\": {},\r\n\t\"currentContext\": \"old\"\r\n}";
        DockerFacts missing = new DockerFacts()
                .config(config, known("old"))
                .context("desktop-linux", DockerFacts.LINUX_PIPE)
                .missing("old");
        Finding finding = expect(endpoint, missing.windows(), Verdict.PROBLEM, "context-missing");
        assertThat(title(finding)).contains("old");
        assertThat(after(finding)).isEqualTo(config.replace("\"old\"", "\"desktop-linux\""));
        // The engine could not be asked: a consequence, not a second illness.
        expect(engine, missing.windows(), Verdict.UNKNOWN, "unknown");
    }

    @Test
    void unreadableChoiceIsUnknownAndIgnoredConfigIsSaid() {
        DockerFacts unreadable = new DockerFacts().config("\uFEFF{}", unknown(Reading.Cause.UNREADABLE, "UTF_8_BOM"));
        expect(endpoint, unreadable.windows(), Verdict.WARNING, "config-ignored");
        Machine machine = new DockerFacts().windows().with(Part.DOCKER_CLIENT, timedOut());
        expect(endpoint, machine, Verdict.UNKNOWN, "unknown");
    }

    @Test
    void missingPipeBesideAnotherOneIsAWrongContext() {
        DockerFacts wrong = desktopContext()
                .config("{\"currentContext\": \"desktop-windows\"}", known("desktop-windows"))
                .chosen(By.CURRENT_CONTEXT, "npipe:////./pipe/dockerDesktopWindowsEngine", "desktop-windows")
                .pipe("docker_engine", absent())
                .ping(absent());
        Finding finding = expect(endpoint, wrong.windows(), Verdict.WARNING, "other-pipe");
        assertThat(after(finding)).isEqualTo("{\"currentContext\": \"desktop-linux\"}");
    }

    @Test
    void engineThatAnswersIsNamedWithItsPlace() {
        assertThat(title(expect(engine, new DockerFacts().plain().on(Facts.linux()), Verdict.OK, "ok")))
                .isEqualTo("Docker Engine 20.10.24 at unix:///var/run/docker.sock");
        expect(engine, new DockerFacts().windows(), Verdict.OK, "desktop");
    }

    @Test
    void engineThatDoesNotAnswer() {
        expect(engine, new DockerFacts().status(500, "").windows(), Verdict.WARNING, "not-ready");
        expect(engine, new DockerFacts().plain().status(500, "").on(Facts.linux()), Verdict.PROBLEM, "error");
        expect(engine, new DockerFacts().stopped().windows(), Verdict.WARNING, "stopped");
        expect(engine, new DockerFacts().ping(timedOut()).windows(), Verdict.WARNING, "silent");
        expect(engine, new DockerFacts().ping(denied()).windows(), Verdict.PROBLEM, "denied");
        DockerFacts remote =
                new DockerFacts().chosen(By.DOCKER_HOST, STALE, "default").ping(absent());
        expect(engine, remote.windows(), Verdict.PROBLEM, "absent");
        DockerFacts broken = new DockerFacts().ping(unknown(Reading.Cause.UNREADABLE, "half an answer"));
        expect(engine, broken.windows(), Verdict.PROBLEM, "unreadable");
        DockerFacts failed = new DockerFacts().ping(unknown(Reading.Cause.FAILED, "something else"));
        expect(engine, failed.windows(), Verdict.UNKNOWN, "unknown");
    }

    @Test
    void onLinuxAnEngineThatIsNotThereIsNoIllness() {
        Machine linux = new DockerFacts().plain().ping(absent()).on(Facts.linux());
        expect(engine, linux, Verdict.NOT_APPLICABLE, "not-applicable");
        DockerFacts told = new DockerFacts().plain().chosen(By.DOCKER_CONTEXT, DockerFacts.SOCKET, "default");
        expect(engine, told.ping(absent()).on(Facts.linux()), Verdict.INFO, "not-started");
        Finding denied =
                expect(engine, new DockerFacts().plain().ping(denied()).on(Facts.linux()), Verdict.PROBLEM, "denied");
        assertThat(denied.fixes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # GB of the host, MB of the engine as MemTotal tells them
        16, 7812,  OK,      ok
        16, 1912,  WARNING, low
        16, 3900,  OK,      ok
        32, 7000,  WARNING, low
        16, 14900, WARNING, high
        8,  3900,  OK,      ok
        4,  1900,  OK,      ok
        """)
    void memory(long host, long engineMegabytes, Verdict verdict, String outcome) {
        Machine machine = new DockerFacts()
                .memory(engineMegabytes << 20)
                .windows()
                .with(Part.HOST, new HostFacts().memory(host * GB, GB).host())
                .with(Part.WSL_CONFIG, timedOut())
                .with(Part.POLICIES, timedOut());
        expect(memory, machine, verdict, outcome);
    }

    @Test
    void memoryIsComparedOnlyWhereThereIsAVirtualMachine() {
        expect(memory, new DockerFacts().plain().on(Facts.linux()), Verdict.OK, "shared");
        DockerFacts remote = new DockerFacts().chosen(By.DOCKER_HOST, "ssh://server", "default");
        expect(memory, remote.windows(), Verdict.NOT_APPLICABLE, "not-applicable");
        expect(memory, new DockerFacts().stopped().windows(), Verdict.NOT_APPLICABLE, "not-applicable");
        expect(memory, new DockerFacts().status(500, "").windows(), Verdict.UNKNOWN, "unknown");
        Machine unread = new DockerFacts().windows().with(Part.HOST, timedOut());
        expect(memory, unread, Verdict.UNKNOWN, "unknown");
        DockerFacts hyperV = new DockerFacts().kernel("6.10.14-linuxkit").memory(2 * GB);
        Finding low = expect(memory, hyperV.windows(), Verdict.WARNING, "low");
        assertThat(low.fixes().getFirst().title().key()).contains("desktop");
    }

    @Test
    void processors() {
        expect(processors, new DockerFacts().windows(), Verdict.OK, "ok");
        Machine few = new DockerFacts().processors(2).windows().with(Part.WSL_CONFIG, timedOut());
        Finding found = expect(processors, few.with(Part.POLICIES, timedOut()), Verdict.INFO, "few");
        assertThat(found.fixes()).allMatch(Fix::isManual);
        expect(processors, new DockerFacts().plain().on(Facts.linux()), Verdict.OK, "shared");
        expect(processors, new DockerFacts().status(500, "").windows(), Verdict.UNKNOWN, "unknown");
        expect(processors, new DockerFacts().stopped().windows(), Verdict.NOT_APPLICABLE, "not-applicable");
    }

    private static DockerFacts desktopContext() {
        return new DockerFacts()
                .config("{\"currentContext\": \"desktop-linux\"}", known("desktop-linux"))
                .context("desktop-linux", DockerFacts.LINUX_PIPE);
    }

    private static String after(Finding finding) {
        Step step = finding.fixes().getFirst().steps().getFirst();
        assertThat(step).isInstanceOf(Step.EditFile.class);
        return new String(
                java.util.Objects.requireNonNull(((Step.EditFile) step).after()).toArray(), StandardCharsets.UTF_8);
    }
}
