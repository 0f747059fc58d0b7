package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.system.change.ToolRuns;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What is refused before Windows is asked for administrator rights.
@EnabledOnOs(OS.WINDOWS)
class WindowsElevationSmokeTest {
    /// Nobody is there to answer a prompt, so only a program that does not exist is tried.
    @Test
    void aProgramThatIsNotInSystem32IsNeverElevated() {
        assertThat(new WindowsElevation().run(List.of("devdoctor-no-such.exe"), Duration.ofSeconds(5)))
                .isInstanceOf(ToolRuns.NotHere.class);
    }
}
