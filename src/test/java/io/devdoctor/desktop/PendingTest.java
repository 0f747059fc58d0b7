package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.fix.Fix;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.Planner;
import java.io.IOException;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What waits for a restart, in the window.
class PendingTest extends OpenWindow {
    private static final String ENTRY = "20261119T040300Z-wsl.config-memory";

    /// Left by an earlier run of the app.
    @Start
    void start(Stage stage) throws IOException {
        Finding memory = StarvedMachine.memory();
        repairs.record(ENTRY, memory, memory.fixes().getFirst(), Entry.State.PENDING);
        open(stage);
    }

    @Test
    void namesWhatWaitsAndWhatARestartEnds(FxRobot robot) throws Exception {
        waiting(robot);
        assertThat(said(robot, "pending-WSL_RESTART"))
                .contains("Restart WSL to apply one change", "Set the memory limit of WSL to 8 GB");
        TitledPane stops = (TitledPane) node(robot, "stops-WSL_RESTART");
        assertThat(stops.isExpanded()).isFalse();
        robot.interact(() -> stops.setExpanded(true));
        assertThat(said(robot, "stops-WSL_RESTART"))
                .contains("Ubuntu", "docker-desktop", "mall-web-1", "mall-search-1");
        press(robot, "go-changes");
        press(robot, "go-pending");
        assertThat(bench.window().page().get()).isEqualTo(new Page.Overview());
        assertThat(isThere(robot, "restart-WSL_RESTART")).isTrue();
    }

    @Test
    void restartsOnlyAfterAYesAndProves(FxRobot robot) throws Exception {
        waiting(robot);
        press(robot, "restart-WSL_RESTART");
        until(() -> isThere(robot, "consent-restart"));
        assertThat(said(robot, "pending-WSL_RESTART"))
                .contains("Restart WSL now?", "stops WSL and every distribution", "Ubuntu", "mall-web-1")
                .contains("wsl.exe --shutdown");
        press(robot, "consent-later");
        assertThat(repairs.restarts).isEmpty();

        press(robot, "restart-WSL_RESTART");
        until(() -> isThere(robot, "consent-restart"));
        press(robot, "consent-restart");
        until(() -> isThere(robot, "settled"));
        assertThat(repairs.restarts).hasSize(1);
        assertThat(said(robot, "settled"))
                .contains("The change that waited for a restart is in force and verified.")
                .contains("Fixed and verified.");
        until(() -> !isThere(robot, "pending-WSL_RESTART") && !isThere(robot, "go-pending"));
        press(robot, "settled-close");
        assertThat(isThere(robot, "settled")).isFalse();
    }

    @Test
    void saysWhatARestartDidNotCure(FxRobot robot) throws Exception {
        repairs.fails = "wsl.config-memory";
        waiting(robot);
        press(robot, "restart-WSL_RESTART");
        until(() -> isThere(robot, "consent-restart"));
        press(robot, "consent-restart");
        until(() -> isThere(robot, "settled"));
        assertThat(said(robot, "settled"))
                .contains("0 of one change that waited", "Applied, but the problem is still there.");
    }

    @Test
    void looksAtWhatRunsAtTheMomentOfTheQuestion(FxRobot robot) throws Exception {
        waiting(robot);
        repairs.containers = FakeRepairs.named("newcomer-1");
        press(robot, "restart-WSL_RESTART");
        until(() -> isThere(robot, "consent-restart"));
        assertThat(said(robot, "pending-WSL_RESTART")).contains("newcomer-1").doesNotContain("mall-web-1");
    }

    @Test
    void whatCouldNotBeReadIsSaid(FxRobot robot) throws Exception {
        repairs.containers = FakeRepairs.unread();
        waiting(robot);
        press(robot, "restart-WSL_RESTART");
        until(() -> isThere(robot, "consent-restart"));
        assertThat(said(robot, "pending-WSL_RESTART")).contains("Could not be read. Whatever runs there ends too.");
    }

    @Test
    void isSettledAfterAnExaminationWhereSomebodyElseRestarted(FxRobot robot) throws Exception {
        waiting(robot);
        repairs.restarted = true;
        robot.interact(() -> bench.examinations().again());
        until(() -> isThere(robot, "settled"));
        until(() -> !isThere(robot, "pending-WSL_RESTART"));
        assertThat(repairs.entries().getFirst().state()).isEqualTo(Entry.State.CURED);
        assertThat(repairs.restarts).isEmpty();
    }

    @Test
    void isNotShownBesideARecordedMachine(FxRobot robot) throws Exception {
        waiting(robot);
        robot.interact(() -> bench.examinations().examine(new Target.Sample("starved-zh-cn")));
        until(() -> bench.examinations().state().get().isReplay());
        until(() -> !isThere(robot, "pending-WSL_RESTART") && !isThere(robot, "go-pending"));
    }

    @Test
    void whatWaitsIsNotOfferedOnceMore(FxRobot robot) throws Exception {
        waiting(robot);
        Finding memory = bench.examinations().state().get().findings().stream()
                .filter(finding -> finding.check().id().equals("wsl.config-memory"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> bench.window().choose(memory));
        until(() -> isThere(robot, "to-pending"));
        assertThat(said(robot, "fixes")).contains("Already applied: Set the memory limit of WSL to 8 GB");
        assertThat(isThere(robot, "apply-wsl.config-memory/advised")).isFalse();
        long safe = bench.examinations().state().get().findings().stream()
                .filter(finding ->
                        Planner.isToBeCured(finding) && finding.fixes().stream().anyMatch(Fix::isSafe))
                .count();
        assertThat(bench.plan().safe().get()).isEqualTo((int) safe - 1);
        press(robot, "to-pending");
        assertThat(isThere(robot, "restart-WSL_RESTART")).isTrue();
    }

    private void waiting(FxRobot robot) throws Exception {
        examined();
        until(() -> isThere(robot, "restart-WSL_RESTART"));
        until(() -> isThere(robot, "go-pending"));
    }
}
