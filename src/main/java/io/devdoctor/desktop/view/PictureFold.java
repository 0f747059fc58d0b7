package io.devdoctor.desktop.view;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/// Whether the pictures of the overview are folded away: by choice, else where they would push the findings out of
/// sight.
final class PictureFold {
    /// A window that is lower has no room for pictures above its findings,
    private static final double LOW = 860;
    /// unless it is so wide that all stand in one row.
    private static final double WIDE = 1650;

    private final ObservableValue<Boolean> tight;
    private Optional<Boolean> chosen = Optional.empty();

    PictureFold(Node page) {
        tight = page.sceneProperty().flatMap(PictureFold::tight).orElse(false);
    }

    private static ObservableValue<Boolean> tight(Scene scene) {
        return Bindings.createBooleanBinding(
                () -> scene.getHeight() < LOW && scene.getWidth() < WIDE,
                scene.heightProperty(),
                scene.widthProperty());
    }

    /// Whether the window is too small for all there is to say.
    ObservableValue<Boolean> tight() {
        return tight;
    }

    boolean isFolded() {
        return chosen.orElseGet(tight::getValue);
    }

    void choose(boolean folded) {
        chosen = Optional.of(folded);
    }
}
