package io.devdoctor.desktop;

import io.devdoctor.desktop.model.WindowPlace;
import io.devdoctor.store.Settings.Bounds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window on the screen: opens where it was, remembers where it is, comes to the front when it is wanted.
final class MainStage {
    private final Stage stage;
    /// Where it is when it is not maximized, which is what it goes back to.
    private Bounds usual;

    MainStage(Stage stage, Optional<Bounds> kept) {
        this.stage = stage;
        WindowPlace place = WindowPlace.of(kept, screens());
        usual = place.bounds();
        stage.setX(usual.x());
        stage.setY(usual.y());
        stage.setWidth(usual.width());
        stage.setHeight(usual.height());
        stage.setMinWidth(place.leastWidth());
        stage.setMinHeight(place.leastHeight());
        stage.setMaximized(usual.maximized());
        stage.xProperty().subscribe(this::moved);
        stage.yProperty().subscribe(this::moved);
        stage.widthProperty().subscribe(this::moved);
        stage.heightProperty().subscribe(this::moved);
    }

    private static List<Rectangle2D> screens() {
        return Screen.getScreens().stream()
                .sorted(Comparator.comparing(screen -> !screen.equals(Screen.getPrimary())))
                .map(Screen::getVisualBounds)
                .toList();
    }

    private void moved() {
        boolean free = stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen();
        if (free) usual = new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }

    /// To be opened again next time.
    Bounds bounds() {
        return new Bounds(usual.x(), usual.y(), usual.width(), usual.height(), stage.isMaximized());
    }

    /// Shows it before everything else, wherever it was put away.
    void raise() {
        stage.show();
        stage.setIconified(false);
        // unverified on Windows: Stage.toFront, for which the second start has given way (Taskbar.giveWay).
        stage.toFront();
        stage.requestFocus();
    }
}
