package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.desktop.model.HistoryView;
import io.devdoctor.desktop.model.KeptSamples;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.report.Reports;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.store.Settings;
import io.devdoctor.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// From an examination to what changed since, and to what is different at a colleague's.
class HistoryWindowTest extends OpenWindow {
    private static final Instant LONG_AGO = Instant.parse("2026-11-01T08:00:00Z");

    @Start
    void start(Stage stage) throws IOException {
        HistoryStore store = new HistoryStore(new DataFolder(folder).create(), AtomicFile.onDisk());
        KeptSamples.keep(store, "healthy-en", LONG_AGO);
        KeptSamples.keep(store, "starved-zh-cn", LONG_AGO.plusSeconds(3600));
        open(stage);
    }

    @Test
    void saysWhatChangedSinceTheExaminationBefore(FxRobot robot) throws Exception {
        visit(robot);
        choose(robot, 1);
        until(() -> said(robot, "history-view").contains("One cause explains"));
        assertThat(said(robot, "history-view")).contains("WSL is limited to 2 GB of memory", "New");
        robot.interact(() -> bench.settings().choose(Settings.Language.CHINESE));
        until(() -> said(robot, "history-view").contains("WSL 的内存上限只有 2 GB"));
        assertThat(said(robot, "history")).contains("本机历次检查");
    }

    @Test
    void readsAnEarlierExaminationByKeyboard(FxRobot robot) throws Exception {
        visit(robot);
        choose(robot, 1);
        robot.interact(() -> node(robot, "history-runs").requestFocus());
        robot.type(KeyCode.ENTER);
        until(() -> bench.history().view().get() instanceof HistoryView.Opened);
        assertThat(said(robot, "history-view")).contains("To be read only.", "Problems");
        press(robot, "history-back");
        until(() -> bench.history().view().get() instanceof HistoryView.Compared);
    }

    @Test
    void comparesWithAColleaguesReport(FxRobot robot) throws Exception {
        visit(robot);
        ReportOptions options = new ReportOptions(Language.ENGLISH, true, ZoneOffset.UTC, "9");
        Path file = folder.resolve("from li.json");
        Files.write(file, Reports.write(KeptSamples.examined("hung-wsl-en", LONG_AGO), ReportFormat.JSON, options));
        outside.toOpen = Optional.of(file);
        press(robot, "history-file");
        until(() -> said(robot, "history-view").contains("How this machine differs from from li.json"));
        assertThat(said(robot, "history-view")).contains("Looked at on one side only");
        ComboBox<?> bases = (ComboBox<?>) node(robot, "history-base");
        assertThat(bases.getItems()).hasSize(3);
        robot.interact(() -> bases.getSelectionModel().select(1));
        until(() -> said(robot, "history-view").contains("What changed since"));
    }

    @Test
    void saysWhyAFileCannotBeCompared(FxRobot robot) throws Exception {
        visit(robot);
        outside.toOpen = Optional.of(Files.writeString(folder.resolve("cut off.json"), "{ \"devdoctorReport\": 1,"));
        press(robot, "history-file");
        until(() -> said(robot, "history").contains("cut off.json ends in the middle"));
        // What was shown stays.
        assertThat(said(robot, "history-view")).contains("What changed since");
    }

    @Test
    void tellsOfDamagedOnesAndForgetsThem(FxRobot robot) throws Exception {
        visit(robot);
        Path damaged = folder.resolve("history").resolve("20260101T000000000Z.summary.json");
        Files.writeString(damaged, "garbage");
        robot.interact(() -> bench.history().read());
        until(() -> said(robot, "history").contains("is damaged and cannot be read"));
        robot.interact(() -> bench.history().remove("20260101T000000000Z"));
        until(() -> !said(robot, "history").contains("is damaged"));
        assertThat(damaged).doesNotExist();
    }

    private void visit(FxRobot robot) throws Exception {
        examined();
        until(() -> bench.history().runs().size() == 3 && bench.history().busy().get() == 0);
        robot.interact(() -> bench.window().page().set(new Page.History()));
        until(() -> isThere(robot, "history-runs"));
    }

    /// Counted without the headings of the days.
    private void choose(FxRobot robot, int run) {
        robot.interact(() -> {
            ListView<?> runs = (ListView<?>) node(robot, "history-runs");
            int at = 0;
            for (int seen = -1; seen < run; at++) {
                if (!runs.getItems().get(at).getClass().getSimpleName().equals("Day")) seen++;
            }
            runs.getSelectionModel().select(at - 1);
        });
    }
}
