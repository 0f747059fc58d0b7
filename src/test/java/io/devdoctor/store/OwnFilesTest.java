package io.devdoctor.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Everything that DevDoctor writes for itself is its owner's alone, and no link is followed.
@DisabledOnOs(OS.WINDOWS)
class OwnFilesTest {
    @TempDir
    private Path temp;

    private DataFolder data;
    private Path theirs;

    @BeforeEach
    void create() throws IOException {
        data = new DataFolder(temp.resolve("data")).create();
        theirs = Files.writeString(temp.resolve("theirs"), "{\"language\":\"zh-CN\"}");
    }

    @Test
    void settingsAreNeitherReadNorWrittenThroughALink() throws IOException {
        Files.createSymbolicLink(data.settings(), theirs);
        SettingsFile file = new SettingsFile(data, AtomicFile.onDisk());
        SettingsFile.Loaded loaded = file.load(Instant.EPOCH);
        assertThat(loaded.settings()).isEqualTo(Settings.defaults());
        assertThat(loaded.problem())
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains(data.settings().toString()));
        assertThatThrownBy(() -> file.change(settings -> settings.withTheme(Settings.Theme.DARK), Instant.EPOCH))
                .isInstanceOf(LinkInPlaceException.class)
                .hasMessageContainingAll(data.settings().toString(), theirs.toString());
        assertThat(theirs).hasContent("{\"language\":\"zh-CN\"}");
        assertThat(data.settings()).isSymbolicLink();
    }

    @Test
    void aJournalFileIsNeitherReadNorWrittenThroughALink() throws IOException {
        Journal journal = new Journal(data, DiskCalls.REAL, Crashpoint.NONE);
        Files.createSymbolicLink(data.journal().resolve("x.jsonl"), theirs);
        assertThatThrownBy(() -> journal.file("x").append(Map.of())).isInstanceOf(LinkInPlaceException.class);
        assertThatThrownBy(() -> journal.file("x").read()).isInstanceOf(LinkInPlaceException.class);
        assertThat(theirs).hasContent("{\"language\":\"zh-CN\"}");
    }

    @Test
    void historyAndLogsAreNotLedAway() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        for (Path room : List.of(data.history(), data.logs())) {
            Files.delete(room);
            Files.createSymbolicLink(room, elsewhere);
        }
        HistoryStore history = new HistoryStore(data, AtomicFile.onDisk());
        assertThatThrownBy(() -> history.add(Instant.EPOCH, Map.of("en", new byte[0]), Map.of(), 3))
                .isInstanceOf(LinkInPlaceException.class);
        assertThatThrownBy(history::list).isInstanceOf(LinkInPlaceException.class);
        assertThatThrownBy(() -> data.create()).isInstanceOf(LinkInPlaceException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nobodyWaitsForAPipe() throws Exception {
        Path pipe = data.journal().resolve("x.jsonl");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Journal journal = new Journal(data, DiskCalls.REAL, Crashpoint.NONE);
        assertThatThrownBy(() -> journal.file("x").read())
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(pipe.toString());
        assertThatThrownBy(() -> journal.file("x").append(Map.of())).isInstanceOf(FileSystemException.class);
    }

    @Test
    void whatWasMadeWithWiderRightsIsShut() throws IOException {
        Journal journal = new Journal(data, DiskCalls.REAL, Crashpoint.NONE);
        journal.file("x").append(Map.of("n", 1));
        Path backup = data.backups().resolve(journal.backups().put(new byte[] {1}));
        Path file = journal.file("x").path();
        for (Path path : List.of(file, backup)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        }
        journal.file("x").append(Map.of("n", 2));
        assertThat(rights(file)).isEqualTo("rw-------");
        data.create();
        assertThat(rights(backup)).isEqualTo("rw-------");
        Files.writeString(data.settings(), "{}");
        Files.setPosixFilePermissions(data.settings(), PosixFilePermissions.fromString("rw-r--r--"));
        new SettingsFile(data, AtomicFile.onDisk())
                .change(settings -> settings.withTheme(Settings.Theme.DARK), Instant.EPOCH);
        assertThat(rights(data.settings())).isEqualTo("rw-------");
    }

    @Test
    void aPlantedTemporaryFileIsNeitherWrittenNorDeleted() throws IOException {
        Path planted = temp.resolve(".a.txt.devdoctor-0000000000000001.tmp");
        Files.createSymbolicLink(planted, theirs);
        AtomicFile known = new AtomicFile(DiskCalls.REAL, Crashpoint.NONE, () -> "0000000000000001");
        assertThatThrownBy(() -> known.write(temp.resolve("a.txt"), new byte[] {1}))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(theirs).hasContent("{\"language\":\"zh-CN\"}");
        assertThat(planted).isSymbolicLink();
        assertThat(temp.resolve("a.txt")).doesNotExist();
    }

    /// A process that leaves all rights to everybody.
    @Test
    @EnabledOnOs(OS.LINUX)
    void underAnUmaskOfZero() throws Exception {
        Path root = temp.resolve("open");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask 000; exec \"$0\" \"$@\"",
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritesEverything.class.getName(),
                        root.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        int files = 0;
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                assertThat(rights(path)).as("%s", path).isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
                if (Files.isRegularFile(path)) files++;
            }
        }
        assertThat(files).isGreaterThanOrEqualTo(7);
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
