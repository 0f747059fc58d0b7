package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The taskbar knows the window, the shortcut and the recordings of DevDoctor as one program by one id.
class TaskbarIdTest {
    private static final Pattern SAID =
            Pattern.compile("(System\\.AppUserModel\\.ID|\"AppUserModelID\").*?Value=\"([^\"]*)\"", Pattern.DOTALL);

    @Test
    void theInstallerGivesTheIdOfTheWindowToShortcutAndRecordings() throws IOException {
        String installer = Files.readString(Path.of("installer/windows/devdoctor.wxs"));
        assertThat(SAID.matcher(installer).results().map(said -> said.group(2)))
                .containsExactly(WindowsTaskbar.ID, WindowsTaskbar.ID);
    }

    /// What Windows demands of it.
    @Test
    void theIdHasTheFormOfOne() {
        assertThat(WindowsTaskbar.ID).matches("[A-Za-z0-9]+(\\.[A-Za-z0-9]+)+").hasSizeLessThanOrEqualTo(128);
    }
}
