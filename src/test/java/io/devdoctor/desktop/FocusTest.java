package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Whoever works by keys always sees where.
class FocusTest extends OpenWindow {
    private static final int STOPS = 60;

    @Start
    void start(Stage stage) throws IOException {
        machines.checks = cured -> CrowdedMachine.checks(cured, 200);
        open(stage);
    }

    private boolean isInSight(Node pane) {
        Node node = focused();
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        Bounds room = pane.localToScene(pane.getLayoutBounds());
        return bounds.getMinY() >= room.getMinY() - 1 && bounds.getMaxY() <= room.getMaxY() + 1;
    }

    @Test
    void theTabKeyFindsTheChosenLineWhereverTheListIs(FxRobot robot) throws Exception {
        examined();
        Parent column = robot.lookup(".virtual-column").query();
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.type(KeyCode.DOWN);
        String row = focused().getId();
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.interact(() -> Rows.turn(column, -1e7));
        for (int i = 0; i < STOPS && !row.equals(focused().getId()); i++) robot.type(KeyCode.TAB);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(focused().getId()).isEqualTo(row);
        assertThat(isInSight(column)).isTrue();
    }

    @Test
    void theLineReachedFromTheSearchIsChosen(FxRobot robot) throws Exception {
        examined();
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.interact(() -> bench.window().query().set("Finding 17"));
        robot.type(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(bench.wording()
                        .say(bench.window().chosen().get().orElseThrow().title()))
                .startsWith("Finding 17");
        assertThat(focused().getAccessibleText()).contains("Finding 17");
    }

    @Test
    void showingAllKeepsTheLineInSight(FxRobot robot) throws Exception {
        examined();
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.interact(() -> bench.window().query().set("Finding"));
        robot.type(KeyCode.DOWN).type(KeyCode.END).type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(bench.window().isNarrowed()).isFalse();
        Node column = robot.lookup(".virtual-column").query();
        assertThat(isInSight(column)).isTrue();
    }

    @Test
    void theOtherPaneIsEnteredWhereItIsRead(FxRobot robot) throws Exception {
        examined();
        ScrollPane detail = (ScrollPane) node(robot, "detail");
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.type(KeyCode.DOWN);
        robot.interact(() -> detail.setVvalue(1));
        robot.type(KeyCode.F6);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isInSight(detail)).isTrue();
        assertThat(detail.isFocusWithin()).isTrue();
    }

    @Test
    void theRingIsShownWhileKeysAreUsed(FxRobot robot) throws Exception {
        examined();
        PseudoClass keyboard = PseudoClass.getPseudoClass("keyboard");
        Node view = robot.lookup(".main-view").query();
        robot.type(KeyCode.F6);
        assertThat(view.getPseudoClassStates()).contains(keyboard);
        robot.clickOn("#search");
        assertThat(view.getPseudoClassStates()).doesNotContain(keyboard);
    }
}
