package io.devdoctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.examination.Machines;
import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.examination.Wish;
import io.devdoctor.machine.Origin;
import io.devdoctor.probe.Probes;
import io.devdoctor.report.Comparison;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.report.Reports;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Language;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window's thread is this one: what is done for it waits in a queue.
class HistoryModelTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    Path folder;

    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final Samplings machines = new Samplings();
    private DataFolder data;
    private HistoryStore store;
    private SettingsModel settings;
    private Errands errands;
    private ExaminationModel examinations;
    private HistoryModel history;

    @BeforeEach
    void open() throws IOException {
        data = new DataFolder(folder.resolve("d")).create();
        store = new HistoryStore(data, AtomicFile.onDisk());
        settings = new SettingsModel(new SettingsFile(data, AtomicFile.onDisk()), Locale.ENGLISH, window::add);
        errands = new Errands(window::add);
        examinations = new ExaminationModel(machines, settings::projects, errands);
        history = new HistoryModel(store, "1.2.3", examinations, settings, errands);
    }

    /// What is written in the background is there before its folder goes.
    @AfterEach
    void rest() throws InterruptedException {
        settings.finish();
        until(() -> history.busy().get() == 0);
    }

    @Test
    void keepsEveryRunOfThisMachineOnce() throws Exception {
        examine("healthy-en");
        examine("starved-zh-cn");
        PastRun newest = history.runs().getFirst();
        assertThat(history.runs()).hasSize(2);
        assertThat(newest.count(Verdict.PROBLEM)).isPositive();
        assertThat(newest.headline()).contains("WSL");
        assertThat(history.trouble().get()).isEmpty();
        // What somebody does not want to hear of is no other run.
        examinations.hear(MachineMutes.NONE);
        until(() -> history.busy().get() == 0);
        assertThat(history.runs()).hasSize(2);
    }

    @Test
    void keepsNoRecording() throws Exception {
        examinations.examine(new Target.Sample("healthy-en"));
        until(() -> examinations.state().get().result().isPresent());
        until(() -> history.busy().get() == 0);
        assertThat(store.list().entries()).isEmpty();
    }

    @Test
    void saysWhatChangedSinceTheRunBefore() throws Exception {
        examine("healthy-en");
        assertThat(history.view().get()).isInstanceOf(HistoryView.Opened.class);
        examine("starved-zh-cn");
        HistoryView.Compared compared = compared();
        assertThat(compared.comparison().of(Comparison.Kind.NEW)).isNotEmpty();
        assertThat(compared.comparison().causes().getFirst().change().telling().check())
                .isEqualTo("wsl.config-memory");
        // There is none before the first.
        history.choose(new Side.Kept(store.list().entries().getLast()));
        until(() -> history.busy().get() == 0);
        assertThat(history.view().get()).isInstanceOf(HistoryView.Opened.class);
    }

    @Test
    void speaksTheLanguageOfTheMoment() throws Exception {
        examine("healthy-en");
        examine("starved-zh-cn");
        settings.choose(Settings.Language.CHINESE);
        until(() -> compared().comparison().after().language() == Language.CHINESE);
        assertThat(history.runs().getFirst().headline()).contains("症状");
    }

    @Test
    void comparesWithAColleaguesReport() throws Exception {
        examine("healthy-en");
        Path report = folder.resolve("li.json");
        ReportOptions options = new ReportOptions(Language.ENGLISH, true, ZoneOffset.UTC, "9");
        Files.write(report, Reports.write(machines.result("starved-zh-cn"), ReportFormat.JSON, options));
        history.compareWith(report);
        until(() -> history.view().get() instanceof HistoryView.Compared);
        assertThat(compared().before()).isInstanceOf(Side.Given.class);
        assertThat(compared().comparison().of(Comparison.Kind.GONE)).isNotEmpty();
        assertThat(history.bases()).contains(compared().before());
        // Another run of ours stays beside it.
        examine("no-virtualization-en");
        until(() -> compared().after().equals(history.chosen().get().orElseThrow()));
        assertThat(compared().before()).isInstanceOf(Side.Given.class);
    }

    @Test
    void comparesWithARecording() throws Exception {
        examine("healthy-en");
        history.compareWith(Files.writeString(folder.resolve("starved-zh-cn"), "{ \"devdoctorRecording\": 1 }"));
        until(() -> history.view().get() instanceof HistoryView.Compared);
        assertThat(compared().before()).isInstanceOf(Side.Recorded.class);
        assertThat(compared().comparison().of(Comparison.Kind.GONE)).isNotEmpty();
    }

    @Test
    void saysWhyAFileIsOfNoUse() throws Exception {
        examine("healthy-en");
        history.compareWith(Files.writeString(folder.resolve("notes.txt"), "hello"));
        until(() -> history.trouble().get().isPresent());
        assertThat(history.trouble().get().map(Text::key)).contains("report.unreadable.garbage");
        assertThat(history.view().get()).isInstanceOf(HistoryView.Opened.class);
        history.compareWith(Files.writeString(folder.resolve("broken"), "{ \"devdoctorRecording\": 1 }"));
        until(() -> history.trouble().get().map(Text::key).equals(Optional.of("no.sample")));
    }

    @Test
    void showsARunWhoseReportIsDamagedAsWords() throws Exception {
        examine("healthy-en");
        for (Path file : reports()) Files.write(file, new byte[] {1, 2, 3});
        history.open();
        until(() -> history.view().get() instanceof HistoryView.Refused);
    }

    @Test
    void saysWhyNothingCanBeKept() throws Exception {
        Files.delete(data.history());
        Files.writeString(data.history(), "a file");
        examinations.examine(new Target.Live());
        until(() -> history.trouble().get().isPresent());
        assertThat(errands.failure().get()).isEmpty();
    }

    @Test
    void listsRunsByDay() {
        List<PastRun> runs =
                List.of(run("2026-11-20T09:00:00Z"), run("2026-11-20T01:00:00Z"), run("2026-11-19T23:00:00Z"));
        assertThat(PastRun.byDay(runs, ZoneOffset.UTC))
                .extracting(line -> line.getClass().getSimpleName())
                .containsExactly("Day", "Run", "Run", "Day", "Run");
        assertThat(PastRun.byDay(runs, ZoneOffset.ofHours(8))).hasSize(4);
    }

    private static PastRun run(String at) {
        return PastRun.of(
                new HistoryStore.Entry("x", Instant.parse(at), Map.of("problem", "3", "ok", "?")), Language.ENGLISH);
    }

    private HistoryView.Compared compared() {
        return (HistoryView.Compared) history.view().get();
    }

    private List<Path> reports() throws IOException {
        try (var files = Files.list(data.history())) {
            return files.filter(file -> file.toString().endsWith(".gz")).toList();
        }
    }

    /// As if this machine were one of the samples now, an hour later each time.
    private void examine(String sample) throws Exception {
        machines.now = sample;
        machines.hours++;
        int before = history.runs().size();
        examinations.examine(new Target.Live());
        until(() -> history.runs().size() == before + 1 && history.busy().get() == 0);
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable next = window.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("something happens").isNotNull();
            next.run();
        }
    }

    /// This machine is a sample; a recording is the sample of its file's name.
    private static final class Samplings implements Machines {
        private String now = "healthy-en";
        private int hours;

        ExaminationResult result(String name) {
            return examination(name, new Origin.Live()).run(_ -> {}, new Cancellation());
        }

        private Examination examination(String name, Origin origin) {
            try {
                return new Examination(later(Samples.open(name), origin), Probes.ALL, Checks.ALL);
            } catch (RecordingException e) {
                throw new IllegalStateException(e);
            }
        }

        private Ports later(Ports recorded, Origin origin) {
            return new Ports(
                    origin,
                    recorded.platform(),
                    recorded.projects(),
                    () -> NOW.plus(Duration.ofHours(hours)),
                    recorded.registry(),
                    recorded.services(),
                    recorded.commands(),
                    recorded.files(),
                    recorded.repositories(),
                    recorded.environment(),
                    recorded.hardware(),
                    recorded.network(),
                    recorded.pipes(),
                    recorded.win32(),
                    recorded.wmi(),
                    recorded.engine());
        }

        @Override
        public Examination live(Wish wish) {
            return examination(now, new Origin.Live());
        }

        @Override
        public Examination recorded(Path file) throws UnusableRecording {
            String name = file.getFileName().toString();
            if (!Samples.NAMES.contains(name)) throw new UnusableRecording(Text.of("no.sample"));
            return examination(name, new Origin.Replay(name, ""));
        }

        @Override
        public Examination sample(String name) {
            return examination(name, new Origin.Replay(name, ""));
        }

        @Override
        public List<String> samples() {
            return Samples.NAMES;
        }

        @Override
        public byte[] record(Wish wish, Consumer<? super ExaminationEvent> listener, Cancellation cancellation) {
            return new byte[0];
        }
    }
}
