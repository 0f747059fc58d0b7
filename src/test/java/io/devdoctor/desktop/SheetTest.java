package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.desktop.model.Page;
import io.devdoctor.store.Settings;
import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A sheet has the keyboard for itself.
class SheetTest extends OpenWindow {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private static void with(FxRobot robot, KeyCode modifier, KeyCode key) {
        robot.press(modifier, key).release(key, modifier);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean isWithin(String id) {
        for (Node each = focused(); each != null; each = each.getParent()) if (id.equals(each.getId())) return true;
        return false;
    }

    @Test
    void theFocusGoesInStaysAndGoesBack(FxRobot robot) throws Exception {
        examined();
        with(robot, KeyCode.CONTROL, KeyCode.F);
        robot.type(KeyCode.DOWN);
        String row = focused().getId();
        assertThat(row).startsWith("row-");
        with(robot, KeyCode.CONTROL, KeyCode.E);
        assertThat(isWithin("export-sheet")).isTrue();
        Node first = focused();
        for (int i = 0; i < 40; i++) {
            robot.type(KeyCode.TAB);
            assertThat(isWithin("export-sheet")).isTrue();
        }
        robot.interact(first::requestFocus);
        with(robot, KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused().getId()).isEqualTo("export-close");
        robot.type(KeyCode.TAB);
        assertThat(focused()).isSameAs(first);
        robot.type(KeyCode.ESCAPE);
        until(() -> !isThere(robot, "export-sheet"));
        assertThat(focused().getId()).isEqualTo(row);
    }

    @Test
    void theKeysOfThePageSleepBehindIt(FxRobot robot) throws Exception {
        examined();
        robot.type(KeyCode.F1);
        assertThat(isWithin("shortcuts")).isTrue();
        with(robot, KeyCode.CONTROL, KeyCode.H);
        with(robot, KeyCode.CONTROL, KeyCode.E);
        robot.type(KeyCode.F6).type(KeyCode.F5);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(bench.window().page().get()).isEqualTo(new Page.Overview());
        assertThat(bench.examinations().state().get().isBusy()).isFalse();
        assertThat(isThere(robot, "export-sheet")).isFalse();
        assertThat(isWithin("shortcuts")).isTrue();
        robot.type(KeyCode.ESCAPE);
        until(() -> !isThere(robot, "shortcuts"));
        with(robot, KeyCode.CONTROL, KeyCode.H);
        assertThat(bench.window().page().get()).isEqualTo(new Page.History());
    }

    @Test
    void itsLayerIsNoStop(FxRobot robot) throws Exception {
        examined();
        Node layer = robot.lookup(".modal-pane").query();
        assertThat(layer.isFocusTraversable()).isFalse();
    }

    @Test
    void speaksTheOtherLanguageAtOnce(FxRobot robot) throws Exception {
        examined();
        with(robot, KeyCode.CONTROL, KeyCode.F);
        robot.type(KeyCode.DOWN);
        String row = focused().getId();
        robot.type(KeyCode.F1);
        robot.interact(() -> bench.settings().choose(Settings.Language.CHINESE));
        assertThat(said(robot, "shortcuts")).contains("键盘快捷键");
        assertThat(isWithin("shortcuts")).isTrue();
        robot.type(KeyCode.ESCAPE);
        until(() -> !isThere(robot, "shortcuts"));
        assertThat(focused().getId()).isEqualTo(row);
        assertThat(focused().getScene()).isNotNull();
    }

    @Test
    void aTextFieldLeavesThePagesTheirKeys(FxRobot robot) throws Exception {
        examined();
        with(robot, KeyCode.CONTROL, KeyCode.F);
        with(robot, KeyCode.CONTROL, KeyCode.H);
        assertThat(bench.window().page().get()).isEqualTo(new Page.History());
    }
}
