package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.system.change.ChangeResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What is never opened, whatever a fix says.
@EnabledOnOs(OS.WINDOWS)
class WindowsOpeningsSmokeTest {
    @Test
    void onlyPagesAndAddressesAreOpened() {
        WindowsOpenings openings = new WindowsOpenings();
        for (String target : new String[] {"calc.exe", "file:///C:/Windows", "http://example.com", "ms-settings:a b"}) {
            assertThat(openings.open(target)).as(target).isInstanceOf(ChangeResult.Failed.class);
        }
    }
}
