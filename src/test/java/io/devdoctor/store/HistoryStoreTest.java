package io.devdoctor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.store.HistoryStore.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00.123Z");
    private static final String ID = "20261102T000000000Z";

    @TempDir
    Path folder;

    private DataFolder data;
    private HistoryStore history;

    @BeforeEach
    void create() throws IOException {
        data = new DataFolder(folder.resolve("d")).create();
        history = new HistoryStore(data, AtomicFile.onDisk());
    }

    @Test
    void keepsTheNewestUpToItsBound() throws IOException {
        for (int i = 0; i < 5; i++) {
            byte[] report = {(byte) i};
            history.add(
                    NOW.plusSeconds(i), Map.of("en", report, "zh-CN", new byte[] {9}), Map.of("problems", "" + i), 3);
        }
        List<HistoryStore.Entry> entries = history.list().entries();
        assertThat(entries).extracting(entry -> entry.summary().get("problems")).containsExactly("4", "3", "2");
        assertThat(entries.getFirst().at()).isEqualTo(NOW.plusSeconds(4));
        assertThat(history.report(entries.getFirst().id(), "en")).containsExactly(4);
        assertThat(history.report(entries.getFirst().id(), "zh-CN")).containsExactly(9);
        assertThat(names()).hasSize(9);
    }

    @Test
    void keepsFewerOnceFewerAreWanted() throws IOException {
        for (int i = 0; i < 5; i++) keep(NOW.plusSeconds(i), 5);
        history.prune(2);
        assertThat(history.list().entries())
                .extracting(HistoryStore.Entry::at)
                .containsExactly(NOW.plusSeconds(4), NOW.plusSeconds(3));
    }

    @Test
    void keepsTwoOfTheSameInstant() throws IOException {
        history.add(NOW, Map.of("en", new byte[] {1}), Map.of(), 3);
        history.add(NOW, Map.of("en", new byte[] {2}), Map.of(), 3);
        List<HistoryStore.Entry> entries = history.list().entries();
        assertThat(entries).hasSize(2);
        assertThat(history.report(entries.get(0).id(), "en")).containsExactly(2);
        assertThat(history.report(entries.get(1).id(), "en")).containsExactly(1);
    }

    @Test
    void forgetsOne() throws IOException {
        String first = keep(NOW, 3);
        String second = keep(NOW.plusSeconds(1), 3);
        history.remove(first);
        assertThat(history.list().entries()).extracting(HistoryStore.Entry::id).containsExactly(second);
        assertThatThrownBy(() -> history.report(first, "en")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void cleansUpWhatAKilledWriterLeft() throws IOException {
        write("20261101T000000000Z.en.report.json.gz", "half");
        write("." + ID + ".summary.json.devdoctor-0123456789abcdef.tmp", "half");
        assertThat(history.list().entries()).isEmpty();
        assertThat(history.list().damaged()).isEmpty();
        keep(NOW, 3);
        assertThat(names()).hasSize(2);
    }

    @Test
    void tellsOfWhatIsDamagedUntilItIsForgotten() throws IOException {
        write(ID + ".summary.json", "garbage");
        write("20261103T000000000Z.summary.json", "{\"format\":2}");
        write(
                "20261104T000000000Z.summary.json",
                "{\"format\":1,\"at\":\"2026-11-04T00:00:00Z\",\"reports\":[\"en\",\"../x\"]}");
        write("notes of mine.txt", "not ours");
        assertThat(history.list().damaged())
                .extracting(HistoryStore.Damaged::reason)
                .containsExactly(Reason.INCOMPLETE, Reason.NEWER, Reason.UNREADABLE);
        history.remove(ID);
        assertThat(history.list().damaged()).hasSize(2);
        keep(NOW, 2);
        assertThat(history.list().damaged())
                .extracting(HistoryStore.Damaged::reason)
                .containsExactly(Reason.INCOMPLETE);
        assertThat(names()).contains("notes of mine.txt");
    }

    /// The old ones stay whole, and nothing of the new one counts.
    @Test
    void losesNothingOnAFullDisk() throws IOException {
        keep(NOW, 1);
        FaultyDisk disk = new FaultyDisk(FaultyDisk.Fault.WRITE, 3);
        HistoryStore full = new HistoryStore(data, new AtomicFile(disk, Crashpoint.NONE));
        assertThatThrownBy(() -> full.add(NOW.plusSeconds(1), Map.of("en", new byte[9]), Map.of(), 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
        assertThat(history.list().entries()).extracting(HistoryStore.Entry::at).containsExactly(NOW);
    }

    /// Two windows and a command line may end an examination at the same moment.
    @Test
    void loosesNoneOfManyWriters() throws Exception {
        List<Callable<String>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            HistoryStore one = new HistoryStore(data, AtomicFile.onDisk());
            Instant at = NOW.plusSeconds(i % 3);
            writers.add(() ->
                    one.add(at, Map.of("en", new byte[] {1}), Map.of(), 20).id());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<String> written : threads.invokeAll(writers))
                assertThat(written.get()).isNotEmpty();
        }
        assertThat(history.list().entries()).hasSize(8);
        assertThat(history.list().damaged()).isEmpty();
    }

    @Test
    void refusesIdsThatAreNotItsOwn() {
        assertThatThrownBy(() -> history.report("../settings", "en")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> history.report(ID, "../settings")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> history.remove("*")).isInstanceOf(IllegalArgumentException.class);
    }

    private String keep(Instant at, int most) throws IOException {
        return history.add(at, Map.of("en", new byte[] {1}), Map.of(), most).id();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(data.history().resolve(name), content);
    }

    /// Without the lock, which stays.
    private List<String> names() throws IOException {
        try (var files = Files.list(data.history())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("history.lock"))
                    .toList();
        }
    }
}
