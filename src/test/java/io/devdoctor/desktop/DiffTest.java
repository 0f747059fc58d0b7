package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Bytes;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What becomes of a file, as the window shows it.
class DiffTest extends OpenWindow {
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

    /// The finding with a fix that makes one file of the other.
    private void choose(FxRobot robot, byte[] before, byte[] after) throws Exception {
        examined();
        Step edit = new Step.EditFile("C:\\Users\\li\\deploy.sh", Bytes.of(before), Bytes.of(after));
        Finding plain = memory().unfixed().fixedBy(Fix.safe("wsl.config-memory/other", Text.of("Change it"), edit));
        robot.interact(() -> bench.window().choose(plain));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> spoken(FxRobot robot, String style) {
        return robot.lookup("#fixes " + style).queryAll().stream()
                .map(Node::getAccessibleText)
                .toList();
    }

    @Test
    void everyLineSaysWhatBecomesOfIt(FxRobot robot) throws Exception {
        examined();
        robot.interact(() -> bench.window().choose(memory()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(spoken(robot, ".diff-removed")).containsExactly("Line 2, removed: memory=8");
        assertThat(spoken(robot, ".diff-added")).containsExactly("Line 2, added: memory=8GB");
        assertThat(said(robot, "fixes")).contains("UTF-8 · CRLF");
    }

    @Test
    void endsOfLinesAndMarksAreNamedWhereTheyDiffer(FxRobot robot) throws Exception {
        choose(robot, bytes("\uFEFFset -e\r\ncd /app\n"), bytes("set -e\ncd /srv\n"));
        assertThat(said(robot, "fixes")).contains("BOM", "CRLF", "LF");
    }

    @Test
    void theSheetShowsBothVersionsAndGoesAwayByKey(FxRobot robot) throws Exception {
        examined();
        robot.interact(() -> bench.window().choose(memory()));
        WaitForAsyncUtils.waitForFxEvents();
        press(robot, "diff-larger");
        until(() -> isThere(robot, "diff-sheet"));
        assertThat(robot.lookup("#diff-sheet .diff-row").queryAll()).hasSize(4);
        until(() -> "diff-close".equals(focused().getId()));
        robot.push(KeyCode.ENTER);
        until(() -> !isThere(robot, "diff-sheet"));
        assertThat(focused().getId()).isEqualTo("diff-larger");
    }

    @Test
    void aVeryLongDifferenceIsMadeOnlyWhereItIsSeen(FxRobot robot) throws Exception {
        String before = IntStream.range(0, 6000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        choose(robot, bytes(before), bytes(before.replace("line", "row")));
        assertThat(robot.lookup("#fixes .diff-list").<ListView<?>>query().getItems())
                .hasSize(12000);
        assertThat(robot.lookup("#fixes .diff-line").queryAll()).hasSizeLessThan(200);
    }
}
