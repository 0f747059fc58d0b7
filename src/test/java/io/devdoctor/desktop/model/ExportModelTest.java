package io.devdoctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.Reports;
import io.devdoctor.report.Section;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.FaultyDisk;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportModelTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    Path folder;

    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private SettingsFile file;
    private SettingsModel settings;

    @BeforeEach
    void open() throws IOException {
        file = new SettingsFile(new DataFolder(folder.resolve("d")).create(), AtomicFile.onDisk());
        settings = settings();
    }

    @AfterEach
    void close() {
        settings.finish();
    }

    @Test
    void showsExactlyWhatLeaves() throws Exception {
        ExportModel export = export();
        export.choose(ReportFormat.JSON);
        until(() -> now(export).format() == ReportFormat.JSON);
        assertThat(now(export).shown()).isEqualTo(new String(now(export).document(), StandardCharsets.UTF_8));
        assertThat(now(export).findings()).isGreaterThan(100);
        assertThat(now(export).masked()).isNotEmpty().allMatch(kind -> kind.times() >= kind.values());
        export.redact(false);
        until(() -> now(export).masked().isEmpty());
    }

    /// All the words of the page, and nothing that is no word.
    @Test
    void showsTheWordsOfAPage() throws Exception {
        ExportModel export = export();
        until(() -> export.prepared().get().isPresent());
        assertThat(now(export).format()).isEqualTo(ReportFormat.HTML);
        assertThat(now(export).shown())
                .contains("WSL is limited to 2 GB of memory", "memory=2GB")
                .doesNotContain("<div", "</", "&amp;", "font-size", "\n\n");
    }

    @Test
    void saysItInTheOtherLanguageTooWhereTheFormatCan() throws Exception {
        ExportModel export = export();
        export.choose(ReportFormat.MARKDOWN);
        assertThat(export.mayBeBilingual()).isTrue();
        export.bilingual(true);
        until(() -> export.ready().get() && now(export).shown().contains("WSL 的内存上限只有 2 GB"));
        assertThat(now(export).shown()).contains("WSL is limited to 2 GB of memory");
        export.choose(ReportFormat.JSON);
        assertThat(export.mayBeBilingual()).isFalse();
    }

    @Test
    void leavesOutWhatIsNotWanted() throws Exception {
        ExportModel export = export();
        until(() -> export.prepared().get().isPresent());
        int all = now(export).findings();
        export.put(Section.PASSED, false);
        until(() -> now(export).findings() < all);
        export.put(Section.PASSED, true);
        until(() -> now(export).findings() == all);
    }

    /// Whoever once showed names must not do so unasked.
    @Test
    void remembersFormatAndSectionsButNeverNames() throws Exception {
        ExportModel export = export();
        export.choose(ReportFormat.MARKDOWN);
        export.put(Section.PASSED, false);
        export.redact(false);
        settings.finish();
        settings = settings();
        ExportModel next = export();
        assertThat(next.format()).isEqualTo(ReportFormat.MARKDOWN);
        assertThat(next.has(Section.PASSED)).isFalse();
        assertThat(next.has(Section.EVIDENCE)).isTrue();
        assertThat(next.isRedacted()).isTrue();
    }

    @Test
    void savesAndSaysWhere() throws Exception {
        ExportModel export = export();
        until(() -> export.prepared().get().isPresent());
        Path target = folder.resolve("r.html");
        export.save(target);
        until(() -> export.sent().get().isPresent());
        assertThat(export.sent().get().orElseThrow().folder()).contains(folder);
        assertThat(target).hasBinaryContent(now(export).document());
    }

    @Test
    void copiesAsMarkdownWhateverTheFormat() throws Exception {
        ExportModel export = export();
        List<String> copied = new ArrayList<>();
        export.copyAsMarkdown(copied::add);
        until(() -> !copied.isEmpty());
        assertThat(copied.getFirst()).startsWith("# One cause explains");
    }

    @Test
    void saysWhyNothingWasSaved() throws IOException {
        byte[] document = {1, 2, 3};
        assertThat(words(ReportSaving.save(AtomicFile.onDisk(), folder, document)))
                .contains("is a folder");
        assertThat(words(ReportSaving.save(AtomicFile.onDisk(), folder.resolve("no/r.html"), document)))
                .contains("its folder is not there any more");
        Path old = Files.write(folder.resolve("old.html"), new byte[] {9});
        AtomicFile full = new AtomicFile(new FaultyDisk(FaultyDisk.Fault.WRITE, 1), Crashpoint.NONE);
        assertThat(words(ReportSaving.save(full, old, document))).contains("No space left", "Nothing was saved");
        assertThat(old).hasBinaryContent(new byte[] {9});
        try (var files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString())).containsExactlyInAnyOrder("d", "old.html");
        }
    }

    private static String words(ExportModel.Sent sent) {
        assertThat(sent.folder()).isEmpty();
        return Messages.of(Language.ENGLISH).say(sent.words());
    }

    private SettingsModel settings() {
        return new SettingsModel(file, Locale.ENGLISH, window::add);
    }

    private ExportModel export() {
        return new ExportModel(
                KeptSamples.examined("starved-zh-cn", NOW), Reports::write, settings, new Errands(window::add), "1");
    }

    private static ExportModel.Prepared now(ExportModel export) {
        return export.prepared().get().orElseThrow();
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!isTrue(condition)) {
            Runnable next = window.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("something happens").isNotNull();
            next.run();
        }
    }

    /// Nothing is prepared at first.
    private static boolean isTrue(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (NoSuchElementException _) {
            return false;
        }
    }
}
