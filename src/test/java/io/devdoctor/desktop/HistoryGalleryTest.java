package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.desktop.model.HistoryView;
import io.devdoctor.desktop.model.KeptSamples;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.MainView;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.report.Reports;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the page of earlier examinations, made as those of [GalleryTest].
@EnabledIfSystemProperty(named = "devdoctor.gallery", matches = ".+", disabledReason = "draws pictures for people")
class HistoryGalleryTest {
    private static final Path FOLDER = Path.of(System.getProperty("devdoctor.gallery", "target/gallery"));
    private static final List<String> FARED =
            List.of("healthy-en", "no-virtualization-en", "healthy-en", "hung-wsl-en", "healthy-en", "starved-zh-cn");

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws InterruptedException {
        Gallery.start();
    }

    @Test
    void whatChanged() throws Exception {
        picture("history", Settings.Theme.LIGHT, 1280, 800, FARED, _ -> {}, HistoryView.Compared.class::isInstance);
        picture("history", Settings.Theme.DARK, 1024, 700, FARED, _ -> {}, HistoryView.Compared.class::isInstance);
    }

    @Test
    void wentAway() throws Exception {
        List<String> fared = List.of("starved-zh-cn", "healthy-en");
        picture(
                "history-gone",
                Settings.Theme.LIGHT,
                1280,
                1000,
                fared,
                _ -> {},
                HistoryView.Compared.class::isInstance);
    }

    @Test
    void aColleaguesReport() throws Exception {
        Path report = folder.resolve("colleague.json");
        ReportOptions options = new ReportOptions(language(), true, ZoneOffset.UTC, "0.1.0");
        Files.write(
                report,
                Reports.write(
                        KeptSamples.examined("starved-zh-cn", Instant.parse("2026-11-20T08:00:00Z")),
                        ReportFormat.JSON,
                        options));
        picture(
                "history-colleague",
                Settings.Theme.LIGHT,
                1280,
                900,
                List.of("healthy-en"),
                bench -> bench.history().compareWith(report),
                HistoryView.Compared.class::isInstance);
        picture(
                "history-refused",
                Settings.Theme.DARK,
                1280,
                800,
                List.of("healthy-en", "starved-zh-cn"),
                bench -> bench.history().compareWith(folder),
                HistoryView.Compared.class::isInstance);
    }

    @Test
    void readByItself() throws Exception {
        picture(
                "history-opened",
                Settings.Theme.DARK,
                1280,
                800,
                List.of("starved-zh-cn"),
                _ -> {},
                HistoryView.Opened.class::isInstance);
        picture(
                "history-empty",
                Settings.Theme.LIGHT,
                1024,
                700,
                List.of(),
                _ -> {},
                HistoryView.Nothing.class::isInstance);
    }

    @Test
    void export() throws Exception {
        for (ReportFormat format : List.of(ReportFormat.HTML, ReportFormat.MARKDOWN)) {
            boolean first = format == ReportFormat.HTML;
            Settings.Theme theme = first ? Settings.Theme.LIGHT : Settings.Theme.DARK;
            exported(format, theme, first ? 1280 : 1024, first ? 800 : 700);
        }
    }

    private static void exported(ReportFormat format, Settings.Theme theme, int width, int height) throws Exception {
        Settings.Language spoken =
                language() == Language.CHINESE ? Settings.Language.CHINESE : Settings.Language.ENGLISH;
        Path file = FOLDER.resolve(
                "%s-%s-%s-%dx%d.png".formatted("export-" + format, theme.code(), spoken.code(), width, height));
        Workbench bench = bench(List.of(), spoken, theme);
        Scene scene = Gallery.onWindowThread(() -> {
            bench.examinations().examine(new Target.Sample("starved-zh-cn"));
            return new MainView(bench).scene(width, height);
        });
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> bench.examinations().state().get().result().isPresent());
        Gallery.onWindowThread(() -> {
            scene.snapshot(null);
            ((Button) scene.lookup("#export")).fire();
            return scene;
        });
        Gallery.letMotionEnd();
        Gallery.onWindowThread(() -> {
            ((ToggleButton) scene.lookup("#export-" + format)).fire();
            return scene;
        });
        Gallery.letMotionEnd();
        Gallery.onWindowThread(() -> {
            Gallery.picture(scene, file);
            return file;
        });
        assertThat(Files.size(file)).isGreaterThan(10_000);
    }

    private static Language language() {
        return Language.of(Locale.getDefault().toLanguageTag());
    }

    private static void picture(
            String name,
            Settings.Theme theme,
            int width,
            int height,
            List<String> fared,
            Consumer<Workbench> prepare,
            Predicate<HistoryView> ready)
            throws Exception {
        Settings.Language spoken =
                language() == Language.CHINESE ? Settings.Language.CHINESE : Settings.Language.ENGLISH;
        Path file = FOLDER.resolve("%s-%s-%s-%dx%d.png".formatted(name, theme.code(), spoken.code(), width, height));
        Workbench bench = bench(fared, spoken, theme);
        Scene scene = Gallery.onWindowThread(() -> {
            Scene made = new MainView(bench).scene(width, height);
            bench.window().page().set(new Page.History());
            bench.history().read();
            return made;
        });
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> bench.history().busy().get() == 0);
        Gallery.onWindowThread(() -> {
            prepare.accept(bench);
            return scene;
        });
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> bench.history().busy().get() == 0
                        && ready.test(bench.history().view().get()));
        Gallery.letMotionEnd();
        Gallery.onWindowThread(() -> {
            Gallery.picture(scene, file);
            return file;
        });
        assertThat(Files.size(file)).isGreaterThan(10_000);
    }

    private static Workbench bench(List<String> fared, Settings.Language language, Settings.Theme theme)
            throws IOException {
        DataFolder data = new DataFolder(Files.createTempDirectory("devdoctor-gallery")).create();
        HistoryStore history = new HistoryStore(data, AtomicFile.onDisk());
        Instant first = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(fared.size() * 9L, ChronoUnit.HOURS);
        for (int i = 0; i < fared.size(); i++)
            KeptSamples.keep(history, fared.get(i), first.plus(i * 9L, ChronoUnit.HOURS));
        SettingsFile settings = new SettingsFile(data, AtomicFile.onDisk());
        settings.change(now -> now.withLanguage(language).withTheme(theme), Instant.EPOCH);
        FixtureMachines machines = new FixtureMachines();
        DesktopServices services = new DesktopServices(
                machines, new FakeRepairs(machines), Reports::write, history, settings, Path.of("log"), "0.1.0");
        return Gallery.onWindowThread(() -> DesktopApp.workbench(services, new FxMailbox(), new FakeSurroundings()));
    }
}
