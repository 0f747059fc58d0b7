package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Which Windows this is.
@EnabledOnOs(OS.WINDOWS)
class WindowsPlatformSmokeTest {
    @Test
    void versionCodePagesAndHomeAreRead() {
        Platform platform = WindowsPlatform.read(new WindowsRegistry());
        assertThat(platform.isWindows()).isTrue();
        assertThat(platform.version()).matches("10\\.0\\.\\d{5}\\.\\d+");
        assertThat(platform.ansiCodePage()).isPositive();
        assertThat(platform.oemCodePage()).isPositive();
        assertThat(platform.home()).matches("[A-Za-z]:\\\\.*");
        assertThat(platform.timeZone()).isNotBlank();
    }
}
