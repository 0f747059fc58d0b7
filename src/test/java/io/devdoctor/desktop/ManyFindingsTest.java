package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Thousands of findings in one list. How long a frame takes is printed, not asserted: machines differ.
class ManyFindingsTest extends OpenWindow {
    private static final int MANY = 5000;
    private static final int FRAMES = 240;
    private static final double STEP = 90;

    @Start
    void start(Stage stage) throws IOException {
        machines.checks = cured -> CrowdedMachine.checks(cured, MANY);
        open(stage);
    }

    @Test
    void onlyLinesInSightHaveNodes(FxRobot robot) throws Exception {
        examined();
        assertThat(bench.examinations().state().get().findings()).hasSizeGreaterThan(MANY);
        robot.interact(() -> bench.window().query().set("Finding"));
        Parent column = robot.lookup(".virtual-column").query();
        for (double turn : new double[] {0, -3000, -90_000, -1e7, 1e7}) {
            robot.interact(() -> Rows.turn(column, turn));
            assertThat(rows(column)).isBetween(8L, 60L);
        }
    }

    @Test
    void theKeyboardReachesTheLastAndComesBack(FxRobot robot) throws Exception {
        examined();
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.interact(() -> bench.window().query().set("Finding"));
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.END);
        Finding last = bench.window().chosen().get().orElseThrow();
        assertThat(bench.wording().say(last.title())).startsWith("Finding 4998");
        assertThat(focused().getId()).isEqualTo("row-network.dns-C:\\code\\app\\file-4998:4998");
        robot.type(KeyCode.PAGE_UP);
        assertThat(focused().getId()).startsWith("row-network.dns-").isNotEqualTo("row-network.dns-4998");
        robot.type(KeyCode.HOME);
        assertThat(bench.wording()
                        .say(bench.window().chosen().get().orElseThrow().title()))
                .isEqualTo("Finding 1");
    }

    @Test
    void theFocusStaysOnItsLineWhenOthersGo(FxRobot robot) throws Exception {
        examined();
        robot.interact(() -> bench.window().query().set("Finding"));
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.type(KeyCode.DOWN).type(KeyCode.PAGE_DOWN).type(KeyCode.PAGE_DOWN);
        Node before = focused();
        double place = before.localToScene(0, 0).getY();
        Finding held = bench.window().chosen().get().orElseThrow();
        machines.cure("wsl.config-memory");
        robot.press(KeyCode.SHIFT, KeyCode.F5).release(KeyCode.F5, KeyCode.SHIFT);
        until(() -> bench.examinations().state().get().again().isPresent());
        examined();
        assertThat(bench.window().chosen().get().map(Finding::key)).contains(held.key());
        assertThat(focused().getId()).isEqualTo(before.getId());
        assertThat(focused().localToScene(0, 0).getY()).isEqualTo(place);
    }

    @Test
    void noOtherSubjectIsChosenWhenOneIsGone(FxRobot robot) throws Exception {
        examined();
        robot.interact(() -> bench.window()
                .reveal(bench.examinations().state().get().findings().getLast()));
        assertThat(bench.window().chosen().get()).isPresent();
        machines.checks = cured -> CrowdedMachine.checks(cured, 5);
        robot.type(KeyCode.F5);
        until(() -> bench.examinations().state().get().findings().size() < MANY);
        examined();
        assertThat(bench.window().chosen().get()).isEmpty();
    }

    @Test
    void scrolls(FxRobot robot) throws Exception {
        examined();
        robot.interact(() -> bench.window().query().set("Finding"));
        Parent column = robot.lookup(".virtual-column").query();
        long[] ours = pulses(robot, column.getScene(), _ -> Rows.turn(column, -STEP));
        ListView<String> empty = new ListView<>(FXCollections.observableArrayList(
                IntStream.range(0, MANY).mapToObj(i -> "").toList()));
        Scene[] scene = new Scene[1];
        robot.interact(() -> {
            Stage stage = (Stage) column.getScene().getWindow();
            scene[0] = new Scene(
                    empty, column.getScene().getWidth(), column.getScene().getHeight());
            stage.setScene(scene[0]);
        });
        ScrollBar bar = robot.lookup(".scroll-bar:vertical").query();
        long[] theirs = pulses(robot, scene[0], _ -> bar.setValue(bar.getValue() + STEP / 24 / MANY));
        report("findings", ours);
        report("empty ListView", theirs);
        System.out.printf("ratio of the medians %.1f%n", (double) median(ours) / median(theirs));
        assertThat(ours).hasSize(FRAMES);
        assertThat(bar.getValue()).isPositive();
    }

    private static long rows(Parent column) {
        return column.getChildrenUnmodifiable().stream()
                .filter(node -> node.getStyleClass().contains("finding-row"))
                .count();
    }

    /// How long each pulse works: from its beginning until its layout and drawing lists are done.
    private static long[] pulses(FxRobot robot, Scene scene, DoubleConsumer turn) throws InterruptedException {
        List<Long> took = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        long[] began = new long[1];
        Runnable ended = () -> {
            if (began[0] != 0) took.add(System.nanoTime() - began[0]);
            began[0] = 0;
        };
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (took.size() >= FRAMES) {
                    stop();
                    done.countDown();
                    return;
                }
                began[0] = System.nanoTime();
                turn.accept(now);
            }
        };
        robot.interact(() -> {
            scene.addPostLayoutPulseListener(ended);
            timer.start();
        });
        done.await();
        robot.interact(() -> scene.removePostLayoutPulseListener(ended));
        return took.stream().mapToLong(Long::longValue).toArray();
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void report(String what, long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%s: %d lines, %d pulses, median %.2f ms, 95th %.2f ms, worst %.2f ms%n",
                what,
                MANY,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
