package io.devdoctor.check.wsl;

import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.denied;
import static io.devdoctor.testing.Facts.disabled;
import static io.devdoctor.testing.Facts.known;
import static io.devdoctor.testing.Facts.notApplicable;
import static io.devdoctor.testing.Facts.running;
import static io.devdoctor.testing.Facts.timedOut;
import static io.devdoctor.testing.Facts.unknown;
import static io.devdoctor.testing.FindingAssert.examine;
import static io.devdoctor.testing.FindingAssert.expect;
import static io.devdoctor.testing.FindingAssert.outcome;
import static io.devdoctor.testing.FindingAssert.title;
import static io.devdoctor.testing.WslFacts.guid;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Policies;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.HostFacts;
import io.devdoctor.testing.WslFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WslChecksTest {
    private final Check installed = new InstalledCheck();
    private final Check responds = new RespondsCheck();
    private final Check service = new ServiceCheck();
    private final Check release = new ReleaseCheck();
    private final Check defaultVersion = new DefaultVersionCheck();
    private final Check distroVersion = new DistroVersionCheck();
    private final Check defaultDistro = new DefaultDistroCheck();
    private final Check state = new DistroStateCheck();

    @Test
    void installedPackageIsNamed() {
        Finding finding = expect(installed, machine(new WslFacts()), Verdict.OK, "ok");
        assertThat(title(finding)).isEqualTo("WSL 2.6.3.0 is installed");
    }

    @Test
    void missingOldAndDamagedInstallationsAreToldApart() {
        Finding missing = expect(installed, machine(new WslFacts().notInstalled()), Verdict.PROBLEM, "missing");
        assertThat(missing.fixes().getFirst().effects()).contains(Effect.ADMIN);
        expect(installed, machine(new WslFacts().inbox()), Verdict.WARNING, "inbox");
        expect(installed, machine(new WslFacts().service(absent())), Verdict.PROBLEM, "service-missing");
    }

    @Test
    void refusedIsNotMissing() {
        expect(installed, machine(new WslFacts().version(denied())), Verdict.UNKNOWN, "unknown");
        expect(installed, machine(new WslFacts().service(denied())), Verdict.UNKNOWN, "unknown");
    }

    @Test
    void withoutWslNothingElseIsAsked() {
        Machine none = machine(new WslFacts().notInstalled());
        for (Check check : List.of(responds, service, release, defaultVersion, distroVersion, defaultDistro, state)) {
            expect(check, none, Verdict.NOT_APPLICABLE, "not-applicable");
        }
    }

    @Test
    void answerOfWslIsOk() {
        Reading<List<WslAnswer.Row>> rows = known(List.of(new WslAnswer.Row("Ubuntu", "Running", 2, true)));
        expect(responds, answer(rows), Verdict.OK, "ok");
        expect(responds, answer(absent()), Verdict.OK, "ok");
    }

    @Test
    void hangingWslIsAProblemOfItsOwn() {
        Finding finding = expect(responds, answer(timedOut()), Verdict.PROBLEM, "hangs");
        // wsl --shutdown asks the same stuck service.
        assertThat(finding.fixes().getFirst().isManual()).isTrue();
        assertThat(finding.fixes().getLast().effects()).contains(Effect.STOPS_WSL, Effect.STOPS_CONTAINERS);
    }

    /// With a running hypervisor the error means that the device of Hyper-V is disabled; without one, something else.
    @ParameterizedTest
    @CsvSource({
        "true,  HCS_E_HYPERV_NOT_INSTALLED, wsl.responds/device",
        "true,  0x80370102,                 wsl.responds/device",
        "false, HCS_E_HYPERV_NOT_INSTALLED, -",
        "true,  E_UNEXPECTED,               wsl.responds/shutdown"
    })
    void missingHyperVBesideARunningHypervisorIsItsDevice(boolean runs, String error, String fix) {
        Machine machine = answer(unknown(Reading.Cause.FAILED, "Wsl/Service/CreateVm/" + error + ": 灾难性故障"))
                .with(
                        Part.HOST,
                        new HostFacts()
                                .virtualization(known(runs), known(false), known(false))
                                .host());
        Finding finding = expect(responds, machine, Verdict.PROBLEM, "known");
        // Whoever decides the cause has its fix.
        assertThat(finding.fixes().stream().map(Fix::id).findFirst().orElse("-"))
                .isEqualTo(fix);
    }

    @Test
    void onlyAnErrorOfWslItselfIsItsIllness() {
        Finding finding = expect(
                responds,
                answer(unknown(Reading.Cause.FAILED, "Wsl/Service/E_UNEXPECTED: 灾难性故障")),
                Verdict.PROBLEM,
                "known");
        assertThat(title(finding)).isEqualTo("wsl.exe fails: Wsl/Service/E_UNEXPECTED");
        expect(responds, answer(unknown(Reading.Cause.FAILED, "exit 3")), Verdict.UNKNOWN, "unknown");
        expect(responds, answer(denied()), Verdict.UNKNOWN, "unknown");
    }

    @Test
    void disabledServicesAreNamedAndGetTheirOwnStartTypeBack() {
        expect(service, machine(new WslFacts()), Verdict.OK, "ok");
        Machine broken = machine(
                new WslFacts().service(disabled("WSLService")), new HostFacts().service("HNS", disabled("HNS")));
        Finding finding = expect(service, broken, Verdict.PROBLEM, "disabled");
        assertThat(title(finding)).endsWith("WSLService, HNS");
        assertThat(finding.fixes().getFirst().steps().stream()
                        .map(step -> String.join(" ", ((Step.RunTool) step).commandLine())))
                .containsExactly("sc.exe config WSLService start= auto", "sc.exe config HNS start= demand");
        assertThat(finding.fixes().getFirst().isReversible()).isTrue();
    }

    @Test
    void disabledSharingCostsTheNetworkOnly() {
        HostFacts host = new HostFacts().service("SharedAccess", disabled("SharedAccess"));
        expect(service, machine(new WslFacts(), host), Verdict.WARNING, "sharing-disabled");
        HostFacts refused = new HostFacts().service("HNS", denied());
        expect(service, machine(new WslFacts(), refused), Verdict.UNKNOWN, "unknown");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        2.7.13.0, 26200, 9445, '',     known-bad
        2.7.13.0, 26200, 9600, '',     known-bad
        2.7.13.0, 26300, 9600, '',     ok
        2.7.13.0, 26200, 9444, '',     ok
        2.7.14.0, 26200, 9445, '',     ok
        2.1.4.0,  26100, 1,    4.42.0, too-old
        2.1.5.0,  26100, 1,    4.42.0, ok
        2.1.4.0,  26100, 1,    4.41.2, ok
        2.1.4.0,  26100, 1,    '',     ok
        """)
    void releasesAreJudgedByTheDatedTable(String version, int build, int revision, String desktop, String expected) {
        Reading<DockerDesktop> docker = desktop.isEmpty()
                ? absent()
                : known(new DockerDesktop(
                        known(new DockerDesktop.Install(desktop, "C:\\D", false)),
                        absent(),
                        known(true),
                        List.of(),
                        absent(),
                        absent(),
                        absent(),
                        absent()));
        Machine machine = machine(new WslFacts().version(version), new HostFacts().windows(build, revision))
                .with(Part.DOCKER_DESKTOP, docker);
        Finding finding = expect(release, machine, expected.equals("ok") ? Verdict.OK : Verdict.WARNING, expected);
        assertThat(finding.certainty()).isEqualTo(expected.equals("ok") ? Certainty.CERTAIN : Certainty.LIKELY);
    }

    @Test
    void releaseThatIsNoVersionIsUnknown() {
        expect(release, machine(new WslFacts().version("soon")), Verdict.UNKNOWN, "unknown");
        expect(release, machine(new WslFacts().inbox()), Verdict.NOT_APPLICABLE, "not-applicable");
    }

    @Test
    void defaultVersionOneIsSetToTwoAndBack() {
        Finding finding =
                expect(defaultVersion, machine(new WslFacts().defaultVersion(known(1L))), Verdict.WARNING, "one");
        Fix fix = finding.fixes().getFirst();
        assertThat(fix.isSafe()).isTrue();
        assertThat(fix.isReversible()).isTrue();
        assertThat(((Step.RunTool) fix.steps().getFirst()).commandLine())
                .containsExactly("wsl.exe", "--set-default-version", "2");
    }

    /// The package takes a missing value for 2, the old component for 1.
    @Test
    void missingDefaultVersionDependsOnTheGeneration() {
        expect(defaultVersion, machine(new WslFacts().defaultVersion(absent())), Verdict.OK, "two");
        Finding inbox = expect(
                defaultVersion, machine(new WslFacts().inbox().defaultVersion(absent())), Verdict.WARNING, "one");
        assertThat(inbox.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(inbox.fixes().getFirst().isReversible()).isFalse();
        expect(defaultVersion, machine(new WslFacts().defaultVersion(known(7L))), Verdict.UNKNOWN, "unknown");
        expect(defaultVersion, machine(new WslFacts().defaultVersion(denied())), Verdict.UNKNOWN, "unknown");
    }

    @Test
    void eachDistributionIsJudgedByItsFlags() {
        WslFacts wsl = new WslFacts()
                .distro("Ubuntu", 2)
                .distro("Debian", 1)
                .distro("docker-desktop", 2)
                .distro("Broken", denied(), known(1L), absent(), absent());
        List<Finding> found = examine(distroVersion, machine(wsl));
        assertThat(found.stream().map(finding -> finding.subject().name() + " " + outcome(finding)))
                .containsExactly("Ubuntu two", "Debian one", "Broken unknown");
        Fix convert = found.get(1).fixes().getFirst();
        assertThat(convert.effects()).containsExactly(Effect.STOPS_DISTRO);
        assertThat(convert.isReversible()).isTrue();
        assertThat(convert.warnings()).hasSize(2);
        assertThat(((Step.RunTool) convert.steps().getFirst()).commandLine())
                .containsExactly("wsl.exe", "--set-version", "Debian", "2");
    }

    @Test
    void nameThatIsNoNameNeverReachesACommandLine() {
        WslFacts wsl = new WslFacts().distro("--import", 1);
        assertThat(expect(distroVersion, machine(wsl), Verdict.WARNING, "one").fixes())
                .isEmpty();
        expect(state, machine(wsl), Verdict.WARNING, "damaged-name");
    }

    @Test
    void defaultDistributionIsTheOwnOne() {
        WslFacts wsl = new WslFacts().distro("Ubuntu", 2).defaultDistro(known(guid("Ubuntu")));
        expect(defaultDistro, machine(wsl), Verdict.OK, "ok");
        expect(defaultDistro, machine(new WslFacts()), Verdict.NOT_APPLICABLE, "not-applicable");
    }

    @Test
    void dockersDistributionAsDefaultIsExchangedForTheBestOwnOne() {
        WslFacts wsl = new WslFacts()
                .distro("docker-desktop", 2)
                .distro("Debian", 1)
                .distro("Ubuntu", 2)
                .defaultDistro(known(guid("docker-desktop")));
        Fix fix = expect(defaultDistro, machine(wsl), Verdict.WARNING, "docker")
                .fixes()
                .getFirst();
        assertThat(fix.isSafe()).isTrue();
        assertThat(((Step.RunTool) fix.steps().getFirst()).args()).containsExactly("Ubuntu");

        WslFacts alone = new WslFacts().distro("docker-desktop", 2).defaultDistro(known(guid("docker-desktop")));
        expect(defaultDistro, machine(alone), Verdict.INFO, "only-docker");
    }

    @Test
    void defaultThatLeadsNowhereCannotBePutBack() {
        WslFacts wsl = new WslFacts().distro("Ubuntu", 2).defaultDistro(known(guid("gone")));
        Fix fix = expect(defaultDistro, machine(wsl), Verdict.WARNING, "dangling")
                .fixes()
                .getFirst();
        assertThat(fix.isReversible()).isFalse();
        expect(defaultDistro, machine(new WslFacts().distro("Ubuntu", 2)), Verdict.WARNING, "none");
    }

    @ParameterizedTest
    @CsvSource({"1, OK, ok", "3, WARNING, installing", "4, WARNING, uninstalling", "0, WARNING, unfinished"})
    void stateOfADistribution(long value, Verdict verdict, String outcome) {
        WslFacts wsl = new WslFacts()
                .distro("Ubuntu", known(15L), known(value), known("C:\\u"), known(WslFacts.disk("C:\\u\\ext4.vhdx")));
        expect(state, machine(wsl), verdict, outcome);
    }

    @Test
    void missingDiskIsAProblemAndAnUnreadableOneIsNot() {
        expect(
                state,
                machine(new WslFacts().distro("Ubuntu", known(15L), known(1L), known("C:\\u"), absent())),
                Verdict.PROBLEM,
                "disk-missing");
        expect(
                state,
                machine(new WslFacts().distro("Ubuntu", known(15L), known(1L), known("C:\\u"), denied())),
                Verdict.UNKNOWN,
                "unknown");
        expect(state, machine(new WslFacts().distro("Debian", 1)), Verdict.OK, "ok");
    }

    private static Machine machine(WslFacts wsl) {
        return machine(wsl, new HostFacts());
    }

    private static Machine machine(WslFacts wsl, HostFacts host) {
        return Facts.windows()
                .with(Part.WSL, wsl.wsl())
                .with(Part.HOST, host.host())
                .with(Part.DOCKER_DESKTOP, absent())
                .with(Part.POLICIES, policies(absent()))
                .with(Part.WSL_ANSWER, notApplicable());
    }

    /// @param wsl the numbers of the policies of WSL
    private static Reading<Policies> policies(Reading<Map<String, Long>> wsl) {
        return known(new Policies(wsl, absent(), absent(), absent(), absent()));
    }

    @Test
    void whatAPolicyForbidsIsNotInstalled() {
        Machine managed =
                machine(new WslFacts().notInstalled()).with(Part.POLICIES, policies(known(Map.of("AllowWSL", 0L))));
        assertThat(expect(installed, managed, Verdict.PROBLEM, "forbidden").fixes())
                .allMatch(Fix::isManual);
        assertThat(expect(installed, machine(new WslFacts()), Verdict.OK, "ok").fixes())
                .isEmpty();
        Machine present = machine(new WslFacts()).with(Part.POLICIES, policies(known(Map.of("AllowWSL", 0L))));
        assertThat(expect(installed, present, Verdict.PROBLEM, "forbidden").evidence())
                .anyMatch(evidence -> evidence.value().equals("AllowWSL = 0"));
    }

    private static Machine answer(Reading<List<WslAnswer.Row>> list) {
        return machine(new WslFacts()).with(Part.WSL_ANSWER, known(new WslAnswer(list, Map.of())));
    }

    @Test
    void startTypeThatWasNotReadIsNotOk() {
        HostFacts host = new HostFacts().service("HNS", running("HNS", ServiceState.Start.UNREAD));
        expect(service, machine(new WslFacts(), host), Verdict.UNKNOWN, "unknown");
        WslFacts own = new WslFacts().service(running("WSLService", ServiceState.Start.UNREAD));
        expect(service, machine(own), Verdict.UNKNOWN, "unknown");
        expect(service, machine(new WslFacts(), new HostFacts().without("vmcompute")), Verdict.UNKNOWN, "unknown");
    }

    @Test
    void releaseOfTheTableIsUndecidedWithoutItsOtherHalf() {
        WslFacts bad = new WslFacts().version("2.7.13.0");
        expect(release, machine(bad, new HostFacts().windows(denied())), Verdict.UNKNOWN, "unknown");
        WslFacts old = new WslFacts().version("2.1.4.0");
        expect(release, machine(old).with(Part.DOCKER_DESKTOP, denied()), Verdict.UNKNOWN, "unknown");
        // A release without a row needs nothing else.
        Machine fine = machine(new WslFacts(), new HostFacts().windows(denied()));
        expect(release, fine.with(Part.DOCKER_DESKTOP, denied()), Verdict.OK, "ok");
    }
}
