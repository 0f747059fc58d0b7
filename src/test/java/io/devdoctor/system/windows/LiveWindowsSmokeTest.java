package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.machine.Reading;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// All ports together: an examination of the machine that runs the tests.
@EnabledOnOs(OS.WINDOWS)
class LiveWindowsSmokeTest {
    @Test
    void everyCheckSpeaksAndNoneCrashes() {
        List<Finding> findings = new Examination(LiveWindows.ports(), Probes.ALL, Checks.ALL)
                .run(_ -> {}, new Cancellation())
                .findings();
        assertThat(findings.stream().map(finding -> finding.check().id()).collect(Collectors.toSet()))
                .hasSize(Checks.ALL.size());
        assertThat(findings).noneMatch(finding -> finding.message().key().equals("unknown.CRASHED"));
    }

    @Test
    void memoryProcessorsAndVolumesAreRead() {
        Ports ports = LiveWindows.ports();
        assertThat(ports.hardware().memory()).isInstanceOf(Reading.Known.class);
        assertThat(ports.hardware().processor()).isInstanceOf(Reading.Known.class);
        assertThat(ports.hardware().volumes().known().orElseThrow())
                .anyMatch(volume -> volume.mount().startsWith("C:"));
        assertThat(ports.hardware().programs().known().orElseThrow()).isNotEmpty();
    }
}
