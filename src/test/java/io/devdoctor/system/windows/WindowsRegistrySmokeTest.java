package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The registry of any Windows.
@EnabledOnOs(OS.WINDOWS)
class WindowsRegistrySmokeTest {
    private final WindowsRegistry registry = new WindowsRegistry();

    @Test
    void theBuildIsATextAndTheRevisionANumber() {
        RegistryKey key = registry.key("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion")
                .known()
                .orElseThrow();
        assertThat(key.values().get("CurrentBuildNumber"))
                .isInstanceOfSatisfying(
                        RegistryValue.Text.class,
                        build -> assertThat(Integer.parseInt(build.value())).isGreaterThanOrEqualTo(17763));
        assertThat(key.values().get("UBR")).isInstanceOf(RegistryValue.Dword.class);
    }

    @Test
    void typesAndSubkeysAreKept() {
        RegistryKey environment = registry.key("HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment")
                .known()
                .orElseThrow();
        assertThat(environment.values().get("windir")).isInstanceOf(RegistryValue.ExpandText.class);
        RegistryKey services = registry.key("HKLM\\SYSTEM\\CurrentControlSet\\Services")
                .known()
                .orElseThrow();
        assertThat(services.subkeys()).hasSizeGreaterThan(100).anyMatch("EventLog"::equalsIgnoreCase);
    }

    @Test
    void whatIsNotThereIsAbsent() {
        assertThat(registry.key("HKCU\\Software\\DevDoctor\\no such key").isAbsent())
                .isTrue();
        assertThat(registry.key("HKLM\\SOFTWARE\\no such vendor").isAbsent()).isTrue();
    }
}
