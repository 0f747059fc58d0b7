package io.devdoctor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void followsTheConventionOfTheSystem() throws IOException {
        assertThat(located(Map.of("LOCALAPPDATA", "/l"), DataFolder.Family.WINDOWS))
                .isEqualTo(Path.of("/l", "DevDoctor"));
        assertThat(located(Map.of(), DataFolder.Family.WINDOWS))
                .isEqualTo(Path.of("/h", "AppData", "Local", "DevDoctor"));
        assertThat(located(Map.of("LOCALAPPDATA", "/l"), DataFolder.Family.POSIX))
                .isEqualTo(Path.of("/h", ".local", "state", "devdoctor"));
        assertThat(located(Map.of("XDG_STATE_HOME", "relative"), DataFolder.Family.POSIX))
                .isEqualTo(Path.of("/h", ".local", "state", "devdoctor"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void takesTheStateHomeAndTheOverride() throws IOException {
        assertThat(located(Map.of("XDG_STATE_HOME", "/s"), DataFolder.Family.POSIX))
                .isEqualTo(Path.of("/s/devdoctor"));
        assertThat(located(Map.of("DEVDOCTOR_HOME", "/d d", "XDG_STATE_HOME", "/s"), DataFolder.Family.POSIX))
                .isEqualTo(Path.of("/d d"));
    }

    @Test
    void saysThatItKnowsNoHome() {
        assertThatThrownBy(() -> DataFolder.locate(Map.of("DEVDOCTOR_HOME", " "), DataFolder.Family.POSIX, ""))
                .isInstanceOf(FileSystemException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsOwnersEyesOnly() throws IOException {
        Path lax = Files.createDirectories(folder.resolve("x/data"));
        Files.setPosixFilePermissions(lax, PosixFilePermissions.fromString("rwxrwxrwx"));
        DataFolder data = new DataFolder(lax).create().create();
        for (Path path : new Path[] {data.root(), data.journal(), data.backups(), data.history(), data.logs()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesALinkInItsPlace() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("data"), elsewhere);
        assertThatThrownBy(() -> new DataFolder(link).create()).hasMessageContaining("is a link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void refusesAFileInItsPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "x");
        assertThatThrownBy(() -> new DataFolder(file).create()).isInstanceOf(NotDirectoryException.class);
    }

    private static Path located(Map<String, String> environment, DataFolder.Family family) throws IOException {
        return DataFolder.locate(environment, family, "/h").root();
    }
}
