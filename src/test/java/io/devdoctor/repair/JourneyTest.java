package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.desktop.DesktopApp;
import io.devdoctor.desktop.DesktopServices;
import io.devdoctor.desktop.FakeSurroundings;
import io.devdoctor.desktop.Hands;
import io.devdoctor.desktop.Repairs;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.RunState;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.MainView;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.report.Reports;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.testing.sim.Illness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tools.jackson.databind.json.JsonMapper;

/// The whole way of a person through the real window, over the real repairer and a simulated Windows: examine, read,
/// fix, restart, proof, undo, export, and the export opened again.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // what TestFX starts with is not known to be started first
class JourneyTest extends Hands {
    private static final String FIX = "wsl.config-memory/advised";
    private final FakeSurroundings outside = new FakeSurroundings();
    private Clinic clinic;
    private Workbench bench;

    @TempDir
    Path temp;

    @Start
    void start(Stage stage) throws Exception {
        clinic = Clinic.of(Illness.AS_RECORDED.of("starved-zh-cn"), temp);
        DataFolder own = new DataFolder(temp.resolve("own")).create();
        SettingsFile settings = new SettingsFile(own, AtomicFile.onDisk());
        settings.change(now -> now.withLanguage(Settings.Language.ENGLISH), Instant.EPOCH);
        DesktopServices services = new DesktopServices(
                new OneMachine(clinic.windows.ports()),
                Repairs.by(() -> clinic.repairer),
                Reports::write,
                new HistoryStore(own, AtomicFile.onDisk()),
                settings,
                temp,
                "0");
        bench = DesktopApp.workbench(services, Platform::runLater, outside);
        stage.setScene(new MainView(bench).scene(1000, 800));
        stage.show();
        bench.examinations().examine(new Target.Live());
    }

    /// What is kept in the background is there before its folder goes.
    @AfterEach
    void letHistoryRest() throws Exception {
        until(() -> bench.history().busy().get() == 0);
    }

    @Test
    void fromTheFirstExaminationToTheReopenedReport(FxRobot robot) throws Exception {
        Map<String, String> before = clinic.windows.picture();
        examined(run -> true);
        assertThat(said(robot, "detail")).contains("WSL is limited to 2 GB of memory");

        press(robot, "apply-" + FIX);
        until(() -> isThere(robot, "restart-WSL_RESTART"));
        assertThat(clinic.windows.picture()).isNotEqualTo(before);

        press(robot, "restart-WSL_RESTART");
        assertThat(said(robot, "pending-WSL_RESTART")).contains("Ubuntu-24.04");
        press(robot, "consent-restart");
        until(() -> isThere(robot, "settled"));
        assertThat(said(robot, "settled")).contains("Fixed and verified.");
        RunState cured = examined(run -> !isIll(run, "wsl.config-memory"));
        assertThat(isIll(cured, "docker.memory")).isFalse();

        Path healthy = export(robot, "healthy.json");
        until(() -> !bench.repairs().busy().get());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> isThere(robot, "question-yes") || isIll(now(), "wsl.config-memory"));
        if (isThere(robot, "question-yes")) press(robot, "question-yes");
        examined(run -> isIll(run, "wsl.config-memory"));
        assertThat(clinic.windows.picture()).containsAllEntriesOf(config(before));

        outside.toOpen = Optional.of(healthy);
        press(robot, "go-history");
        press(robot, "history-file");
        until(() -> isThere(robot, "history-view"));
        assertThat(said(robot, "history-view")).contains("healthy.json", "WSL is limited to 2 GB of memory");
        assertThat(bench.window().page().get()).isEqualTo(new Page.History());
    }

    private Path export(FxRobot robot, String name) throws Exception {
        Path file = temp.resolve(name);
        outside.toSave = Optional.of(file);
        robot.push(KeyCode.CONTROL, KeyCode.E);
        until(() -> isThere(robot, "export-JSON"));
        press(robot, "export-JSON");
        until(() -> !node(robot, "export-save").isDisabled());
        press(robot, "export-save");
        until(() -> Files.exists(file));
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(Files.readAllBytes(file))
                        .path("devdoctorReport")
                        .asInt())
                .isEqualTo(1);
        robot.push(KeyCode.ESCAPE);
        return file;
    }

    private RunState now() {
        return bench.examinations().state().get();
    }

    private RunState examined(Predicate<RunState> wanted) throws Exception {
        until(() -> now().result().isPresent() && wanted.test(now()));
        return now();
    }

    private static boolean isIll(RunState run, String check) {
        return run.findings().stream()
                .anyMatch(finding ->
                        finding.check().id().equals(check) && finding.verdict().isIllness());
    }

    private static Map<String, String> config(Map<String, String> picture) {
        return picture.entrySet().stream()
                .filter(each -> each.getKey().contains(".wslconfig"))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
