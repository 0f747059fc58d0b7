package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.desktop.model.Filter;
import io.devdoctor.desktop.model.Heading;
import io.devdoctor.desktop.model.Line;
import io.devdoctor.desktop.model.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What is shown of the findings, and the way there by keys alone.
class FilterTest extends OpenWindow {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Test
    void filtersCombineAndEmptinessSaysWhatHides(FxRobot robot) throws Exception {
        examined();
        press(robot, "filter-WARNING");
        assertThat(shown())
                .containsExactly("wsl.distro-version", "wsl.default-version", "docker.memory", "docker.disk-usage");
        press(robot, "filter-fixable");
        assertThat(shown()).containsExactly("wsl.distro-version", "wsl.default-version", "docker.disk-usage");
        assertThat(said(robot, "filters")).contains("3 of 14 shown");
        robot.interact(
                () -> bench.window().filter().set(bench.window().filter().get().toggling(Area.DOCKER)));
        assertThat(shown()).containsExactly("docker.disk-usage");
        robot.interact(() -> bench.window().query().set("Debian"));
        assertThat(shown()).isEmpty();
        assertThat(said(robot, "overview"))
                .contains("Nothing matches all of this: “Debian”, Warnings, Docker, Can be fixed");
        press(robot, "show-all-instead");
        assertThat(bench.window().isNarrowed()).isFalse();
        assertThat(shown()).contains("wsl.config-memory", "clock.wsl");
    }

    @Test
    void aChipCountsWhatTheOthersLeave(FxRobot robot) throws Exception {
        examined();
        assertThat(node(robot, "filter-PROBLEM").getAccessibleText()).isEqualTo("Problems 3");
        robot.interact(() -> bench.window().filter().set(Filter.NONE.toggling(Area.WSL)));
        assertThat(node(robot, "filter-PROBLEM").getAccessibleText()).isEqualTo("Problems 1");
        press(robot, "filter-PROBLEM");
        assertThat(node(robot, "filter-WARNING").getAccessibleText()).isEqualTo("Warnings 2");
        assertThat(shown()).containsExactly("wsl.config-memory");
    }

    @Test
    void whatPassedIsUnfoldedByItsChip(FxRobot robot) throws Exception {
        examined();
        assertThat(shown()).doesNotContain("host.memory");
        press(robot, "filter-OK");
        assertThat(shown()).contains("host.memory").doesNotContain("clock.wsl");
        assertThat(bench.window().counts()).containsEntry(Heading.OK, 5);
    }

    @Test
    void goingToAFindingTakesAwayWhatHidesIt(FxRobot robot) throws Exception {
        examined();
        press(robot, "filter-WARNING");
        robot.interact(() -> bench.window().reveal(StarvedMachine.memory()));
        assertThat(bench.window().isNarrowed()).isFalse();
        assertThat(Rows.find(robot, "row-wsl.config-memory-")).isPresent();
    }

    @Test
    void everyPartOfTheWindowIsReachedByKeys(FxRobot robot) throws Exception {
        examined();
        keys(robot, KeyCode.CONTROL, KeyCode.F);
        assertThat(focused().getId()).isEqualTo("search");
        robot.type(KeyCode.F6);
        assertThat(focused().getId()).isEqualTo("go-overview");
        robot.type(KeyCode.F6);
        assertThat(focused().getId()).isEqualTo("row-wsl.config-memory-");
        keys(robot, KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused().getId()).isEqualTo("go-overview");
        keys(robot, KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(bench.window().page().get()).isEqualTo(new Page.OfArea(Area.WSL));
        keys(robot, KeyCode.CONTROL, KeyCode.H);
        assertThat(bench.window().page().get()).isEqualTo(new Page.History());
        keys(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(bench.window().page().get()).isEqualTo(new Page.Overview());
        robot.type(KeyCode.F1);
        assertThat(said(robot, "shortcuts")).contains("Keyboard shortcuts", "Shift+F5", "Next part of the window");
        assertThat(focused().getId()).isEqualTo("shortcuts-close");
    }

    @Test
    void groupsFoldByKeysAndTheFocusStays(FxRobot robot) throws Exception {
        examined();
        keys(robot, KeyCode.CONTROL, KeyCode.F);
        robot.type(KeyCode.DOWN).type(KeyCode.END);
        assertThat(focused().getId()).isEqualTo("group-OK");
        assertThat(focused().getAccessibleText()).isEqualTo("Passed 5, folded");
        robot.type(KeyCode.RIGHT);
        assertThat(focused().getAccessibleText()).isEqualTo("Passed 5, unfolded");
        robot.type(KeyCode.DOWN);
        assertThat(focused().getAccessibleText()).startsWith("Passed: ");
        robot.type(KeyCode.UP).type(KeyCode.LEFT);
        assertThat(focused().getAccessibleText()).isEqualTo("Passed 5, folded");
    }

    /// Examine, read, fix, prove, undo, export: no hand leaves the keyboard.
    @Test
    void theWholeWayIsWalkedByKeysAlone(FxRobot robot) throws Exception {
        examined();
        Path file = folder.resolve("report.md");
        outside.toSave = Optional.of(file);
        robot.type(KeyCode.F5);
        examined();
        keys(robot, KeyCode.CONTROL, KeyCode.F);
        robot.type(KeyCode.DOWN);
        assertThat(focused().getAccessibleText()).startsWith("Problem: WSL runs with 256 MB of memory");
        robot.type(KeyCode.ENTER);
        assertThat(focused().getId()).isEqualTo("apply-wsl.config-memory/advised");
        robot.type(KeyCode.SPACE);
        until(() -> said(robot, "detail").contains("Applied; takes effect after WSL restarts."));
        until(() -> !bench.repairs().busy().get()
                && !bench.repairs().entries().get().isEmpty());
        keys(robot, KeyCode.CONTROL, KeyCode.Z);
        until(() -> said(robot, "detail").contains("Taken back; everything is as it was."));
        until(() -> !bench.repairs().busy().get());
        examined();
        keys(robot, KeyCode.CONTROL, KeyCode.E);
        until(() -> isThere(robot, "export-save"));
        robot.interact(() -> node(robot, "export-save").requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> Files.exists(file));
    }

    private static void keys(FxRobot robot, KeyCode modifier, KeyCode code) {
        robot.press(modifier, code).release(code, modifier);
    }

    private List<String> shown() {
        return bench.window().lines().stream()
                .filter(Line.Entry.class::isInstance)
                .map(line -> ((Line.Entry) line).finding().orElseThrow().check().id())
                .toList();
    }
}
