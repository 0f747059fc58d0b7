package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.repair.Entry;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The fix that starts Docker Desktop is safe; what takes it back is not.
class QuestionTest extends OpenWindow {
    @Start
    void start(Stage stage) throws IOException {
        Step.RunTool stop = new Step.RunTool(Tool.DESKTOP_STOP, List.of(), null);
        Fix start = Fix.safe(
                "docker.running/start",
                Text.of("fix.docker.desktop-start.title"),
                new Step.RunTool(Tool.DESKTOP_START, List.of(), stop));
        repairs.record("20261119T040300Z-a", StarvedMachine.memory(), start, Entry.State.CURED);
        open(stage);
    }

    private Entry.State state() {
        return repairs.entries().getFirst().state();
    }

    private void undo(FxRobot robot) throws Exception {
        examined();
        until(() -> !bench.repairs().entries().get().isEmpty()
                && !bench.repairs().busy().get());
        press(robot, "go-changes");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        until(() -> isThere(robot, "question-yes") || state() != Entry.State.CURED);
    }

    @Test
    void nothingIsStoppedUnasked(FxRobot robot) throws Exception {
        undo(robot);
        assertThat(state()).isEqualTo(Entry.State.CURED);
        assertThat(said(robot, "question")).contains("stops Docker Desktop", "stops containers");
        press(robot, "question-cancel");
        assertThat(isThere(robot, "question-yes")).isFalse();
        assertThat(state()).isEqualTo(Entry.State.CURED);
    }

    @Test
    void whatWasAgreedToIsTakenBack(FxRobot robot) throws Exception {
        undo(robot);
        press(robot, "question-yes");
        until(() -> state() == Entry.State.UNDONE);
        assertThat(isThere(robot, "question-yes")).isFalse();
    }
}
