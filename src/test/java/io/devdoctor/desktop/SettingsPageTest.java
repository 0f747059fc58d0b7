package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.desktop.model.Page;
import io.devdoctor.store.Looks;
import io.devdoctor.store.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Every choice holds at once; what cannot hold is refused with words.
class SettingsPageTest extends OpenWindow {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private Settings chosen() {
        return bench.settings().settings().get();
    }

    private void goThere(FxRobot robot) throws Exception {
        examined();
        robot.interact(() -> bench.window().page().set(new Page.Settings()));
    }

    private void type(FxRobot robot, String id, String text) {
        TextField field = (TextField) node(robot, id);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
        });
        robot.type(KeyCode.ENTER);
    }

    @Test
    void speaksAndLooksAsChosenAtOnce(FxRobot robot) throws Exception {
        goThere(robot);
        press(robot, "setting-language-CHINESE");
        assertThat(said(robot, "settings")).contains("设置", "外观");
        assertThat(focused()).isNotNull();
        press(robot, "setting-theme-DARK");
        assertThat(chosen().theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(node(robot, "settings").getScene().getUserAgentStylesheet()).contains("dark");
    }

    @Test
    void enlargesEveryLetter(FxRobot robot) throws Exception {
        goThere(robot);
        TextField search = (TextField) node(robot, "search");
        double before = search.getFont().getSize();
        @SuppressWarnings("unchecked") // as the page makes it
        ComboBox<Integer> size = (ComboBox<Integer>) node(robot, "setting-font");
        assertThat(size.getItems()).isEqualTo(Looks.FONT_PERCENTS);
        robot.interact(() -> size.setValue(150));
        until(() -> search.getFont().getSize() == before * 1.5);
        assertThat(chosen().looks().fontPercent()).isEqualTo(150);
    }

    @Test
    void standsStillWhereMotionIsNotWanted(FxRobot robot) throws Exception {
        goThere(robot);
        press(robot, "setting-motion-REDUCED");
        assertThat(node(robot, "settings").getScene().getPreferences().isReducedMotion())
                .isTrue();
        press(robot, "setting-motion-FULL");
        assertThat(node(robot, "settings").getScene().getPreferences().isReducedMotion())
                .isFalse();
    }

    @Test
    void refusesAnAddressThatCannotBeOne(FxRobot robot) throws Exception {
        goThere(robot);
        type(robot, "setting-time-servers", "ntp.example, http://x");
        assertThat(said(robot, "settings")).contains("“http://x” cannot be the address");
        assertThat(chosen().asking().timeServers()).isEmpty();
        type(robot, "setting-time-servers", "ntp.example 10.0.0.1:1123");
        assertThat(chosen().asking().timeServers()).containsExactly("ntp.example", "10.0.0.1:1123");
        assertThat(isThere(robot, "setting-time-servers-refusal")).isFalse();
        type(robot, "setting-engine", "docker_engine");
        assertThat(said(robot, "settings")).contains("“docker_engine” is not the address of an engine");
        robot.type(KeyCode.ESCAPE);
        assertThat(((TextField) node(robot, "setting-engine")).getText()).isEmpty();
        type(robot, "setting-engine", "tcp://127.0.0.1:2375");
        assertThat(chosen().asking().engine()).isEqualTo(Optional.of("tcp://127.0.0.1:2375"));
    }

    @Test
    void keepsThePlaceOfTheKeyboard(FxRobot robot) throws Exception {
        goThere(robot);
        robot.interact(() -> node(robot, "setting-watch").requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(chosen().watching().on()).isTrue();
        assertThat(focused().getId()).isEqualTo("setting-watch");
        assertThat(((CheckBox) focused()).isSelected()).isTrue();
    }

    @Test
    void addsAndRemovesAFolderAndExaminesIt(FxRobot robot) throws Exception {
        goThere(robot);
        outside.folder = Optional.of(Path.of("/srv/shop"));
        press(robot, "settings-add-project");
        assertThat(bench.settings().projects()).containsExactly("/srv/shop");
        until(() -> machines.asked.getLast().contains("/srv/shop"));
        press(robot, "remove-project-0");
        assertThat(bench.settings().projects()).isEmpty();
    }

    @Test
    void takesAMuteBack(FxRobot robot) throws Exception {
        examined();
        var finding = bench.examinations().state().get().findings().stream()
                .filter(bench.mutes()::isMutable)
                .findFirst()
                .orElseThrow();
        robot.interact(() -> {
            bench.mutes().ask(finding);
            bench.mutes().reason().set("known since March");
            bench.mutes().mute(finding);
        });
        until(() -> !chosen().mutes().all().isEmpty());
        robot.interact(() -> bench.window().page().set(new Page.Settings()));
        assertThat(said(robot, "settings-mutes")).contains("known since March");
        press(robot, "unmute-0");
        until(() -> chosen().mutes().all().isEmpty());
        assertThat(bench.examinations().state().get().findings()).noneMatch(found -> found.isMuted());
    }

    @Test
    void opensTheFolderOfTheSettings(FxRobot robot) throws Exception {
        goThere(robot);
        press(robot, "open-data");
        assertThat(outside.opened).containsExactly(folder.toUri().toString());
    }
}
