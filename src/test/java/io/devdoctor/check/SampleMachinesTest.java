package io.devdoctor.check;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.examination.Examination;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.testing.FindingAssert;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// From recorded bytes to verdicts, about Windows, WSL, clocks, drives and ports.
class SampleMachinesTest {
    private static final Set<Area> AREAS = Set.of(Area.HOST, Area.WSL, Area.CLOCK, Area.DRIVES, Area.NETWORK);

    @Test
    void healthyMachineHasNothingToSay() throws RecordingException {
        assertThat(notable("healthy-en")).isEmpty();
    }

    @Test
    void starvedMachineHasItsIllnesses() throws RecordingException {
        assertThat(notable("starved-zh-cn"))
                .contains("WARNING wsl.config-memory low", "WARNING wsl.distro-version one", "PROBLEM clock.wsl slow");
        assertThat(notable("starved-zh-cn")).anyMatch(line -> line.contains("wsl.config-syntax"));
    }

    @Test
    void firmwareIsTheOneRootOfAMachineWithoutVirtualization() throws RecordingException {
        assertThat(notable("no-virtualization-en")).contains("PROBLEM host.virtualization off");
        assertThat(roots("no-virtualization-en")).containsExactly("host.virtualization");
    }

    @Test
    void hangingWslIsTheOneRootOfAHungMachine() throws RecordingException {
        assertThat(notable("hung-wsl-en")).contains("PROBLEM wsl.responds hangs");
        assertThat(roots("hung-wsl-en")).containsExactly("wsl.responds");
    }

    private static List<String> notable(String sample) throws RecordingException {
        return findings(sample).stream()
                .filter(finding -> finding.verdict().isIllness() || finding.verdict() == Verdict.UNKNOWN)
                .map(finding -> finding.verdict() + " " + finding.check().id() + " " + FindingAssert.outcome(finding))
                .toList();
    }

    private static Set<String> roots(String sample) throws RecordingException {
        return CauseGraph.of(findings(sample)).roots().stream()
                .map(root -> root.cause().check().id())
                .collect(toSet());
    }

    private static List<Finding> findings(String sample) throws RecordingException {
        List<Check> checks = Checks.ALL.stream()
                .filter(check -> AREAS.contains(check.info().area()))
                .toList();
        return new Examination(Samples.open(sample), Probes.ALL, checks)
                .run(_ -> {}, new Cancellation())
                .findings();
    }
}
