package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.FileState;
import io.devdoctor.system.live.LocalFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Files of any Windows, with what only NTFS knows.
@EnabledOnOs(OS.WINDOWS)
class WindowsFilesSmokeTest {
    private final LocalFiles files = new LocalFiles(WindowsFiles::allocated, WindowsFiles::openError);

    @TempDir
    private Path temp;

    @Test
    void aFileOccupiesWhatItHolds() throws Exception {
        Path file = Files.write(temp.resolve("发行版.bin"), new byte[1 << 20]);
        FileState state = files.state(file.toString()).known().orElseThrow();
        assertThat(state.kind()).isEqualTo(FileState.Kind.FILE);
        assertThat(state.size()).isEqualTo(1 << 20);
        assertThat(state.allocated()).isPositive();
    }

    @Test
    void attributesAreThoseOfWindows() throws Exception {
        Path file = Files.writeString(temp.resolve("locked.txt"), "x");
        Files.setAttribute(file, "dos:readonly", true);
        assertThat(files.state(file.toString()).known().orElseThrow().attributes())
                .contains(FileState.Attribute.READ_ONLY);
        Files.setAttribute(file, "dos:readonly", false);
    }

    @Test
    void aFolderIsListedAndAMissingFileIsAbsent() {
        assertThat(files.state(SystemFolder.path().toString())
                        .known()
                        .orElseThrow()
                        .kind())
                .isEqualTo(FileState.Kind.FOLDER);
        assertThat(files.list(SystemFolder.path().toString()).known().orElseThrow())
                .anyMatch("kernel32.dll"::equalsIgnoreCase);
        assertThat(files.read(temp.resolve("nothing").toString()).isAbsent()).isTrue();
    }
}
