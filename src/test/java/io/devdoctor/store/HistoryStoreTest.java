package io.devdoctor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00.123Z");

    @TempDir
    Path folder;

    private DataFolder data;
    private HistoryStore history;

    @BeforeEach
    void create() throws IOException {
        data = new DataFolder(folder.resolve("d")).create();
        history = new HistoryStore(data, AtomicFile.onDisk(), 3);
    }

    @Test
    void keepsTheNewestUpToItsBound() throws IOException {
        for (int i = 0; i < 5; i++) {
            history.add(NOW.plusSeconds(i), new byte[] {(byte) i}, Map.of("problems", "" + i));
        }
        assertThat(history.list())
                .extracting(entry -> entry.summary().get("problems"))
                .containsExactly("4", "3", "2");
        assertThat(history.list().getFirst().at()).isEqualTo(NOW.plusSeconds(4));
        assertThat(history.report(history.list().getFirst().id())).containsExactly(4);
        assertThat(data.history().toFile().list()).hasSize(6);
    }

    @Test
    void keepsTwoOfTheSameInstant() throws IOException {
        history.add(NOW, new byte[] {1}, Map.of());
        history.add(NOW, new byte[] {2}, Map.of());
        assertThat(history.list()).hasSize(2);
        assertThat(history.report(history.list().get(0).id())).containsExactly(2);
        assertThat(history.report(history.list().get(1).id())).containsExactly(1);
    }

    @Test
    void passesOverHalvesAndGarbageAndCleansThemUp() throws IOException {
        Files.writeString(data.history().resolve("20261101T000000000Z.report.json"), "half");
        Files.writeString(data.history().resolve("20261102T000000000Z.report.json"), "x");
        Files.writeString(data.history().resolve("20261102T000000000Z.summary.json"), "garbage");
        assertThat(history.list()).isEmpty();
        history.add(NOW, new byte[0], Map.of());
        assertThat(data.history().toFile().list()).hasSize(2);
    }

    @Test
    void refusesIdsThatAreNotItsOwn() {
        assertThatThrownBy(() -> history.report("../settings")).isInstanceOf(IllegalArgumentException.class);
    }
}
