package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.MainView;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Bytes;
import io.devdoctor.repair.Conflict;
import io.devdoctor.repair.Entry;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.system.recorded.Samples;
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
import javafx.scene.Scene;
import javafx.scene.control.Button;
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
        for (Settings.Theme theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
            for (int[] size : new int[][] {{1280, 800}, {1920, 1080}, {1024, 700}}) {
                picture("dashboard", new Target.Live(), theme, size[0], size[1], _ -> {});
            }
        }
    }

    @Test
    void samples() throws Exception {
        for (String sample : Samples.NAMES) {
            Settings.Theme theme = sample.startsWith("no") ? Settings.Theme.DARK : Settings.Theme.LIGHT;
            picture(sample, new Target.Sample(sample), theme, 1280, 800, _ -> {});
        }
    }

    @Test
    void otherPages() throws Exception {
        Settings.Theme light = Settings.Theme.LIGHT;
        picture("changes", new Target.Live(), light, 1280, 800, bench -> {
            bench.window().page().set(new Page.Changes());
            bench.repairs().readJournal();
        });
        for (Settings.Theme theme : List.of(light, Settings.Theme.DARK)) {
            picture("changes-open", new Target.Live(), theme, 1280, 1300, bench -> {
                bench.window().page().set(new Page.Changes());
                bench.repairs().readJournal();
                bench.repairs().journal().open().clear();
                bench.repairs()
                        .entries()
                        .subscribe(entries -> entries.stream()
                                .filter(entry -> entry.state() == Entry.State.CURED)
                                .forEach(bench.repairs().journal()::toggle));
            });
        }
        picture(
                "area-wsl",
                new Target.Live(),
                light,
                1280,
                800,
                bench -> bench.window().page().set(new Page.OfArea(Area.WSL)));
        picture("deletion", new Target.Live(), light, 1280, 1100, bench -> {
            Finding finding = finding(bench, "docker.disk-usage");
            bench.window().choose(finding);
            bench.repairs().ask(finding, finding.fixes().getFirst());
        });
        for (Settings.Theme theme : List.of(light, Settings.Theme.DARK)) {
            picture("mute", new Target.Live(), theme, 1024, 700, bench -> {
                Finding finding = finding(bench, "clock.wsl");
                bench.window().choose(finding);
                bench.mutes().ask(finding);
                bench.mutes().reason().set("asked in ticket 7");
            });
            picture("muted", new Target.Live(), theme, 1280, 1300, bench -> {
                bench.mutes().ask(finding(bench, "clock.wsl"));
                bench.mutes().reason().set("The clock of Ubuntu is set by hand for our tests, see ticket 7");
                bench.examinations()
                        .state()
                        .subscribe(run -> run.findings().stream()
                                .filter(Finding::isMuted)
                                .findFirst()
                                .ifPresent(bench.window()::reveal));
                bench.mutes().mute(finding(bench, "clock.wsl"));
            });
        }
        picture(
                "failure",
                new Target.Live(),
                light,
                1280,
                800,
                bench -> bench.errands().failed(new IllegalStateException("drawn for the gallery, token=hunter2")));
        picture("export", new Target.Live(), light, 1280, 800, _ -> {}, "#export");
        picture(
                "search",
                new Target.Live(),
                light,
                1280,
                800,
                bench -> bench.window().query().set("clock"));
    }

    private static Finding finding(Workbench bench, String check) {
        return bench.examinations().state().get().findings().stream()
                .filter(it -> it.check().id().equals(check))
                .findFirst()
                .orElseThrow();
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
        Settings.Language language = Language.of(Locale.getDefault().toLanguageTag()) == Language.CHINESE
                ? Settings.Language.CHINESE
                : Settings.Language.ENGLISH;
        Path file = FOLDER.resolve("%s-%s-%s-%dx%d.png".formatted(name, theme.code(), language.code(), width, height));
        Workbench bench = examined(target, language, theme);
        Scene scene = Gallery.onWindowThread(() -> {
            Scene made = new MainView(bench).scene(width, height);
            prepare.accept(bench);
            return made;
        });
        // What was asked for in the background arrives; a scroll pane that was drawn before would keep its old picture.
        Gallery.letMotionEnd();
        if (!button.isEmpty()) {
            Gallery.onWindowThread(() -> {
                // Only what has a skin can be opened.
                scene.snapshot(null);
                ((Button) scene.lookup(button)).fire();
                return scene;
            });
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
                (_, _, _) -> "report".getBytes(StandardCharsets.UTF_8),
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
