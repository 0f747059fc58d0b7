package io.devdoctor.check.clock;

import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.denied;
import static io.devdoctor.testing.Facts.known;
import static io.devdoctor.testing.Facts.notApplicable;
import static io.devdoctor.testing.Facts.timedOut;
import static io.devdoctor.testing.FindingAssert.examine;
import static io.devdoctor.testing.FindingAssert.expect;
import static io.devdoctor.testing.FindingAssert.outcome;
import static io.devdoctor.testing.FindingAssert.title;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Clocks;
import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.TimeSettings;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.testing.DockerFacts;
import io.devdoctor.testing.EngineFacts;
import io.devdoctor.testing.Facts;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockChecksTest {
    private final Check host = new HostClockCheck();
    private final Check wsl = new WslClockCheck();
    private final Check engine = new EngineClockCheck();

    /// A clock is wrong only when the whole interval says so.
    @ParameterizedTest
    @CsvSource(textBlock = """
        # milliseconds: middle, uncertainty
        300,    50,    OK,      ok
        -1200,  50,    INFO,    slow
        -1200,  300,   OK,      ok
        6000,   100,   WARNING, fast
        6000,   1100,  INFO,    fast
        -61000, 100,   PROBLEM, slow
        -61000, 1500,  WARNING, slow
        """)
    void host(long middle, long uncertainty, Verdict verdict, String outcome) {
        expect(host, machine(offset(middle, uncertainty), List.of(), absent()), verdict, outcome);
    }

    @Test
    void hostNamesItsServersAndCanBeSynchronized() {
        Finding found = expect(host, machine(offset(-61000, 10), List.of(), absent()), Verdict.PROBLEM, "slow");
        assertThat(title(found)).isEqualTo("The clock of this computer is 61 s slow");
        assertThat(found.evidence()).hasSize(3);
        assertThat(found.fixes().getFirst().effects()).containsExactlyInAnyOrder(Effect.ADMIN, Effect.NOT_REVERSIBLE);
    }

    @Test
    void oneServerAloneProvesNothing() {
        Reading<Interval> offset = offset(-61000, 10);
        List<Clocks.Sample> samples =
                List.of(new Clocks.Sample("ntp.example", offset), new Clocks.Sample("silent.example", timedOut()));
        Machine machine = machine(offset, List.of(), absent())
                .with(Part.CLOCKS, known(new Clocks(offset, samples, List.of(), absent())))
                .with(Part.TIME, absent());
        assertThat(expect(host, machine, Verdict.WARNING, "slow").certainty()).isEqualTo(Certainty.LIKELY);
    }

    /// Windows itself refuses to correct more than 15 hours.
    @Test
    void hopelesslyWrongClockIsSetByHand() {
        Finding found = expect(host, machine(offset(-60_000_000, 10), List.of(), absent()), Verdict.PROBLEM, "slow");
        assertThat(found.fixes()).allMatch(fix -> fix.isManual());
    }

    /// Linux keeps UTC in the hardware clock, Windows local time: in China, 8 hours slow after each visit there.
    @Test
    void aClockThatIsOffByItsZoneTellsOfAnotherSystem() {
        assertThat(fixes(-28_800_000, known(ZoneOffset.ofHours(8)), absent())).contains("clock.host/dual-boot");
        assertThat(fixes(-28_800_000, known(ZoneOffset.ofHours(8)), known(false)))
                .contains("clock.host/dual-boot");
        assertThat(fixes(-28_800_000, known(ZoneOffset.ofHours(8)), known(true)))
                .containsExactly("clock.host/synchronize", "clock.host/settings");
        assertThat(fixes(-28_800_000, known(ZoneOffset.ofHours(8)), denied())).doesNotContain("clock.host/dual-boot");
        assertThat(fixes(28_800_000, known(ZoneOffset.ofHours(8)), absent())).doesNotContain("clock.host/dual-boot");
        assertThat(fixes(-61_000, known(ZoneOffset.UTC), absent())).doesNotContain("clock.host/dual-boot");
    }

    private List<String> fixes(long middle, Reading<ZoneOffset> zone, Reading<Boolean> universal) {
        TimeSettings time =
                new TimeSettings(absent(), absent(), absent(), absent(), absent(), absent(), absent(), zone, universal);
        Machine machine = machine(offset(middle, 100), List.of(), absent()).with(Part.TIME, known(time));
        return expect(host, machine, Verdict.PROBLEM, middle < 0 ? "slow" : "fast").fixes().stream()
                .map(Fix::id)
                .toList();
    }

    @Test
    void withoutTimeServersNothingIsKnown() {
        expect(host, machine(timedOut(), List.of(), absent()), Verdict.UNKNOWN, "unknown");
    }

    @Test
    void distributionsAreComparedWithWindows() {
        Machine machine = machine(
                offset(0, 10),
                List.of(
                        new Clocks.DistroClock("Ubuntu", offset(-41_200, 100)),
                        new Clocks.DistroClock("Debian", offset(2_500, 100)),
                        new Clocks.DistroClock("Alpine", offset(900, 600)),
                        new Clocks.DistroClock("Arch", timedOut())),
                absent());
        List<Finding> found = examine(wsl, machine);
        assertThat(found.stream().map(finding -> finding.verdict() + " " + outcome(finding)))
                .containsExactly("PROBLEM slow", "WARNING fast", "OK ok", "UNKNOWN unknown");
        Finding slow = found.getFirst();
        assertThat(title(slow)).isEqualTo("The clock of Ubuntu is 41.2 s slow");
        assertThat(((Step.InDistro) slow.fixes().getFirst().steps().getFirst()).commandLine())
                .containsExactly("wsl.exe", "-d", "Ubuntu", "-u", "root", "-e", "hwclock", "--hctosys", "--utc");
        assertThat(slow.fixes().getLast().effects()).contains(Effect.STOPS_WSL);
    }

    /// No running distribution is one thing, a list that never came another.
    @Test
    void silenceOfWslIsNotHealth() {
        Machine none = machine(offset(0, 10), List.of(), absent());
        expect(wsl, none, Verdict.NOT_APPLICABLE, "not-applicable");
        Machine hung = none.with(Part.WSL_ANSWER, known(new WslAnswer(timedOut(), Map.of())));
        expect(wsl, hung, Verdict.UNKNOWN, "unknown");
    }

    @Test
    void engineIsComparedWithItsComputer() {
        Finding slow = expect(engine, machine(offset(0, 10), List.of(), offset(-41_200, 100)), Verdict.PROBLEM, "slow");
        assertThat(slow.subject().name()).isEqualTo(EngineFacts.ENDPOINT);
        expect(engine, machine(offset(0, 10), List.of(), offset(100, 100)), Verdict.OK, "ok");
        expect(engine, machine(offset(0, 10), List.of(), timedOut()), Verdict.UNKNOWN, "unknown");
        expect(engine, machine(offset(0, 10), List.of(), absent()), Verdict.NOT_APPLICABLE, "not-applicable");
    }

    /// With WSL 2 the clock is that of the shared virtual machine, which a restart of Docker Desktop leaves running.
    @Test
    void engineInWslIsCuredByShuttingDownWsl() {
        assertThat(commands(engineFinding(new DockerFacts())))
                .containsExactly("docker.exe desktop stop", "wsl.exe --shutdown", "docker.exe desktop start --detach");
        assertThat(commands(engineFinding(new DockerFacts().install("4.36.0")))).containsExactly("wsl.exe --shutdown");
        assertThat(commands(engineFinding(new DockerFacts().kernel("6.12.0-linuxkit"))))
                .containsExactly("docker.exe desktop restart --detach");
        assertThat(engineFinding(new DockerFacts().kernel("6.12.0-linuxkit").install("4.36.0"))
                        .fixes()
                        .getFirst()
                        .isManual())
                .isTrue();
    }

    private Finding engineFinding(DockerFacts docker) {
        Machine clocks = machine(offset(0, 10), List.of(), offset(-41_200, 100));
        return expect(engine, docker.on(Facts.windows()).with(Part.CLOCKS, clocks.clocks()), Verdict.PROBLEM, "slow");
    }

    private static List<String> commands(Finding finding) {
        return finding.fixes().getFirst().steps().stream()
                .map(step -> String.join(" ", ((Step.RunTool) step).commandLine()))
                .toList();
    }

    private static Machine machine(Reading<Interval> host, List<Clocks.DistroClock> distros, Reading<Interval> engine) {
        List<Clocks.Sample> samples =
                List.of(new Clocks.Sample("ntp.example", host), new Clocks.Sample("time.example", host));
        Clocks clocks = new Clocks(host, samples, distros, engine);
        return Facts.windows()
                .with(Part.CLOCKS, known(clocks))
                .with(Part.TIME, absent())
                .with(Part.WSL_ANSWER, notApplicable())
                .with(Part.DOCKER_DESKTOP, absent())
                .with(Part.DOCKER_ENGINE, EngineFacts.silent());
    }

    private static Reading<Interval> offset(long middle, long uncertainty) {
        return known(Interval.around(Duration.ofMillis(middle), Duration.ofMillis(uncertainty)));
    }

    @Test
    void clockOfAnotherComputerIsNotExplainedByWsl() {
        Clocks clocks = new Clocks(offset(0, 10), List.of(), List.of(), offset(-41_200, 100));
        Machine here = new DockerFacts().windows().with(Part.CLOCKS, known(clocks));
        Finding own = expect(engine, here, Verdict.PROBLEM, "slow");
        assertThat(own.check().causes()).contains(CheckInfo.any("clock.wsl"));
        assertThat(own.fixes().getFirst().effects()).contains(Effect.STOPS_CONTAINERS);

        Machine there = new DockerFacts()
                .chosen(DockerClient.By.DOCKER_HOST, "tcp://10.1.2.3:2375", "default")
                .windows()
                .with(Part.CLOCKS, known(clocks));
        assertThat(expect(engine, there, Verdict.PROBLEM, "slow").check().causes())
                .doesNotContain(CheckInfo.any("clock.wsl"));
    }
}
