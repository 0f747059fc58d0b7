package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Documentation;
import io.devdoctor.check.Finding;
import io.devdoctor.repair.Entry;
import io.devdoctor.text.Language;
import java.io.IOException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person can do with the finding in the detail.
class DetailTest extends OpenWindow {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private void choose(FxRobot robot, String check) throws Exception {
        examined();
        Finding found = bench.examinations().state().get().findings().stream()
                .filter(finding -> finding.check().id().equals(check))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> bench.window().choose(found));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void allEvidenceIsCopiedWithItsSources(FxRobot robot) throws Exception {
        choose(robot, "wsl.config-memory");
        press(robot, "copy-evidence");
        assertThat(outside.copied.getLast())
                .contains("memory=8", "MemTotal: 233156 kB", "C:\\Users")
                .hasLineCount(3);
    }

    @Test
    void theDocumentationIsOneClickAway(FxRobot robot) throws Exception {
        choose(robot, "wsl.config-memory");
        press(robot, "documentation");
        assertThat(outside.opened)
                .containsExactly(Documentation.OF_THIS_BUILD
                        .of(Area.WSL, "wsl.config-memory", Language.ENGLISH)
                        .orElseThrow());
    }

    @Test
    void whatCameOfAFixCanBeTakenBackBesideIt(FxRobot robot) throws Exception {
        choose(robot, "wsl.config-memory");
        press(robot, "apply-wsl.config-memory/advised");
        until(() -> isThere(robot, "outcome-undo"));
        until(() -> !bench.repairs().busy().get());
        press(robot, "outcome-undo");
        until(() -> repairs.entries().getFirst().state() == Entry.State.UNDONE);
        until(() -> said(robot, "outcome").contains("Taken back"));
        assertThat(isThere(robot, "outcome-undo")).isFalse();
    }

    @Test
    void theKeyboardIsNeverLeftNowhere(FxRobot robot) throws Exception {
        choose(robot, "wsl.config-memory");
        robot.interact(() -> node(robot, "apply-wsl.config-memory/advised").requestFocus());
        press(robot, "apply-wsl.config-memory/advised");
        until(() -> isThere(robot, "outcome"));
        until(() -> "outcome".equals(focused().getId()));
        until(() -> isThere(robot, "outcome-undo") && !bench.repairs().busy().get());
        assertThat(focused().getId()).isEqualTo("outcome");
        robot.push(KeyCode.TAB);
        assertThat(focused().getId()).isEqualTo("outcome-undo");
    }

    @Test
    void escapeCancelsTheQuestionBeforeAFix(FxRobot robot) throws Exception {
        choose(robot, "docker.disk-usage");
        String apply = "apply-" + chosenFix();
        robot.interact(() -> node(robot, apply).requestFocus());
        press(robot, apply);
        until(() -> isThere(robot, "consent-cancel"));
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(bench.repairs().attempts()).isEmpty();
        assertThat(focused().getId()).isEqualTo(apply);
    }

    private String chosenFix() {
        return bench.window().chosen().get().orElseThrow().fixes().getFirst().id();
    }

    @Test
    void theCheckOfTheFindingIsMadeAgain(FxRobot robot) throws Exception {
        choose(robot, "wsl.config-memory");
        machines.cure("wsl.config-memory");
        press(robot, "again-check");
        until(() -> bench.examinations().state().get().findings().stream()
                .noneMatch(finding -> finding.title().key().equals("WSL runs with 256 MB of memory")));
    }
}
