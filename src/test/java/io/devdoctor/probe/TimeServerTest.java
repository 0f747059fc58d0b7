package io.devdoctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.machine.Interval;
import io.devdoctor.system.posix.PosixPorts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// This machine's clock against a real NTP server on loopback, which has the same clock.
@EnabledIfEnvironmentVariable(
        named = "DEVDOCTOR_TEST_NTP",
        matches = ".+",
        disabledReason = "needs an NTP server on loopback: set DEVDOCTOR_TEST_NTP to host:port")
class TimeServerTest {
    private final String server = String.valueOf(System.getenv("DEVDOCTOR_TEST_NTP"));

    @Test
    void theOffsetToOneselfIsNothing() {
        ExaminationResult result = new Examination(
                        PosixPorts.live(), Probes.with(new ProbeOptions(Optional.empty(), List.of(server))), Checks.ALL)
                .run(_ -> {}, new Cancellation());

        Interval offset =
                result.machine().clocks().known().orElseThrow().host().known().orElseThrow();
        assertThat(offset.provenMagnitude()).isZero();
        assertThat(offset.high().minus(offset.low())).isLessThan(Duration.ofSeconds(10));
        assertThat(result.findings().stream()
                        .filter(finding -> finding.check().id().equals("clock.host"))
                        .map(Finding::verdict))
                .containsExactly(Verdict.OK);
    }
}
