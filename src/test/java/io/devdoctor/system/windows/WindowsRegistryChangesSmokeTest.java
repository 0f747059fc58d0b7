package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.system.change.ChangeResult;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Values below HKCU, set, read back and removed again.
@EnabledOnOs(OS.WINDOWS)
class WindowsRegistryChangesSmokeTest {
    private static final String KEY = "HKCU\\Software\\DevDoctorSmokeTest";
    private static final List<RegistryValue> VALUES = List.of(
            new RegistryValue.Text("发行版"),
            new RegistryValue.ExpandText("%TEMP%"),
            new RegistryValue.Dword(0xfffffffeL));

    private final WindowsRegistryChanges changes = new WindowsRegistryChanges();

    @AfterEach
    void removeTheValue() {
        changes.remove(KEY, "value");
    }

    @Test
    void whatIsSetIsReadBackWithItsType() {
        for (RegistryValue value : VALUES) {
            assertThat(changes.set(KEY, "value", value)).isInstanceOf(ChangeResult.Done.class);
            assertThat(new WindowsRegistry().key(KEY).known().map(RegistryKey::values))
                    .hasValueSatisfying(
                            values -> assertThat(values.get("value")).isEqualTo(value));
        }
        assertThat(changes.remove(KEY, "value")).isInstanceOf(ChangeResult.Done.class);
        assertThat(new WindowsRegistry().key(KEY).known().map(RegistryKey::values))
                .hasValueSatisfying(values -> assertThat(values).doesNotContainKey("value"));
    }
}
