package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.repair.Entry;
import java.io.IOException;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What the window tells of an earlier run as it opens.
class NextStartTest extends OpenWindow {
    /// Windows was restarted meanwhile, and another change was interrupted.
    @Start
    void start(Stage stage) throws IOException {
        Finding memory = StarvedMachine.memory();
        repairs.record("20261119T040300Z-a", memory, memory.fixes().getFirst(), Entry.State.PENDING);
        repairs.record("20261119T040400Z-b", memory, memory.fixes().getFirst(), Entry.State.UNFINISHED);
        repairs.restarted = true;
        open(stage);
    }

    @Test
    void whatWasRestartedSinceIsTold(FxRobot robot) throws Exception {
        until(() -> isThere(robot, "settled"));
        assertThat(said(robot, "settled")).contains("Set the memory limit of WSL to 8 GB", "Fixed and verified.");
        examined();
        assertThat(isThere(robot, "settled")).isTrue();
    }

    @Test
    void whatWasInterruptedIsCompleted(FxRobot robot) throws Exception {
        interrupted(robot);
        press(robot, "interrupted-complete");
        until(() -> !isThere(robot, "interrupted-complete"));
        assertThat(state()).isEqualTo(Entry.State.CURED);
    }

    @Test
    void whatWasInterruptedIsTakenBack(FxRobot robot) throws Exception {
        interrupted(robot);
        press(robot, "interrupted-back");
        until(() -> !isThere(robot, "interrupted-back"));
        assertThat(state()).isEqualTo(Entry.State.ROLLED_BACK);
    }

    @Test
    void whatWasInterruptedLeadsToTheChanges(FxRobot robot) throws Exception {
        interrupted(robot);
        press(robot, "interrupted-changes");
        assertThat(bench.window().page().get()).isEqualTo(new Page.Changes());
    }

    private void interrupted(FxRobot robot) throws Exception {
        examined();
        until(() -> isThere(robot, "interrupted-complete")
                && !bench.repairs().busy().get());
        assertThat(said(robot, "overview")).contains("Interrupted: Set the memory limit of WSL to 8 GB");
    }

    private Entry.State state() {
        return repairs.entries().stream()
                .filter(entry -> entry.id().endsWith("-b"))
                .map(Entry::state)
                .findFirst()
                .orElseThrow();
    }
}
