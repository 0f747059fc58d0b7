package io.devdoctor.check.docker;

import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.denied;
import static io.devdoctor.testing.Facts.known;
import static io.devdoctor.testing.Facts.timedOut;
import static io.devdoctor.testing.FindingAssert.expect;
import static io.devdoctor.testing.FindingAssert.one;
import static io.devdoctor.testing.FindingAssert.title;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.DockerClient.By;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Worlds;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.testing.DockerFacts;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.WslFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerDesktopChecksTest {
    private final Check installed = new InstalledCheck();
    private final Check release = new DesktopReleaseCheck();
    private final Check running = new RunningCheck();
    private final Check mode = new EngineModeCheck();

    @Test
    void everyFormOfAnInstallationCounts() {
        expect(installed, new DockerFacts().windows(), Verdict.OK, "desktop");
        expect(installed, new DockerFacts().install("").windows(), Verdict.OK, "desktop-unversioned");
        DockerDesktop.Install mine = new DockerDesktop.Install("4.85.0", "", true);
        expect(installed, new DockerFacts().install(known(mine)).windows(), Verdict.OK, "desktop-per-user");
        expect(installed, new DockerFacts().plain().on(Facts.linux()), Verdict.OK, "engine");
    }

    @Test
    void nothingInstalledIsCertainOnlyWithoutADistribution() {
        Machine none = new DockerFacts().nowhere().windows();
        assertThat(expect(installed, none, Verdict.PROBLEM, "missing").fixes()).hasSize(1);

        WslFacts debian = new WslFacts().distro("Debian", known(15L), known(1L), known("C:\\wsl\\Debian"), absent());
        Worlds unseen = new Worlds(List.of(), Map.of(), List.of("Debian"));
        Machine stopped = none.with(Part.WSL, debian.wsl()).with(Part.WORLDS, known(unseen));
        expect(installed, stopped, Verdict.WARNING, "missing-or-inside");
        Machine unread = none.with(Part.WSL, timedOut()).with(Part.WORLDS, timedOut());
        expect(installed, unread, Verdict.WARNING, "missing-or-inside");
        Machine copy = new DockerFacts().nowhere().backend(known(true)).windows();
        expect(installed, copy, Verdict.INFO, "unregistered");
    }

    @Test
    void unreadInstallationIsUnknownAndLinuxWithoutDockerIsNotIll() {
        Machine unread = new DockerFacts().nowhere().install(denied()).windows();
        expect(installed, unread, Verdict.UNKNOWN, "unknown");
        Machine linux = new DockerFacts().plain().ping(absent()).on(Facts.linux());
        expect(installed, linux, Verdict.NOT_APPLICABLE, "not-applicable");
    }

    @Test
    void whereNothingIsInstalledTheOtherChecksAreSilent() {
        Machine none = new DockerFacts().nowhere().windows();
        for (Check check : DockerChecks.ALL) {
            if (!Part.ALL.stream().filter(check.info().needs()::contains).allMatch(none::has)) continue;
            // The one asks whether an engine is there, the other whether one is elsewhere: both have an answer.
            if (Set.of("docker.installed", "docker.second-engine")
                    .contains(check.info().id())) continue;
            assertThat(one(check, none).verdict()).as(check.info().id()).isEqualTo(Verdict.NOT_APPLICABLE);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        4.44.2, WARNING, insecure
        4.44.3, WARNING, unsupported
        4.51.9, WARNING, unsupported
        4.52.0, OK,      ok
        4.89.0, OK,      ok
        """)
    void releasesAreJudgedByTheTable(String version, Verdict verdict, String outcome) {
        Finding finding = expect(release, new DockerFacts().install(version).windows(), verdict, outcome);
        if (verdict == Verdict.WARNING) assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void releaseIsReadFromTheEngineWhereTheRegistryIsSilent() {
        Finding finding = expect(release, new DockerFacts().install("").windows(), Verdict.OK, "ok");
        assertThat(title(finding)).contains("4.52.0");
        expect(release, new DockerFacts().stopped().install("").windows(), Verdict.UNKNOWN, "unknown");
        expect(release, new DockerFacts().stopped().install(timedOut()).windows(), Verdict.UNKNOWN, "unknown");
        Machine linux = new DockerFacts().plain().on(Facts.linux());
        expect(release, linux, Verdict.NOT_APPLICABLE, "not-applicable");
    }

    @Test
    void stoppedServiceIsHealthyWithWslTwo() {
        expect(running, new DockerFacts().windows(), Verdict.OK, "running");
    }

    @Test
    void stoppedDesktopIsAWarningWithASafeStart() {
        Finding finding = expect(running, new DockerFacts().stopped().windows(), Verdict.WARNING, "stopped");
        assertThat(finding.fixes()).singleElement().satisfies(fix -> {
            assertThat(fix.isSafe()).isTrue();
            assertThat(fix.isReversible()).isTrue();
        });
        // Releases before 4.37 have no command line of their own.
        Finding old =
                expect(running, new DockerFacts().stopped().install("4.30.0").windows(), Verdict.WARNING, "stopped");
        assertThat(old.fixes())
                .singleElement()
                .satisfies(fix -> assertThat(fix.isManual()).isTrue());
    }

    @Test
    void pipeIsNoProofOfAnEngine() {
        Machine starting = new DockerFacts().status(500, "engine stopped").windows();
        Finding ready = expect(running, starting, Verdict.WARNING, "not-ready");
        assertThat(ready.certainty()).isEqualTo(Certainty.LIKELY);
        Machine hung = starting.with(Part.WSL_ANSWER, known(new WslAnswer(timedOut(), java.util.Map.of())));
        Finding stuck = expect(running, hung, Verdict.PROBLEM, "stuck");
        assertThat(stuck.evidence()).anyMatch(evidence -> evidence.value().contains("HTTP 500"));
        assertThat(stuck.fixes().getFirst().effects()).contains(Effect.STOPS_DESKTOP);
    }

    @Test
    void everyOtherStateHasItsName() {
        DockerFacts paused = new DockerFacts().status(500, "Docker Desktop is manually paused. Unpause it …");
        expect(running, paused.windows(), Verdict.WARNING, "paused");
        expect(running, new DockerFacts().ping(absent()).windows(), Verdict.WARNING, "starting");
        expect(running, new DockerFacts().ping(timedOut()).windows(), Verdict.WARNING, "silent");
        expect(running, new DockerFacts().ping(denied()).windows(), Verdict.PROBLEM, "denied");
        DockerFacts pipe = new DockerFacts().pipe("docker_engine", denied()).ping(absent());
        expect(running, pipe.windows(), Verdict.PROBLEM, "denied");
        DockerFacts others = new DockerFacts().pipe("dockerDesktopWindowsEngine", denied());
        expect(running, others.windows(), Verdict.OK, "running");
        expect(running, others.ping(absent()).windows(), Verdict.WARNING, "starting");
        expect(running, new DockerFacts().missing("gone").windows(), Verdict.UNKNOWN, "unknown");
        DockerFacts remote = new DockerFacts().chosen(By.DOCKER_HOST, "tcp://10.1.2.3:2376", "default");
        expect(running, remote.ping(absent()).windows(), Verdict.INFO, "not-asked");
        DockerFacts unread = new DockerFacts().backend(timedOut()).ping(absent());
        expect(running, unread.windows(), Verdict.UNKNOWN, "unknown");
    }

    @Test
    void anotherEngineMakesAStoppedDesktopHarmless() {
        DockerFacts other = new DockerFacts().plain().install("4.52.0").backend(known(false));
        expect(
                running,
                other.chosen(By.DOCKER_HOST, "tcp://localhost:2375", "default").windows(),
                Verdict.INFO,
                "stopped-beside");
    }

    @Test
    void windowsContainersAreAWarningUnlessTheyAreUsed() {
        expect(mode, new DockerFacts().windows(), Verdict.OK, "linux");
        Finding idle =
                expect(mode, new DockerFacts().osType("windows").running(0).windows(), Verdict.WARNING, "windows");
        assertThat(idle.fixes().getFirst().steps().getFirst()).isInstanceOf(Step.RunTool.class);
        expect(mode, new DockerFacts().osType("windows").running(2).windows(), Verdict.INFO, "windows-used");
        expect(mode, new DockerFacts().status(500, "").windows(), Verdict.UNKNOWN, "unknown");
        expect(mode, new DockerFacts().stopped().windows(), Verdict.NOT_APPLICABLE, "not-applicable");
    }
}
