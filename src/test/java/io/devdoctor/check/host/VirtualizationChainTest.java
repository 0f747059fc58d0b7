package io.devdoctor.check.host;

import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.denied;
import static io.devdoctor.testing.Facts.known;
import static io.devdoctor.testing.Facts.timedOut;
import static io.devdoctor.testing.FindingAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.HostFacts;
import io.devdoctor.testing.WslFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The truth table of virtualization, hypervisor and Virtual Machine Platform.
class VirtualizationChainTest {
    private final Check virtualization = new VirtualizationCheck();
    private final Check hypervisor = new HypervisorCheck();
    private final Check platform = new VirtualMachinePlatformCheck();

    /// `?` = refused. While a hypervisor runs the other two read false on machines that work perfectly.
    @ParameterizedTest
    @CsvSource(textBlock = """
        # hypervisor, firmware, extensions, virtualization, hypervisor's finding
        true,  false, false, OK hypervisor,          OK runs
        true,  true,  true,  OK hypervisor,          OK runs
        true,  ?,     ?,     OK hypervisor,          OK runs
        false, true,  true,  OK on,                  PROBLEM not-started
        false, true,  ?,     OK on,                  PROBLEM not-started
        false, false, true,  PROBLEM off,            PROBLEM cannot-run
        false, false, false, PROBLEM unsupported,    PROBLEM cannot-run
        false, false, ?,     WARNING unavailable,    PROBLEM cannot-run
        false, ?,     true,  UNKNOWN unknown,        PROBLEM not-started
        ?,     true,  true,  OK on,                  UNKNOWN unknown
        ?,     false, true,  UNKNOWN unknown,        UNKNOWN unknown
        """)
    void truthTable(String runs, String firmware, String extensions, String expected, String expectedHypervisor) {
        Machine machine =
                machine(new HostFacts().virtualization(reading(runs), reading(firmware), reading(extensions)));
        expect(virtualization, machine, verdict(expected), outcome(expected));
        expect(hypervisor, machine, verdict(expectedHypervisor), outcome(expectedHypervisor));
    }

    /// Nobody has shown what the firmware fact reads on ARM64.
    @Test
    void onArmTheFirmwareIsNotAccusedForCertain() {
        HostFacts arm = new HostFacts()
                .windows(known(new Host.WindowsVersion(26100, 1, "Professional", "24H2", "ARM64")))
                .virtualizationOff();
        Finding finding = expect(virtualization, machine(arm), Verdict.WARNING, "unavailable");
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void neverStartedHypervisorOffersSeveralCausesAndAsksForAdministratorRights() {
        Machine machine = machine(new HostFacts().virtualization(known(false), known(true), known(true)));
        Fix launch = expect(hypervisor, machine, Verdict.PROBLEM, "not-started")
                .fixes()
                .getFirst();
        assertThat(launch.effects()).contains(Effect.ADMIN);
        assertThat(launch.warnings()).isNotEmpty();
        assertThat(launch.takesEffect()).isEqualTo(TakesEffect.REBOOT);
    }

    /// Without the feature nothing asks for a hypervisor, so the missing feature is the one illness.
    @Test
    void missingFeatureIsTheIllnessAndNotTheHypervisor() {
        HostFacts host = new HostFacts()
                .virtualization(known(false), known(true), known(true))
                .service("HNS", absent())
                .service("vmcompute", absent())
                .service("vfpext", absent())
                .feature(2);
        expect(hypervisor, machine(host), Verdict.INFO, "not-needed-yet");
        Finding off = expect(platform, machine(host), Verdict.PROBLEM, "off");
        Fix enable = off.fixes().getFirst();
        assertThat(enable.effects()).containsExactly(Effect.ADMIN);
        assertThat(enable.isReversible()).isTrue();
        assertThat(enable.takesEffect()).isEqualTo(TakesEffect.REBOOT);
    }

    @Test
    void threeServicesAreThePlatform() {
        expect(platform, machine(new HostFacts()), Verdict.OK, "on");
        expect(platform, machine(new HostFacts().features(timedOut())), Verdict.OK, "on");
    }

    @Test
    void refusedServiceIsUnknownAndNeverMissing() {
        expect(platform, machine(new HostFacts().service("HNS", denied())), Verdict.UNKNOWN, "unknown");
    }

    @Test
    void networkFilterCountsFromItsBuildOn() {
        HostFacts older = new HostFacts().windows(19045, 1).service("vfpext", absent());
        expect(platform, machine(older), Verdict.OK, "on");
        HostFacts newer =
                new HostFacts().windows(22621, 1).service("vfpext", absent()).feature(2);
        expect(platform, machine(newer), Verdict.PROBLEM, "off");
        HostFacts nobodyKnows = new HostFacts().windows(denied()).service("vfpext", absent());
        expect(platform, machine(nobodyKnows), Verdict.UNKNOWN, "unknown");
    }

    /// Windows writes "on" right after dism; the services come with the restart.
    @Test
    void featureOnWithoutServicesWaitsForARestart() {
        HostFacts host = new HostFacts().service("HNS", absent()).service("vmcompute", absent());
        Finding likely = expect(platform, machine(host.feature(1)), Verdict.WARNING, "restart-pending");
        assertThat(likely.certainty()).isEqualTo(Certainty.LIKELY);

        Machine certain = Facts.windows()
                .with(Part.HOST, host.feature(4).host())
                .with(
                        Part.WSL,
                        new WslFacts()
                                .rebootPending(known("VirtualMachinePlatform"))
                                .wsl());
        assertThat(expect(platform, certain, Verdict.WARNING, "restart-pending").certainty())
                .isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void servicesOfAnotherFeatureAreNotProofAlone() {
        expect(platform, machine(new HostFacts().feature(2)), Verdict.WARNING, "contradiction");
        expect(platform, machine(new HostFacts().feature(4)), Verdict.OK, "on");
    }

    @Test
    void questionDoesNotAriseOnLinux() {
        Machine linux = Facts.linux()
                .with(Part.HOST, new HostFacts().virtualizationOff().host())
                .with(Part.WSL, Facts.notApplicable());
        for (Check check : java.util.List.of(virtualization, hypervisor, platform)) {
            expect(check, linux, Verdict.NOT_APPLICABLE, "not-applicable");
        }
    }

    private static Machine machine(HostFacts host) {
        return Facts.windows().with(Part.HOST, host.host()).with(Part.WSL, new WslFacts().wsl());
    }

    private static Reading<Boolean> reading(String text) {
        return text.equals("?") ? denied() : known(Boolean.valueOf(text));
    }

    private static Verdict verdict(String expected) {
        return Verdict.valueOf(expected.split(" ")[0]);
    }

    private static String outcome(String expected) {
        return expected.split(" ")[1];
    }

    @Test
    void unreadArchitectureAndServicesAccuseNobodyForCertain() {
        HostFacts nameless = new HostFacts()
                .windows(known(new Host.WindowsVersion(26100, 1, "Professional", "24H2", "")))
                .virtualizationOff();
        expect(virtualization, machine(nameless), Verdict.WARNING, "unavailable");
        expect(
                virtualization,
                machine(new HostFacts().windows(denied()).virtualizationOff()),
                Verdict.WARNING,
                "unavailable");
        HostFacts refused = new HostFacts()
                .virtualization(known(false), known(true), known(true))
                .service("vmcompute", denied());
        expect(hypervisor, machine(refused), Verdict.UNKNOWN, "unknown");
    }
}
