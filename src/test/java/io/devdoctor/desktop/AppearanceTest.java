package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.store.Settings;
import java.io.IOException;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init") // what TestFX starts with is not known to be started first
class AppearanceTest extends OpenWindow {
    private Scene scene;

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
        scene = stage.getScene();
    }

    /// The title bar goes by the scheme; what shows where the window has just grown, by the fill.
    @ParameterizedTest
    @EnumSource(
            value = Settings.Theme.class,
            names = {"LIGHT", "DARK"})
    void frameAndEdgesFollowTheTheme(Settings.Theme theme, FxRobot robot) throws Exception {
        examined();
        boolean dark = theme == Settings.Theme.DARK;
        robot.interact(() -> bench.settings().choose(theme));
        until(() -> scene.getPreferences().getColorScheme() == (dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        until(() -> ((Color) scene.getFill()).getBrightness() < 0.5 == dark);
        assertThat(((Color) scene.getFill()).isOpaque()).isTrue();
    }
}
