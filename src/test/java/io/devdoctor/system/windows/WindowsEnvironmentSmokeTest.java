package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.system.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Variables of this process and those that persist.
@EnabledOnOs(OS.WINDOWS)
class WindowsEnvironmentSmokeTest {
    private final WindowsEnvironment environment = new WindowsEnvironment(new WindowsRegistry());

    @Test
    void everyScopeIsReadAndLookedUpWithoutCase() {
        Map<String, String> process =
                environment.variables(Environment.Scope.PROCESS).known().orElseThrow();
        assertThat(process.get("systemroot")).isEqualTo(System.getenv("SystemRoot"));
        Map<String, String> machine =
                environment.variables(Environment.Scope.MACHINE).known().orElseThrow();
        assertThat(machine.get("OS")).isEqualTo("Windows_NT");
        assertThat(environment.variables(Environment.Scope.USER).known()).isPresent();
    }

    @Test
    void persistentValuesAreNotExpanded() {
        Map<String, String> machine =
                environment.variables(Environment.Scope.MACHINE).known().orElseThrow();
        assertThat(machine.get("windir")).isEqualToIgnoringCase("%SystemRoot%");
    }
}
