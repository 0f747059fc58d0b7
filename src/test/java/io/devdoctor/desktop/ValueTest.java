package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.ValueModel;
import io.devdoctor.fix.Preview;
import io.devdoctor.repair.Entry;
import java.io.IOException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Another value than the advised one: chosen, previewed and applied, with the keyboard alone.
class ValueTest extends OpenWindow {
    private static final String FIX = "wsl.config-memory/advised";

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private Finding memory() {
        return bench.examinations().state().get().findings().stream()
                .filter(finding -> finding.check().id().equals("wsl.config-memory"))
                .findFirst()
                .orElseThrow();
    }

    private ValueModel model() {
        return bench.repairs()
                .values()
                .of(memory(), memory().fixes().getFirst())
                .orElseThrow();
    }

    private void choosing(FxRobot robot) throws Exception {
        examined();
        robot.interact(() -> bench.window().choose(memory()));
        press(robot, "value-of-" + FIX);
    }

    private void type(FxRobot robot, String words) {
        assertThat(focused())
                .isInstanceOfSatisfying(
                        TextField.class,
                        field -> robot.interact(() -> {
                            field.setText(words);
                            field.end();
                        }));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<String> added(FxRobot robot) {
        return robot.lookup("#fixes .diff-added").queryAll().stream()
                .map(Node::getAccessibleText)
                .toList();
    }

    @Test
    void thePreviewFollowsTheValue(FxRobot robot) throws Exception {
        choosing(robot);
        type(robot, "6GB");
        assertThat(said(robot, "fixes")).contains("Set the memory limit of WSL to 6 GB");
        assertThat(added(robot)).containsExactly("Line 2, added: memory=6GB");
        robot.push(KeyCode.UP);
        assertThat(said(robot, "fixes")).contains("to 7 GB");
        assertThat(added(robot)).containsExactly("Line 2, added: memory=7GB");
        type(robot, "2 gb");
        assertThat(said(robot, "fixes")).contains("DevDoctor will go on reporting it");
    }

    @Test
    void oneEnterAppliesTheValue(FxRobot robot) throws Exception {
        choosing(robot);
        type(robot, "6GB");
        robot.push(KeyCode.ENTER);
        until(() -> !repairs.entries().isEmpty());
        Entry entry = repairs.entries().getFirst();
        assertThat(Preview.of(entry.steps().getFirst().step()))
                .isInstanceOfSatisfying(
                        Preview.FileChange.class,
                        file -> assertThat(file.diff().unified()).contains("+memory=6GB"));
    }

    @Test
    void aRefusedValueIsExplainedAndNotApplied(FxRobot robot) throws Exception {
        choosing(robot);
        type(robot, "8");
        assertThat(said(robot, "fixes")).contains("8 of what? Add a unit: GB or MB.");
        Node preview = robot.lookup("#fixes .fix-body").query();
        assertThat(preview.getOpacity()).as("the former preview").isLessThan(1);
        assertThat(node(robot, "apply-" + FIX).isDisabled()).isTrue();
        assertThat(focused().getAccessibleHelp()).contains("Add a unit");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(repairs.entries()).isEmpty();
    }

    @Test
    void aPreviewOfWhatCanBeTakenIsAtFullStrength(FxRobot robot) throws Exception {
        choosing(robot);
        type(robot, "8");
        type(robot, "6GB");
        assertThat(robot.lookup("#fixes .fix-body").query().getOpacity()).isEqualTo(1);
    }

    @Test
    void escapeGoesBackToTheAdvisedValue(FxRobot robot) throws Exception {
        choosing(robot);
        type(robot, "6GB");
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isThere(robot, "value-box")).isFalse();
        assertThat(added(robot)).containsExactly("Line 2, added: memory=8GB");
    }

    @Test
    void whoTypesIsNotDisturbedByAnotherExamination(FxRobot robot) throws Exception {
        choosing(robot);
        type(robot, "6GB");
        Node field = focused();
        robot.interact(bench.examinations()::again);
        until(() -> bench.examinations().state().get().result().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(focused()).isSameAs(field);
        assertThat(model().typed().get()).isEqualTo("6GB");
    }
}
