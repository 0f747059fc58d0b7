package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.Line;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How many checks could not be made because of the cause above, folded or not.
final class FoldRow extends HBox {
    FoldRow(Workbench bench, Line.Fold fold, Runnable toggle) {
        getStyleClass().addAll("finding-row", "consequence", "consequences");
        if (fold.last()) getStyleClass().add("last");
        setAlignment(Pos.CENTER_LEFT);
        Label words = new Label(bench.say("desktop.consequences.unread", fold.hidden()));
        words.setWrapText(true);
        words.setMinWidth(0);
        getChildren().addAll(new FontIcon(fold.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT), words);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(words.getText() + ", " + bench.say(fold.open() ? "desktop.unfolded" : "desktop.folded"));
        setOnMouseClicked(_ -> {
            requestFocus();
            toggle.run();
        });
    }
}
