package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.MainView;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.store.Settings;
import io.devdoctor.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Pictures of the window for people to look at:
/// `mvn test -Dtest=GalleryTest -Ddevdoctor.gallery=target/gallery`. The Chinese ones need
/// `-Dtest.jvm="-Duser.language=zh -Duser.country=CN"`: the forms of Han letters follow the language of the JVM.
@EnabledIfSystemProperty(named = "devdoctor.gallery", matches = ".+", disabledReason = "draws pictures for people")
class GalleryTest {
    private static final Path FOLDER = Path.of(System.getProperty("devdoctor.gallery", "target/gallery"));

    @BeforeAll
    static void start() throws InterruptedException {
        Gallery.start();
    }

    @Test
    void dashboard() throws Exception {
        Settings.Language language = Language.of(Locale.getDefault().toLanguageTag()) == Language.CHINESE
                ? Settings.Language.CHINESE
                : Settings.Language.ENGLISH;
        for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.LIGHT, Settings.Theme.DARK}) {
            for (int[] size : new int[][] {{1280, 800}, {1920, 1080}, {1024, 700}}) {
                Path file = FOLDER.resolve(
                        "dashboard-%s-%s-%dx%d.png".formatted(theme.code(), language.code(), size[0], size[1]));
                Workbench bench = examined(language, theme);
                Gallery.onWindowThread(() -> {
                    Scene scene = new MainView(bench).scene(size[0], size[1]);
                    Gallery.picture(scene, file);
                    return scene;
                });
                assertThat(Files.size(file)).isGreaterThan(20_000);
            }
        }
    }

    private static Workbench examined(Settings.Language language, Settings.Theme theme) throws InterruptedException {
        FixtureMachines machines = new FixtureMachines();
        DesktopServices services = new DesktopServices(
                machines,
                new FakeRepairs(machines),
                (_, _, _) -> "report".getBytes(StandardCharsets.UTF_8),
                Settings.defaults().withLanguage(language).withTheme(theme),
                _ -> {},
                Path.of("log"),
                "0.1.0");
        CountDownLatch finished = new CountDownLatch(1);
        Workbench bench = Gallery.onWindowThread(() -> {
            Workbench made = DesktopApp.workbench(services, new FxMailbox(), new FakeSurroundings());
            made.examinations().state().subscribe(run -> {
                if (run.result().isPresent()) finished.countDown();
            });
            made.examinations().examine(new Target.Live());
            return made;
        });
        assertThat(finished.await(30, TimeUnit.SECONDS)).isTrue();
        return bench;
    }
}
