package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.system.Queries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Programs of System32, started and decoded.
@EnabledOnOs(OS.WINDOWS)
class WindowsCommandsSmokeTest {
    @Test
    void netshAnswersToAStandardUser() {
        CommandOutput output = new WindowsCommands()
                .run(Queries.EXCLUDED_PORTS.fill("ipv4", "protocol=tcp"))
                .known()
                .orElseThrow();
        assertThat(output.exit()).isZero();
        assertThat(output.stdout().size()).isPositive();
    }

    @Test
    void programsAreFoundInSystem32Only() {
        assertThat(SystemFolder.program("netsh.exe")).isPresent();
        assertThat(SystemFolder.program("devdoctor-no-such.exe")).isEmpty();
    }
}
