package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.Line;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a group of findings has in common, and how many they are; with those that nobody asked for it folds.
final class TitleRow extends HBox {
    TitleRow(Workbench bench, Line.Title title, Runnable toggle) {
        getStyleClass().add("group-heading");
        setId("group-" + title.heading().name());
        setAlignment(Pos.CENTER_LEFT);
        Node icon = title.heading()
                .verdict()
                .<Node>map(verdict -> new VerdictIcon(Optional.of(verdict)))
                .orElseGet(() -> new FontIcon(Feather.BELL_OFF));
        String words = bench.say("desktop.group." + title.heading().name());
        Label count = new Label(Integer.toString(title.count()));
        count.getStyleClass().add("count");
        getChildren().addAll(icon, new Label(words), count);
        if (title.elsewhere() > 0) {
            Label elsewhere = new Label(bench.say("desktop.group.elsewhere", title.elsewhere()));
            elsewhere.getStyleClass().add("count");
            getChildren().add(elsewhere);
        }
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(words + " " + title.count());
        if (title.canFold()) fold(bench, title, toggle);
    }

    private void fold(Workbench bench, Line.Title title, Runnable toggle) {
        getStyleClass().add("foldable");
        getChildren().addFirst(new FontIcon(title.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(getAccessibleText() + ", " + bench.say(title.open() ? "desktop.unfolded" : "desktop.folded"));
        setOnMouseClicked(_ -> {
            requestFocus();
            toggle.run();
        });
    }
}
