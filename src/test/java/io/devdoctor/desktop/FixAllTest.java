package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.PlanState;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.PlanOutcome.How;
import io.devdoctor.store.Settings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Fix all safe in the window: preview, progress, end, undo.
class FixAllTest extends OpenWindow {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Test
    void showsEverythingBeforeAnythingIsDone(FxRobot robot) throws Exception {
        plan(robot);
        assertThat(said(robot, "plan"))
                .contains(
                        "Set the memory limit of WSL to 8 GB",
                        "WSL runs with 256 MB of memory",
                        "−\nmemory=\n8\n",
                        "+\nmemory=\n8GB\n")
                .contains("takes effect after WSL restarts")
                .contains("Use WSL 2 for new distributions", "DefaultVersion", "0x00000002 (2)")
                .contains("2 changes are to cure 2 findings. All of it is in force after one restart of WSL.");
        assertThat(((Button) node(robot, "plan-apply")).getText()).isEqualTo("Apply 2 changes");
        assertThat(repairs.entries()).isEmpty();
    }

    @Test
    void whatIsNotPartOfItSaysWhyAndLeadsToItsOwnFix(FxRobot robot) throws Exception {
        plan(robot);
        TitledPane skipped = (TitledPane) node(robot, "plan-skipped");
        assertThat(skipped.isExpanded()).isFalse();
        robot.interact(() -> skipped.setExpanded(true));
        assertThat(said(robot, "plan-skipped"))
                .contains("Confirmed by itself: Remove dangling images and unused build cache (deletes data)")
                .contains("DevDoctor offers no fix for this");
        Hyperlink clock = robot.lookup((Node node) ->
                        node instanceof Hyperlink link && link.getText().equals("The clock of Ubuntu is 41 s slow"))
                .queryAs(Hyperlink.class);
        robot.interact(clock::fire);
        assertThat(said(robot, "detail")).contains("Set the clock of Ubuntu from Windows", "cannot be undone");
        assertThat(bench.window().page().get()).isEqualTo(new Page.FixAll());
        assertThat(isThere(robot, "apply-clock.wsl/from-hardware")).isTrue();
    }

    @Test
    void tellsEachFindingsEndAndTakesBackOneByOne(FxRobot robot) throws Exception {
        repairs.fails = "wsl.default-version";
        plan(robot);
        press(robot, "plan-apply");
        until(() -> stage() == PlanState.Stage.ENDED
                && !bench.repairs().entries().get().isEmpty());
        assertThat(said(robot, "plan"))
                .contains("1 pending", "1 not fixed")
                .contains("Applied, but this is still seen: New distributions would get WSL 1");
        until(() -> isThere(robot, "restart-WSL_RESTART"));
        assertThat(said(robot, "detail")).contains("Applied; takes effect after WSL restarts.");

        until(() -> isThere(robot, "plan-undo-1") && !bench.repairs().busy().get());
        press(robot, "plan-undo-1");
        until(() -> said(robot, "plan").contains("undone"));
        assertThat(repairs.entries().stream()
                        .filter(entry -> entry.fix().equals("wsl.config-memory/advised"))
                        .map(Entry::state))
                .containsExactly(Entry.State.UNDONE);
        until(() -> !isThere(robot, "plan-undo-1"));
        assertThat(isThere(robot, "plan-undo-2")).isTrue();
    }

    @Test
    void showsWhereItIsAndStopsAfterTheChangeUnderWay(FxRobot robot) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        repairs.gate = _ -> awaited(go);
        plan(robot);
        press(robot, "plan-apply");
        until(() -> said(robot, "plan").contains("Step 1 of 1…"));
        assertThat(said(robot, "plan")).contains("Change 1 of 2 is under way", "waiting");
        robot.interact(() -> bench.window().page().set(new Page.Overview()));
        assertThat(((Button) node(robot, "fix-all")).getText()).isEqualTo("Show progress");
        press(robot, "fix-all");

