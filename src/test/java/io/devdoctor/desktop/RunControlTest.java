package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.desktop.model.Line;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.RunState;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.store.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A run that takes its time: what is seen of it, how it is ended, how a part of it is asked again.
class RunControlTest extends OpenWindow {
    @Start
    void start(Stage stage) throws IOException {
        machines.moment = Duration.ZERO;
        machines.gate.close();
        open(stage);
    }

    @AfterEach
    void letGo() {
        machines.gate.open();
    }

    @Test
    void saysForWhomItWaits(FxRobot robot) throws Exception {
        until(() -> !run().underway().waits().isEmpty());
        assertThat(Rows.seek(robot, "waiting-wsl.config-memory").getAccessibleText())
                .contains("waiting for wsl.exe, ", " s of ");
        assertThat(Rows.seek(robot, "row-host.memory-").getAccessibleText()).startsWith("Passed");
        assertThat(node(robot, "status-doing")).isNotNull();
        assertThat(isThere(robot, "again")).isFalse();
        machines.gate.open();
        examined();
        assertThat(isThere(robot, "cancel-examination")).isFalse();
        assertThat(isThere(robot, "again")).isTrue();
        assertThat(run().underway().waits()).isEmpty();
    }

    @Test
    void theFirstRunIsEndedEarlyAndKeepsWhatItFound(FxRobot robot) throws Exception {
        until(() -> !run().underway().waits().isEmpty());
        press(robot, "cancel-examination");
        examined();
        assertThat(run().ended()).isTrue();
        assertThat(said(robot, "overview")).contains("The examination was ended early");
        assertThat(said(robot, "main-status")).contains("Ended early at");
        assertThat(Rows.find(robot, "group-OK")).isPresent();
    }

    @Test
    void aCancelledSecondRunLeavesTheFirstAsItWas(FxRobot robot) throws Exception {
        machines.gate.open();
        examined();
        RunState first = run();
        machines.gate.close();
        robot.type(KeyCode.F5);
        until(() -> run().isRunning());
        robot.press(KeyCode.SHIFT, KeyCode.ESCAPE).release(KeyCode.ESCAPE, KeyCode.SHIFT);
        examined();
        assertThat(run().result()).isEqualTo(first.result());
        assertThat(run().ended()).isFalse();
        assertThat(said(robot, "overview")).contains("Cancelled. What is shown is from");
        robot.interact(() -> bench.examinations().dismissCancelled());
        assertThat(said(robot, "overview")).doesNotContain("Cancelled.");
    }

    @Test
    void aSecondRunLeavesEveryRowInItsPlaceUntilItHasFinished(FxRobot robot) throws Exception {
        machines.gate.open();
        examined();
        var lines = keys();
        var chosen = bench.window().chosen().get();
        machines.gate.close();
        machines.cure("wsl.config-memory");
        robot.type(KeyCode.F5);
        until(() -> !run().underway().waits().isEmpty());
        assertThat(run().isRunning()).isTrue();
        assertThat(keys()).isEqualTo(lines);
        assertThat(bench.window().chosen().get()).isEqualTo(chosen);
        assertThat(Rows.seek(robot, "row-wsl.config-memory-").getAccessibleText())
                .contains("checking again…");
        // Asked once more while it runs, what stood before still stands.
        robot.type(KeyCode.F5);
        until(() -> !run().underway().waits().isEmpty());
        assertThat(keys()).isEqualTo(lines);
        machines.gate.open();
        examined();
        assertThat(titles()).contains("Cured: wsl.config-memory");
    }

    private List<Line.Key> keys() {
        return bench.window().lines().stream().map(Line::key).toList();
    }

    @Test
    void oneAreaIsAskedAgainInItsPlace(FxRobot robot) throws Exception {
        machines.gate.open();
        examined();
        robot.interact(() -> bench.window().page().set(new Page.OfArea(Area.WSL)));
        assertThat(said(robot, "overview")).contains("4 checks, 4 findings");
        machines.gate.close();
        machines.cure("wsl.config-memory");
        machines.cure("clock.wsl");
        press(robot, "again-area");
        until(() -> run().isBusy());
        assertThat(run().isRunning()).isFalse();
        assertThat(Rows.seek(robot, "row-wsl.config-memory-").getAccessibleText())
                .contains("checking again…");
        assertThat(isThere(robot, "cancel-examination")).isTrue();
        machines.gate.open();
        until(() -> !run().isBusy());
        assertThat(titles()).contains("Cured: wsl.config-memory").doesNotContain("Cured: clock.wsl");
        assertThat(run().causes().roots())
                .noneMatch(root -> root.cause().check().id().equals("wsl.config-memory"));
        assertThat(said(robot, "main-status")).contains("WSL: again at");
    }

    @Test
    void theChosenCheckAloneIsAskedAgain(FxRobot robot) throws Exception {
        machines.gate.open();
        examined();
        machines.cure("clock.wsl");
        machines.cure("wsl.config-memory");
        int asked = machines.gate.asked();
        robot.interact(() -> bench.window()
                .reveal(run().findings().stream()
                        .filter(finding -> finding.check().id().equals("clock.wsl"))
                        .findFirst()
                        .orElseThrow()));
        robot.press(KeyCode.SHIFT, KeyCode.F5).release(KeyCode.F5, KeyCode.SHIFT);
        until(() -> titles().contains("Cured: clock.wsl"));
        assertThat(titles()).doesNotContain("Cured: wsl.config-memory");
        assertThat(machines.gate.asked()).isEqualTo(asked);
        assertThat(run().findings()).hasSameSizeAs(run().checks());
    }

    @Test
    void aCancelledPartLeavesTheRestAsItWas(FxRobot robot) throws Exception {
        machines.gate.open();
        examined();
        List<String> before = titles();
        machines.gate.close();
        machines.cure("wsl.config-memory");
        robot.interact(() -> bench.examinations().askAgain(Area.WSL));
        until(() -> run().isBusy());
        press(robot, "cancel-examination");
        until(() -> !run().isBusy());
        assertThat(titles()).isEqualTo(before);
        assertThat(run().again()).isEmpty();
    }

    @Test
    void languageAndThemeChangeWhileItRuns(FxRobot robot) throws Exception {
        until(() -> !run().underway().waits().isEmpty());
        press(robot, "switch-language");
        assertThat(Rows.seek(robot, "waiting-wsl.config-memory").getAccessibleText())
                .contains("正在等待 wsl.exe");
        robot.interact(() -> bench.settings().choose(Settings.Theme.DARK));
        assertThat(node(robot, "overview").getScene().getUserAgentStylesheet()).contains("dark");
        machines.gate.open();
        examined();
        assertThat(Rows.seek(robot, "group-PROBLEM").getAccessibleText()).isEqualTo("问题 3");
    }

    @Test
    void anotherMachineOvertakesTheRun(FxRobot robot) throws Exception {
        until(() -> !run().underway().waits().isEmpty());
        robot.interact(() -> bench.examinations().examine(new Target.Sample("healthy-en")));
        until(() -> run().isReplay() && run().result().isPresent());
        machines.gate.open();
        assertThat(run().isReplay()).isTrue();
    }

    private RunState run() {
        return bench.examinations().state().get();
    }

    private List<String> titles() {
        return run().findings().stream()
                .map(finding -> bench.wording().say(finding.title()))
                .toList();
    }
}
