package io.devdoctor.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    @TempDir
    Path folder;

    private DataFolder data;
    private Journal journal;

    @BeforeEach
    void create() throws IOException {
        data = new DataFolder(folder.resolve("data")).create();
        journal = new Journal(data, DiskCalls.REAL, Crashpoint.NONE);
    }

    @Test
    void readsWhatItAppendedInOrder() throws IOException {
        JournalFile file = journal.file("20261120-1");
        file.append(Map.of("state", "intent", "path", "C:\\项目 一\n"));
        file.append(Map.of("state", "done"));
        Records records = journal.file("20261120-1").read();
        assertThat(records.damaged()).isEmpty();
        assertThat(records.list())
                .extracting(node -> node.path("state").asString())
                .containsExactly("intent", "done");
        assertThat(records.list().getFirst().path("path").asString()).isEqualTo("C:\\项目 一\n");
        assertThat(Files.readAllLines(file.path())).hasSize(2);
    }

    @Test
    void hasNoRecordsWithoutAFile() throws IOException {
        assertThat(journal.file("x").read()).isEqualTo(Records.none());
        assertThat(journal.files()).isEmpty();
    }

    @Test
    void reportsACutLastLineAndKeepsTheNextRecordWhole() throws IOException {
        JournalFile file = journal.file("x");
        file.append(Map.of("n", 1));
        Files.writeString(file.path(), "{\"n\":2,\"pa", StandardOpenOption.APPEND);
        Records cut = file.read();
        assertThat(cut.list()).hasSize(1);
        assertThat(cut.damaged()).singleElement().satisfies(damage -> {
            assertThat(damage.line()).isEqualTo(2);
            assertThat(damage.reason()).isEqualTo(Records.Reason.TRUNCATED);
        });
        file.append(Map.of("n", 3));
        assertThat(file.read().list())
                .extracting(node -> node.path("n").asInt())
                .containsExactly(1, 3);
        assertThat(file.read().damaged()).extracting(Records.Damage::reason).containsExactly(Records.Reason.GARBAGE);
    }

    @Test
    void reportsGarbageAndReadsTheRest() throws IOException {
        JournalFile file = journal.file("x");
        Files.write(file.path(), "{\"n\":1}\n\n[]\nnonsense\n{\"n\":1} x\n".getBytes(UTF_8));
        Files.write(file.path(), new byte[] {'"', (byte) 0xff, '"', '\n', 0, 0, '\n'}, StandardOpenOption.APPEND);
        file.append(Map.of("n", 2));
        Records records = file.read();
        assertThat(records.list()).extracting(node -> node.path("n").asInt()).containsExactly(1, 2);
        assertThat(records.damaged()).extracting(Records.Damage::line).containsExactly(2, 3, 4, 5, 6, 7);
        assertThat(records.damaged()).extracting(Records.Damage::reason).containsOnly(Records.Reason.GARBAGE);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE", "FORCE"})
    void takesBackARecordThatIsNotSafe(FaultyDisk.Fault fault) throws IOException {
        journal.file("x").append(Map.of("n", 1));
        FaultyDisk faulty = new FaultyDisk(fault, 3);
        JournalFile file = new Journal(data, faulty, Crashpoint.NONE).file("x");
        assertThatThrownBy(() -> file.append(Map.of("n", 2))).isInstanceOf(IOException.class);
        assertThat(file.read().list()).hasSize(1);
        assertThat(file.read().damaged()).isEmpty();
        faulty.heal();
        file.append(Map.of("n", 3));
        assertThat(file.read().list())
                .extracting(node -> node.path("n").asInt())
                .containsExactly(1, 3);
    }

    @Test
    void listsTransactionsByIdAndNothingElse() throws IOException {
        journal.file("b").append(Map.of());
        journal.file("a").append(Map.of());
        Files.writeString(data.journal().resolve("notes.txt"), "x");
        assertThat(journal.files()).extracting(JournalFile::id).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/b", "a\\b", ".x", "a\nb"})
    void refusesIdsThatAreNotNames(String id) {
        assertThatThrownBy(() -> journal.file(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsThePointsAroundARecord() throws IOException {
        List<String> seen = new ArrayList<>();
        new Journal(data, DiskCalls.REAL, seen::add).file("x").append(Map.of());
        assertThat(seen).containsExactly("journal-append:x", "journal-written:x", "journal-appended:x");
    }

    @Test
    void keepsBackupsByContent() throws IOException {
        byte[] bytes = {0, 13, 10, (byte) 0xff};
        String sha = journal.backups().put(bytes);
        assertThat(journal.backups().put(bytes.clone())).isEqualTo(sha).hasSize(64);
        assertThat(journal.backups().get(sha)).isEqualTo(bytes);
        assertThat(data.backups()).isDirectoryContaining(path -> path.endsWith(sha));
    }

    @Test
    void noticesAChangedBackupAndRepairsItOnTheNextPut() throws IOException {
        String sha = journal.backups().put(new byte[] {1});
        Files.write(data.backups().resolve(sha), new byte[] {2});
        assertThatThrownBy(() -> journal.backups().get(sha)).isInstanceOf(FileSystemException.class);
        journal.backups().put(new byte[] {1});
        assertThat(journal.backups().get(sha)).containsExactly(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writesForTheOwnerOnly() throws IOException {
        journal.file("x").append(Map.of());
        Path backup = data.backups().resolve(journal.backups().put(new byte[] {1}));
        for (Path path : List.of(journal.file("x").path(), backup)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
        }
    }
}
