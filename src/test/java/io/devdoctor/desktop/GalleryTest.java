package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.MainView;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Bytes;
import io.devdoctor.repair.Conflict;
import io.devdoctor.repair.Entry;
import io.devdoctor.report.Reports;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the whole window for people to look at, at most thirty: `mvn -Pgallery test` draws them into
/// `target/gallery`, in two JVMs, since the forms of Han letters follow the language of the JVM.
@EnabledIfSystemProperty(named = "devdoctor.gallery", matches = ".+", disabledReason = "draws pictures for people")
class GalleryTest {
    private static final Path FOLDER = Path.of(System.getProperty("devdoctor.gallery", "target/gallery"));

    @BeforeAll
    static void start() throws InterruptedException {
        String language = System.getProperty("devdoctor.gallery.language", "");
        // Before JavaFX asks for fonts.
        if (!language.isEmpty()) Locale.setDefault(Locale.forLanguageTag(language));
        Gallery.start();
    }

    /// Those of the language in which this JVM was started to speak.
    @Test
    void everyScreen() throws Exception {
        for (GalleryPlan.Shot shot : GalleryPlan.of(GalleryScreens.ALL).shots()) {
            if (shot.language() != language()) continue;
            GalleryPlan.Screen screen = shot.screen();
            picture(
                    screen.name(),
                    screen.target(),
                    shot.theme(),
                    shot.size().width(),
                    shot.size().height(),
                    screen.prepare(),
                    screen.button());
        }
    }

    @Test
    void readme() throws Exception {
        if (language() != Settings.Language.ENGLISH) return;
        for (GalleryPlan.Screen screen : GalleryScreens.README) {
            picture(screen.name(), screen.target(), Settings.Theme.LIGHT, 1440, 900, screen.prepare());
        }
    }

    private static boolean isWaiting(@Nullable Node button) {
        return button != null && button.isDisabled();
    }

    private static Settings.Language language() {
        return Language.of(Locale.getDefault().toLanguageTag()) == Language.CHINESE
                ? Settings.Language.CHINESE
                : Settings.Language.ENGLISH;
    }

    static void picture(
            String name, Target target, Settings.Theme theme, int width, int height, Consumer<Workbench> prepare)
            throws Exception {
        picture(name, target, theme, width, height, prepare, "");
    }

    /// @param button is pressed before the picture is taken
    static void picture(
            String name,
            Target target,
            Settings.Theme theme,
            int width,
            int height,
            Consumer<Workbench> prepare,
            String button)
            throws Exception {
        Settings.Language language = language();
        Path file = FOLDER.resolve("%s-%s-%s-%dx%d.png".formatted(name, theme.code(), language.code(), width, height));
        Workbench bench = examined(target, language, theme);
        Scene scene = Gallery.onWindowThread(() -> {
            Scene made = new MainView(bench).scene(width, height);
            prepare.accept(bench);
            return made;
        });
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> bench.history().busy().get() == 0);
        // What was asked for in the background arrives; a scroll pane that was drawn before would keep its old picture.
        Gallery.letMotionEnd();
        if (!button.isEmpty()) {
            Gallery.onWindowThread(() -> {
                // Only what has a skin can be opened.
                scene.snapshot(null);
                ((Button) scene.lookup(button)).fire();
                return scene;
            });
            // A report is written in the background.
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !isWaiting(scene.lookup("#export-save")));
            Gallery.letMotionEnd();
        }
        Gallery.onWindowThread(() -> {
            Gallery.picture(scene, file);
            return file;
        });
        assertThat(Files.size(file)).isGreaterThan(15_000);
    }

    private static Workbench examined(Target target, Settings.Language language, Settings.Theme theme)
            throws InterruptedException, IOException {
        FixtureMachines machines = new FixtureMachines();
        FakeRepairs repairs = new FakeRepairs(machines);
        for (Entry.State state : List.of(Entry.State.CURED, Entry.State.PENDING, Entry.State.UNFINISHED)) {
            repairs.record(
                    "20261120T040300Z-" + state,
                    StarvedMachine.memory(),
                    StarvedMachine.memory().fixes().getFirst(),
                    state);
        }
        Step.EditFile edit = (Step.EditFile)
                StarvedMachine.memory().fixes().getFirst().steps().getFirst();
        Bytes since = Bytes.of("[wsl2]\r\nmemory=6GB\r\nswap=0\r\n".getBytes(StandardCharsets.UTF_8));
        Conflict conflict = new Conflict.InFile(edit.path(), edit.before(), edit.after(), since);
        repairs.changeSince(
                "20261120T040300Z-CURED", conflict, repairs.entries().getFirst());
        DataFolder data = new DataFolder(Files.createTempDirectory("devdoctor-gallery")).create();
        SettingsFile settings = new SettingsFile(data, AtomicFile.onDisk());
        settings.change(now -> now.withLanguage(language).withTheme(theme), Instant.EPOCH);
        DesktopServices services = new DesktopServices(
                machines,
                repairs,
                Reports::write,
                new HistoryStore(data, AtomicFile.onDisk()),
                settings,
                Path.of("log"),
                "0.1.0");
        CountDownLatch finished = new CountDownLatch(1);
        Workbench bench = Gallery.onWindowThread(() -> {
            Workbench made = DesktopApp.workbench(services, new FxMailbox(), new FakeSurroundings());
            made.examinations().state().subscribe(run -> {
                if (run.result().isPresent()) finished.countDown();
            });
            made.examinations().examine(target);
            return made;
        });
        assertThat(finished.await(30, TimeUnit.SECONDS)).isTrue();
        return bench;
    }
}
