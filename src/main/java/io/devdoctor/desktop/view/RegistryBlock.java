package io.devdoctor.desktop.view;

import io.devdoctor.fix.Preview;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A value of the registry, as it is beside as it will be.
final class RegistryBlock extends VBox {
    /// Longer values stand one above the other.
    private static final int SHORT = 26;

    RegistryBlock(Workbench bench, Preview.RegistryChange change) {
        getStyleClass().addAll("preview-block", "registry");
        Prose key = new Prose(bench.raw(change.key()), "mono");
        HBox.setHgrow(key, Priority.ALWAYS);
        HBox heading = new HBox(key);
        heading.getStyleClass().addAll("diff-line", "diff-heading");
        Prose name = new Prose(bench.raw(change.name()), "mono", "text-bold");
        HBox.setHgrow(name, Priority.ALWAYS);
        Label type = new Label(change.type());
        type.getStyleClass().add("line-mark");
        type.setMinWidth(USE_PREF_SIZE);
        HBox value = new HBox(name, type);
        value.getStyleClass().addAll("diff-line", "registry-name");
        VBox before = side(bench, "desktop.registry.before", change.before(), "diff-removed");
        VBox after = side(bench, "desktop.registry.after", change.after(), "diff-added");
        boolean narrow = Stream.of(before, after).anyMatch(side -> words(side).length() > SHORT);
        getChildren().addAll(heading, value, narrow ? new VBox(before, after) : new Halves(before, after));
    }

    private static String words(VBox side) {
        return side.getAccessibleText();
    }

    private static VBox side(Workbench bench, String key, @Nullable String value, String styleClass) {
        Label title = new Label(bench.say(key));
        title.getStyleClass().add("line-mark");
        String words = value == null ? bench.say("desktop.preview.no-value") : bench.raw(value);
        VBox side = new VBox(title, new Prose(words, "mono"));
        side.getStyleClass().addAll("registry-side", styleClass);
        side.setAccessibleRole(AccessibleRole.TEXT);
        side.setAccessibleText(title.getText() + ": " + words);
        return side;
    }
}
