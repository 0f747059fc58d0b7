package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.desktop.model.SettingsModel;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsModelTest {
    @TempDir
    Path folder;

    private DataFolder data;
    private SettingsFile file;

    @BeforeEach
    void create() throws IOException {
        data = new DataFolder(folder.resolve("d")).create();
        file = new SettingsFile(data, AtomicFile.onDisk());
    }

    private SettingsModel model() {
        return new SettingsModel(file, Locale.ENGLISH, Runnable::run);
    }

    private Settings kept() {
        return new SettingsFile(data, AtomicFile.onDisk()).load(Instant.EPOCH).settings();
    }

    /// As long as another writer has the file, nothing is written, and nobody waits.
    @Test
    void holdsAtOnceAndKeepsInOrderWhatAnotherWriterHeldUp() throws Exception {
        SettingsModel model = model();
        try (FileChannel channel = FileChannel.open(
                        data.settings().resolveSibling("settings.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            model.choose(Settings.Theme.LIGHT);
            model.addProjects(List.of("a"));
            model.addProjects(List.of("b"));
            model.removeProject("a");
            model.choose(Settings.Theme.DARK);
            assertThat(model.projects()).containsExactly("b");
            assertThat(data.settings()).doesNotExist();
        }
        model.finish();
        assertThat(kept().theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(kept().projects()).containsExactly("b");
    }

    @Test
    void losesNothingOfWhatTheCommandLineKeptMeanwhile() throws Exception {
        SettingsModel model = model();
        new SettingsFile(data, AtomicFile.onDisk()).change(now -> now.withProjects(List.of("other")), Instant.EPOCH);
        model.addProjects(List.of("a"));
        model.finish();
        assertThat(kept().projects()).containsExactly("other", "a");
    }

    @Test
    void tellsWhereBrokenSettingsAreKept() throws Exception {
        Files.writeString(data.settings(), "{");
        SettingsModel model = model();
        assertThat(model.setAside().get())
                .hasValueSatisfying(kept -> assertThat(kept).hasContent("{"));
        model.dismissSetAside();
        Files.writeString(data.settings(), "[");
        model.choose(Settings.Theme.DARK);
        model.finish();
        assertThat(model.setAside().get())
                .hasValueSatisfying(kept -> assertThat(kept).hasContent("["));
        assertThat(kept().theme()).isEqualTo(Settings.Theme.DARK);
    }
}
