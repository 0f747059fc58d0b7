package io.devdoctor.system.recorded;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.probe.Probes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every sample through every probe and every check. What is expected was written and reviewed by hand: each line is
/// one finding above INFO, or one that could not be checked.
class SampleVerdictsTest {
    static final List<String> NAMES = Samples.NAMES;

    private static final Set<String> EXISTING =
            Checks.ALL.stream().map(check -> check.info().id()).collect(toSet());

    private static ExaminationResult examine(String sample) throws RecordingException {
        return new Examination(Samples.open(sample), Probes.ALL, Checks.ALL).run(_ -> {}, new Cancellation());
    }

    private static String notable(ExaminationResult result) {
        return result.findings().stream()
                .filter(finding -> finding.verdict().isIllness() || finding.verdict() == Verdict.UNKNOWN)
                .map(finding -> finding.check().id() + " [" + finding.subject().name() + "] " + finding.verdict())
                .sorted()
                .collect(joining("\n"));
    }

    private static String golden(String lines) {
        return lines.lines().sorted().collect(joining("\n"));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyCheckSpeaks(String sample) throws RecordingException {
        ExaminationResult result = examine(sample);
        assertThat(result.findings().stream()
                        .map(finding -> finding.check().id())
                        .collect(toSet()))
                .isEqualTo(EXISTING);
    }

    @Test
    void aHealthyMachineHasNothingToComplainAbout() throws RecordingException {
        assertThat(notable(examine("healthy-en"))).isEmpty();
    }

    @Test
    void aStarvedMachineHasItsFiveIllnessesAndWhatFollows() throws RecordingException {
        assertThat(notable(examine("starved-zh-cn"))).isEqualTo(golden("""
            wsl.config-memory [] WARNING
            wsl.config-syntax [.wslconfig:5] WARNING
            wsl.distro-version [Debian] WARNING
            clock.wsl [Ubuntu-24.04] PROBLEM
            clock.engine [npipe:////./pipe/dockerDesktopLinuxEngine] PROBLEM
            docker.registry-mirrors [https://registry.docker-cn.com] WARNING
            docker.memory [npipe:////./pipe/dockerDesktopLinuxEngine] WARNING
            container.out-of-memory [mall-search-1] PROBLEM
            """));
    }

    @Test
    void withoutVirtualizationEverythingIsDownForOneCause() throws RecordingException {
        ExaminationResult result = examine("no-virtualization-en");
        assertThat(notable(result)).isEqualTo(golden("""
            host.virtualization [] PROBLEM
            host.hypervisor [] PROBLEM
            docker.running [] WARNING
            docker.engine [npipe:////./pipe/dockerDesktopLinuxEngine] WARNING
            """));
        assertThat(result.causes().roots())
                .extracting(root -> root.cause().check().id())
                .containsExactly("host.virtualization");
        for (Finding finding : result.findings()) {
            if (finding.verdict().isIllness() && !finding.check().id().equals("host.virtualization")) {
                assertThat(result.causes().isConsequence(finding))
                        .as(finding.check().id())
                        .isTrue();
            }
        }
    }

    @Test
    void aHungMachineSaysWhatItCouldNotAsk() throws RecordingException {
        assertThat(notable(examine("hung-wsl-en"))).isEqualTo(golden("""
            wsl.config-misplaced [] UNKNOWN
            wsl.distro-config [] UNKNOWN
            wsl.config-pending [.wslconfig] UNKNOWN
            wsl.memory-in-use [] UNKNOWN
            wsl.responds [] PROBLEM
            docker.proxy [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            docker.registry-access [] UNKNOWN
            docker.running [] PROBLEM
            docker.engine [npipe:////./pipe/dockerDesktopLinuxEngine] PROBLEM
            docker.engine-mode [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            docker.memory [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            docker.disk-usage [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            wsl.file-system [] UNKNOWN
            wsl.interop [] UNKNOWN
            wsl.limits [] UNKNOWN
            network.dns [] UNKNOWN
            docker.second-engine [] UNKNOWN
            docker.tcp-exposed [] UNKNOWN
            clock.wsl [] UNKNOWN
            clock.engine [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            clock.time-zone [] UNKNOWN
            clock.time-zone [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            drives.automount [] UNKNOWN
            drives.file-sharing [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            drives.network [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            drives.smb [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            drives.cifs-volumes [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            drives.windows-binds [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            network.reserved-ports [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            network.port-owner [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            network.loopback [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            network.subnets [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            docker.cpus [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            container.out-of-memory [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            container.exited [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            container.restarting [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            container.unhealthy [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            container.ports [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            container.platform [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            container.privileges [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            container.logs [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            container.memory-limits [npipe:////./pipe/dockerDesktopLinuxEngine] UNKNOWN
            """));
    }
}
