package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.SettingsModel;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Whoever opens DevDoctor for the first time is told in a few words what happens, while it happens.
class FirstRunTest extends OpenWindow {
    @Start
    void start(Stage stage) throws IOException {
        neverHereBefore();
        open(stage);
        bench.settings().choose(Settings.Language.ENGLISH);
    }

    @Test
    void welcomesWhileItExaminesAtOnce(FxRobot robot) throws Exception {
        examined();
        assertThat(said(robot, "welcome")).contains("Welcome to DevDoctor", "It only reads.");
        robot.interact(() -> bench.window().page().set(new Page.Settings()));
        assertThat(isThere(robot, "welcome")).isFalse();
        robot.interact(() -> bench.window().page().set(new Page.Overview()));
        press(robot, "welcome-close");
        assertThat(isThere(robot, "welcome")).isFalse();
    }

    @Test
    void opensASampleToLookAround(FxRobot robot) throws Exception {
        examined();
        String sample = machines.samples().getFirst();
        press(robot, "welcome-" + sample);
        until(() -> bench.examinations().target().equals(new Target.Sample(sample)));
        assertThat(isThere(robot, "welcome")).isFalse();
    }

    @Test
    void saysNothingOfThisComputerOverARecordingOfAnother(FxRobot robot) throws Exception {
        examined();
        Target sample = new Target.Sample(machines.samples().getFirst());
        robot.interact(() -> bench.examinations().examine(sample));
        until(() -> !isThere(robot, "welcome"));
        robot.interact(() -> bench.examinations().examine(new Target.Live()));
        until(() -> isThere(robot, "welcome"));
        robot.interact(() -> DesktopApp.begin(bench, sample));
        assertThat(isThere(robot, "welcome")).isFalse();
    }

    @Test
    void welcomesOnlyOnce() throws IOException {
        SettingsFile file = new SettingsFile(new DataFolder(folder.resolve("d")).create(), AtomicFile.onDisk());
        SettingsModel first = new SettingsModel(file, Locale.ENGLISH, Runnable::run);
        assertThat(first.firstRun().get()).isTrue();
        first.remember(new Settings.Bounds(0, 0, 1280, 800, false));
        first.finish();
        assertThat(Files.exists(file.path())).isTrue();
        assertThat(new SettingsModel(file, Locale.ENGLISH, Runnable::run)
                        .firstRun()
                        .get())
                .isFalse();
    }
}
