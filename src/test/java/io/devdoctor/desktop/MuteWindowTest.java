package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.MuteModel;
import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.MainView;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.store.Mute;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Muting findings and hearing of them again, as a person does it in the window.
@ExtendWith(ApplicationExtension.class)
class MuteWindowTest {
    private static final String CLOCK = "clock.wsl-Ubuntu";
    private Workbench bench;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) throws IOException {
        data().create();
        settings().change(now -> now.withLanguage(Settings.Language.ENGLISH), Instant.EPOCH);
        FixtureMachines machines = new FixtureMachines(
                () -> new MachineMutes(kept(), settings().path().toString()));
        DesktopServices services = new DesktopServices(
                machines,
                new FakeRepairs(machines),
                (_, _, _) -> new byte[0],
                new HistoryStore(new DataFolder(folder).create(), AtomicFile.onDisk()),
                settings(),
                folder,
                "0.1.0");
        bench = DesktopApp.workbench(services, new FxMailbox(), new FakeSurroundings());
        stage.setScene(new MainView(bench).scene(1000, 800));
        stage.show();
        bench.examinations().examine(new Target.Live());
    }

    /// What is kept in the background is there before its folder goes.
    @AfterEach
    void letHistoryRest() throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> bench.history().busy().get() == 0);
    }

    @Test
    void mutesByKeyboardAndHearsAgain(FxRobot robot) throws Exception {
        examined();
        choose(robot, CLOCK);
        robot.interact(() -> node(robot, "mute").requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> "mute-reason".equals(focused(robot).getId()));
        assertThat(node(robot, "mute-apply").isDisabled()).isTrue();
        robot.write("ticket 7");
        assertThat(node(robot, "mute-apply").isDisabled()).isFalse();
        robot.interact(() -> node(robot, "mute-apply").requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> said(robot, "detail").contains("Muted on this machine"));
        assertThat(said(robot, "detail")).contains("for good. Reason: ticket 7", "muted", "Problem");
        until(() -> "unmute".equals(focused(robot).getId()));
        assertThat(kept()).singleElement().satisfies(mute -> {
            assertThat(mute.check()).isEqualTo("clock.wsl");
            assertThat(mute.about()).contains(new Mute.About("DISTRO", "Ubuntu", "Ubuntu"));
            assertThat(mute.verdict()).isEqualTo("PROBLEM");
        });
        assertThat(Rows.seek(robot, "group-MUTED").getAccessibleText()).isEqualTo("Muted 1, folded");
        assertThat(said(robot, "overview")).contains("Muted");

        robot.type(KeyCode.SPACE);
        until(() -> Rows.find(robot, "group-MUTED").isEmpty());
        assertThat(kept()).isEmpty();
        assertThat(said(robot, "detail")).doesNotContain("Muted on this machine");
        assertThat(finding().verdict()).isEqualTo(io.devdoctor.check.Verdict.PROBLEM);
    }

    @Test
    void staysMutedInTheNextExamination(FxRobot robot) throws Exception {
        examined();
        mute(robot, "ticket 7");
        var before = bench.examinations().state().get().result().orElseThrow();
        robot.interact(() -> bench.examinations().again());
        until(() -> bench.examinations()
                .state()
                .get()
                .result()
                .filter(it -> it != before)
                .isPresent());
        examined();
        assertThat(finding().isMuted()).isTrue();
        robot.interact(() -> bench.window().reveal(finding()));
        assertThat(Rows.seek(robot, "group-MUTED").getAccessibleText()).isEqualTo("Muted 1, unfolded");
        assertThat(Rows.seek(robot, "row-" + CLOCK).getAccessibleText()).startsWith("Problem, muted: ");
        assertThat(said(robot, "detail")).contains("ticket 7");
    }

    @Test
    void holdsToADayOrUntilTheValueChanges(FxRobot robot) throws Exception {
        examined();
        choose(robot, CLOCK);
        press(robot, "mute");
        robot.write("r");
        assertThat(node(robot, "mute-day").isDisabled()).isTrue();
        robot.interact(() -> ((RadioButton) node(robot, "mute-end-DAY")).setSelected(true));
        assertThat(node(robot, "mute-apply").isDisabled()).isTrue();
        DatePicker day = (DatePicker) node(robot, "mute-day");
        robot.interact(() -> day.setValue(MuteModel.today().minusDays(1)));
        assertThat(node(robot, "mute-apply").isDisabled()).isTrue();
        robot.interact(() -> day.setValue(day.getConverter().fromString("soon")));
        assertThat(node(robot, "mute-apply").isDisabled()).isTrue();
        robot.interact(() -> day.setValue(day.getConverter().fromString("2999-12-31")));
        press(robot, "mute-apply");
        until(() -> said(robot, "detail").contains("until 2999-12-31"));
        assertThat(kept().getFirst().until()).map(Object::toString).contains("2999-12-31");
        assertThat(kept().getFirst().value()).isEmpty();

        press(robot, "unmute");
        until(() -> !finding().isMuted());
        press(robot, "mute");
        robot.write("s");
        robot.interact(() -> ((RadioButton) node(robot, "mute-end-CHANGED")).setSelected(true));
        press(robot, "mute-apply");
        until(() -> said(robot, "detail").contains("until it says something else"));
        assertThat(kept()).singleElement().satisfies(mute -> {
            assertThat(mute.value()).isPresent();
            assertThat(mute.until()).isEmpty();
        });
    }

    @Test
    void keepsWhatTheCommandLineMutedMeanwhile(FxRobot robot) throws Exception {
        examined();
        Mute other = new Mute(
                "wsl.release",
                Optional.empty(),
                "WARNING",
                "from the command line",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Map.of());
        settings().change(now -> now.withMutes(now.mutes().with(other)), Instant.EPOCH);
        mute(robot, "ticket 7");
        robot.interact(() -> bench.settings().choose(Settings.Theme.DARK));
        assertThat(kept()).extracting(Mute::reason).containsExactly("from the command line", "ticket 7");
    }

    @Test
    void saysWhyAMuteCouldNotBeKept(FxRobot robot) throws Exception {
        examined();
        choose(robot, CLOCK);
        press(robot, "mute");
        robot.write("ticket 7");
        Files.delete(settings().path());
        Files.createDirectory(settings().path());
        press(robot, "mute-apply");
        until(() -> said(robot, "detail").contains("Nothing was changed"));
        assertThat(finding().isMuted()).isFalse();
        assertThat(bench.mutes().reason().get()).isEqualTo("ticket 7");
        press(robot, "mute-cancel");
        until(() -> !said(robot, "detail").contains("Nothing was changed"));
        assertThat(node(robot, "mute").isVisible()).isTrue();
    }

    @Test
    void offersNothingWhereThereIsNothingToMute(FxRobot robot) throws Exception {
        examined();
        Finding well = bench.examinations().state().get().findings().stream()
                .filter(it -> it.verdict() == io.devdoctor.check.Verdict.OK)
                .findFirst()
                .orElseThrow();
        robot.interact(() -> bench.window().reveal(well));
        assertThat(all(robot, "mute-box")).isEmpty();
        robot.interact(() -> bench.examinations().examine(new Target.Sample("starved-zh-cn")));
        until(() -> bench.examinations().state().get().isReplay());
        examined();
        assertThat(bench.window().chosen().get()).isPresent();
        assertThat(all(robot, "mute-box")).isEmpty();
    }

    private Finding finding() {
        return bench.examinations().state().get().findings().stream()
                .filter(it -> it.check().id().equals("clock.wsl"))
                .findFirst()
                .orElseThrow();
    }

    private void mute(FxRobot robot, String reason) throws Exception {
        choose(robot, CLOCK);
        press(robot, "mute");
        robot.write(reason);
        press(robot, "mute-apply");
        until(() -> finding().isMuted());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void examined() throws Exception {
        until(() -> bench.examinations().state().get().result().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<Mute> kept() {
        return settings().load(Instant.EPOCH).settings().mutes().all();
    }

    private DataFolder data() {
        return new DataFolder(folder.resolve("own"));
    }

    private SettingsFile settings() {
        return new SettingsFile(data(), AtomicFile.onDisk());
    }

    private void choose(FxRobot robot, String row) {
        Rows.choose(robot, bench, row);
    }

    private static Node focused(FxRobot robot) {
        return node(robot, "overview").getScene().getFocusOwner();
    }

    private static void press(FxRobot robot, String id) {
        Node node = node(robot, id);
        robot.interact(((ButtonBase) node)::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static java.util.Set<Node> all(FxRobot robot, String id) {
        return robot.lookup((Node node) -> id.equals(node.getId())).queryAll();
    }

    private static Node node(FxRobot robot, String id) {
        return robot.lookup((Node node) -> id.equals(node.getId())).query();
    }

    private static String said(FxRobot robot, String id) {
        StringBuilder words = new StringBuilder();
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            for (Node each : node(robot, id).lookupAll("*")) {
                if (each instanceof Label label) words.append(label.getText()).append('\n');
                if (each instanceof Text text) words.append(text.getText()).append('\n');
            }
        });
        return words.toString();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
