package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Single facts of the Win32 and NT API.
@EnabledOnOs(OS.WINDOWS)
class WindowsFactsSmokeTest {
    private final WindowsFacts facts = new WindowsFacts();

    @Test
    void everyFactIsKnown() {
        assertThat(facts.hypervisorPresent().known()).isPresent();
        assertThat(facts.processorFeature(21).known()).isPresent();
        assertThat(facts.vmMonitorModeExtensions().known()).isPresent();
    }

    /// PF_NX_ENABLED: no Windows of our builds starts without it.
    @Test
    void aFeatureThatEveryProcessorHasIsThere() {
        assertThat(facts.processorFeature(12).known()).contains(true);
    }
}
