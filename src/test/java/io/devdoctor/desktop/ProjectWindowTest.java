package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The page of a project, used: its findings chosen, its files opened, the folder removed.
class ProjectWindowTest extends OpenWindow {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Test
    void aFindingIsChosenFromItsFile(FxRobot robot) throws Exception {
        showShop(robot);
        assertThat(said(robot, "project"))
                .contains("docker/entrypoint.sh", "CRLF", "privileged: true", "Problem 1")
                .doesNotContain("Open in editor");
        Node row = robot.lookup(".project-finding").nth(1).query();
        robot.interact(row::requestFocus);
        robot.type(KeyCode.ENTER);
        Finding chosen = bench.window().chosen().get().orElseThrow();
        assertThat(chosen.check().id()).isEqualTo("dockerignore.patterns");
        assertThat(said(robot, "detail")).contains("a comment is part of the pattern");
        robot.interact(row::requestFocus);
        robot.type(KeyCode.DOWN);
        assertThat(focused()).isSameAs(robot.lookup(".project-finding").nth(2).query());
    }

    @Test
    void speaksTheOtherLanguageAtOnce(FxRobot robot) throws Exception {
        showShop(robot);
        press(robot, "switch-language");
        assertThat(said(robot, "project")).contains("可修复", "项检查通过").doesNotContain("can be fixed");
    }

    @Test
    void aFolderOfThisMachineIsOpenedAndRemoved(FxRobot robot) throws Exception {
        examined();
        outside.folder = Optional.of(folder);
        press(robot, "add-project");
        until(() -> machines.asked.getLast().equals(List.of(folder.toString())));
        examined();
        press(robot, "project-edit");
        press(robot, "project-open");
        assertThat(outside.edited).containsExactly(folder + ":0");
        assertThat(outside.shown).containsExactly(folder);
        press(robot, "project-forget");
        assertThat(bench.settings().projects()).isEmpty();
        assertThat(bench.window().page().get()).isEqualTo(new Page.Overview());
        assertThat(said(robot, "projects")).contains("Add a folder, or drop one here");
    }

    private void showShop(FxRobot robot) throws Exception {
        examined();
        robot.interact(() -> {
            bench.examinations().examine(new Target.Recording(Path.of("shop.devdoctor")));
            bench.window().page().set(new Page.OfProject(ShopMachine.FOLDER));
        });
        until(() -> !robot.lookup(".project-finding").queryAll().isEmpty()
                && bench.examinations().state().get().result().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