        press(robot, "plan-stop");
        assertThat(said(robot, "plan")).contains("Stopping after change 1 of 2");
        assertThat(node(robot, "plan-stop").isDisabled()).isTrue();
        go.countDown();
        until(() -> stage() == PlanState.Stage.ENDED);
        PlanState ended = bench.plan().state().get().orElseThrow();
        assertThat(ended.count(How.PENDING)).isEqualTo(1);
        assertThat(ended.count(How.SKIPPED)).isEqualTo(1);
        assertThat(said(robot, "plan")).contains("Not begun: the plan was stopped before", "1 not done");
    }

    @Test
    void aRecordedMachineIsPlannedButNotChanged(FxRobot robot) throws Exception {
        examined();
        robot.interact(() -> bench.examinations().examine(new Target.Sample("starved-zh-cn")));
        until(() -> bench.examinations().state().get().isReplay()
                && bench.examinations().state().get().result().isPresent());
        examined();
        press(robot, "fix-all");
        until(() -> bench.plan().state().get().isPresent());
        assertThat(said(robot, "plan"))
                .contains("+\nmemory=\n8GB\n", "+\nswap=\n8GB\n")
                .contains("This is a recording: the plan can be looked at, but there is no machine to change.");
        assertThat(isThere(robot, "plan-apply")).isFalse();
        robot.interact(() -> bench.plan().apply());
        assertThat(stage()).isEqualTo(PlanState.Stage.PREVIEW);
        assertThat(repairs.entries()).isEmpty();
    }

    @Test
    void worksByKeysAlone(FxRobot robot) throws Exception {
        examined();
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A).release(KeyCode.A, KeyCode.SHIFT, KeyCode.CONTROL);
        until(() -> focused() != null && "plan-apply".equals(focused().getId()));
        robot.type(KeyCode.ESCAPE);
        assertThat(bench.window().page().get()).isEqualTo(new Page.Overview());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A).release(KeyCode.A, KeyCode.SHIFT, KeyCode.CONTROL);
        until(() -> focused() != null && "plan-apply".equals(focused().getId()));
        robot.type(KeyCode.SPACE);
        until(() -> stage() == PlanState.Stage.ENDED);
        until(() -> focused() != null && "plan-close".equals(focused().getId()));
        robot.type(KeyCode.SPACE);
        assertThat(bench.window().page().get()).isEqualTo(new Page.Overview());
    }

    @Test
    void followsANewerExaminationWhileItIsLookedAt(FxRobot robot) throws Exception {
        plan(robot);
        machines.cure("wsl.default-version");
        robot.interact(() -> bench.examinations().again());
        until(() -> bench.plan()
                .state()
                .get()
                .filter(it -> it.plan().treatments().size() == 1)
                .isPresent());
        assertThat(said(robot, "plan")).contains("1 change is to cure 1 finding.");
    }

    @Test
    void whereNothingIsSafeNothingIsOffered(FxRobot robot) throws Exception {
        List.of("wsl.default-version", "wsl.config-memory").forEach(machines::cure);
        examined();
        robot.interact(() -> bench.examinations().again());
        until(() -> bench.plan().safe().get() == 0
                && bench.examinations().state().get().result().isPresent());
        assertThat(isThere(robot, "fix-all")).isFalse();
    }

    @Test
    void speaksChinese(FxRobot robot) throws Exception {
        plan(robot);
        robot.interact(() -> bench.settings().choose(Settings.Language.CHINESE));
        assertThat(said(robot, "plan")).contains("修复全部安全项", "2 项更改可修复 2 个检查结果，重启一次 WSL 后全部生效。");
    }

    private void plan(FxRobot robot) throws Exception {
        examined();
        assertThat(((Button) node(robot, "fix-all")).getText()).isEqualTo("Fix all 2 safe items…");
        press(robot, "fix-all");
        until(() -> bench.plan().state().get().isPresent());
    }

    private PlanState.Stage stage() {
        return bench.plan().state().get().orElseThrow().stage();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) throw new IllegalStateException("never let go");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
