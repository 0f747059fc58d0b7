package io.devdoctor.desktop.picture;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A framed picture with a title, one figure, and its meaning in words beneath, for eyes and for screen readers.
final class PictureCard extends VBox {
    /// @param legend each line a name and a value; @param alternative the whole picture in one sentence
    PictureCard(String title, String figure, Node picture, List<Node> legend, String alternative) {
        getStyleClass().addAll("card", "picture");
        Label name = new Label(title);
        name.getStyleClass().add("section-title");
        Label right = new Label(figure);
        right.getStyleClass().add("figure");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, gap, right);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox lines = new VBox();
        lines.getChildren().setAll(legend);
        lines.getStyleClass().add("legend");
        getChildren().addAll(head, picture, lines);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(alternative);
    }

    /// A legend's line: a small square in a colour, a name, a value.
    static HBox entry(String name, String value, String... styleClasses) {
        Region swatch = new Region();
        swatch.getStyleClass().add("swatch");
        swatch.getStyleClass().addAll(styleClasses);
        Label label = new Label(name);
        label.setMinWidth(0);
        Label number = new Label(value);
        number.getStyleClass().add("value");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox entry = new HBox(swatch, label, gap, number);
        entry.setAlignment(Pos.CENTER_LEFT);
        entry.getStyleClass().add("legend-entry");
        entry.getStyleClass().addAll(styleClasses);
        return entry;
    }
}
