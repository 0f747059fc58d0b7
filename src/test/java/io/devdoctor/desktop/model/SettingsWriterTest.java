package io.devdoctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsWriterTest {
    @TempDir
    Path folder;

    @Test
    void keepsAtTheEndWhatCouldNotBeKeptBefore() throws Exception {
        DataFolder data = new DataFolder(folder.resolve("d")).create();
        SettingsFile file = new SettingsFile(data, AtomicFile.onDisk());
        try (ExecutorService own = Executors.newSingleThreadExecutor()) {
            SettingsWriter writer = new SettingsWriter(file, _ -> {}, own);
            Files.createDirectory(data.settings());
            writer.keep(now -> now.withProjects(List.of("a")));
            own.submit(() -> {}).get();
            assertThat(data.settings()).isDirectory();
            Files.delete(data.settings());
            writer.finish();
            assertThat(file.load(Instant.EPOCH).settings().projects()).containsExactly("a");
        }
    }
}
