package io.devdoctor.desktop;

import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.MainView;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// An open window on a machine of fixed facts, with hands and eyes for it.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // what TestFX starts with is not known to be started first
abstract class OpenWindow {
    final FixtureMachines machines = new FixtureMachines();
    final FakeRepairs repairs = new FakeRepairs(machines);
    final FakeSurroundings outside = new FakeSurroundings();
    Workbench bench;

    @TempDir
    Path folder;

    private Stage stage;

    /// To be called by the test's own `@Start`, which is not looked for here.
    void open(Stage shown) throws IOException {
        stage = shown;
        SettingsFile settings = new SettingsFile(new DataFolder(folder).create(), AtomicFile.onDisk());
        settings.change(
                now -> now.withLanguage(Settings.Language.ENGLISH).withTheme(Settings.Theme.LIGHT), Instant.EPOCH);
        DesktopServices services = new DesktopServices(
                machines,
                repairs,
                (_, _, _) -> "report".getBytes(StandardCharsets.UTF_8),
                new HistoryStore(new DataFolder(folder).create(), AtomicFile.onDisk()),
                settings,
                folder,
                "0.1.0");
        bench = DesktopApp.workbench(services, new FxMailbox(), outside);
        stage.setScene(new MainView(bench).scene(1000, 800));
        stage.show();
        DesktopApp.begin(bench, new Target.Live());
    }

    /// What is kept in the background is there before its folder goes.
    @AfterEach
    void letHistoryRest() throws Exception {
        until(() -> bench.history().busy().get() == 0);
    }

    void examined() throws Exception {
        until(() -> bench.examinations().state().get().result().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Fires the button whatever the pointer could reach: ids hold characters that CSS selectors do not know.
    static void press(FxRobot robot, String id) {
        Node node = node(robot, id);
        robot.interact(() -> ((ButtonBase) node).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    static Node node(FxRobot robot, String id) {
        return robot.lookup((Node node) -> id.equals(node.getId()) && isSeen(node))
                .query();
    }

    static boolean isThere(FxRobot robot, String id) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup((Node node) -> id.equals(node.getId()) && isSeen(node))
                .tryQuery()
                .isPresent();
    }

    /// Also what around it is hidden hides it.
    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) return false;
        }
        return true;
    }

    Node focused() {
        return stage.getScene().getFocusOwner();
    }

    /// Every word that can be read within a node.
    static String said(FxRobot robot, String id) {
        StringBuilder words = new StringBuilder();
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            for (Node each : ((Parent) node(robot, id)).lookupAll("*")) {
                if (!isSeen(each)) continue;
                if (each instanceof Label label) words.append(label.getText()).append('\n');
                if (each instanceof Text text) words.append(text.getText()).append('\n');
            }
        });
        return words.toString();
    }

    static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
