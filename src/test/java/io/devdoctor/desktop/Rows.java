package io.devdoctor.desktop;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.view.Workbench;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Finds lines of the list of findings: only those in sight have a node.
final class Rows {
    private static final double TURN = 120;
    private static final int TURNS = 400;

    private Rows() {}

    /// Scrolls from the top until the line is in sight, as a person does.
    static Node seek(FxRobot robot, String id) {
        return find(robot, id).orElseThrow(() -> new AssertionError("no line " + id));
    }

    static Optional<Node> find(FxRobot robot, String id) {
        WaitForAsyncUtils.waitForFxEvents();
        AtomicReference<@Nullable Node> found = new AtomicReference<>();
        robot.interact(() -> {
            Parent column = robot.lookup(".virtual-column").query();
            turn(column, Integer.MAX_VALUE / 4.0);
            for (int i = 0; i < TURNS && found.get() == null; i++) {
                column.getChildrenUnmodifiable().stream()
                        .filter(node -> id.equals(node.getId()))
                        .findFirst()
                        .ifPresent(found::set);
                if (found.get() == null) turn(column, -TURN);
            }
        });
        return Optional.ofNullable(found.get());
    }

    /// Chooses a finding and opens its fixes.
    ///
    /// @param row `<check>-<subject>`
    static void choose(FxRobot robot, Workbench bench, String row) {
        Finding finding = bench.examinations().state().get().findings().stream()
                .filter(it -> row.equals(it.check().id() + "-" + it.subject().name()))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> bench.window().reveal(finding));
        Node line = seek(robot, "row-" + row);
        robot.interact(line::requestFocus);
        robot.type(KeyCode.ENTER);
    }

    static void turn(Parent column, double pixels) {
        assert Platform.isFxApplicationThread();
        column.fireEvent(scroll(ScrollEvent.SCROLL, column, pixels));
        column.layout();
    }

    private static ScrollEvent scroll(EventType<ScrollEvent> type, Node target, double pixels) {
        PickResult picked = new PickResult(target, Point2D.ZERO.getX(), 0);
        return new ScrollEvent(
                type,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                true,
                false,
                0,
                pixels,
                0,
                pixels,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                picked);
    }
}
