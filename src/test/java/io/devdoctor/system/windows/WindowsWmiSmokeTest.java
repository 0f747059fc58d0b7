package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Windows Management Instrumentation of any Windows.
@EnabledOnOs(OS.WINDOWS)
class WindowsWmiSmokeTest {
    private final WindowsWmi wmi = new WindowsWmi();

    @Test
    void aClassHasItsRow() {
        List<Map<String, Object>> rows = wmi.rows(
                        "root\\CIMV2", "Win32_OperatingSystem", List.of("BuildNumber", "ProductType"), "")
                .known()
                .orElseThrow();
        assertThat(rows).hasSize(1);
        assertThat(Integer.parseInt((String) rows.getFirst().get("BuildNumber")))
                .isGreaterThanOrEqualTo(17763);
        assertThat(rows.getFirst().get("ProductType")).isInstanceOf(Number.class);
    }

    @Test
    void aConditionChoosesRows() {
        List<Map<String, Object>> rows = wmi.rows(
                        "root\\CIMV2", "Win32_Service", List.of("Name", "Started"), "Name='EventLog'")
                .known()
                .orElseThrow();
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().get("Started")).isEqualTo(true);
    }

    @Test
    void aNamespaceThatIsNotThereIsAbsent() {
        assertThat(wmi.rows("root\\DevDoctorNoSuch", "Nothing", List.of("Name"), "")
                        .isAbsent())
                .isTrue();
    }
}
