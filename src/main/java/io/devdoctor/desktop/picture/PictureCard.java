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

/// A framed picture with a title and one figure, for eyes, and in words for screen readers.
final class PictureCard extends VBox {
    private static final int MOST_FIGURE = 24;

    /// @param alternative the whole picture in sentences
    PictureCard(String title, String figure, List<? extends Node> parts, String alternative) {
        getStyleClass().addAll("card", "picture");
        Label name = new Label(title);
        name.getStyleClass().add("section-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label right = new Label(figure);
        right.getStyleClass().add("figure");
        Region gap = new Region();
        gap.setMinWidth(8);
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, gap, right);
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().add(head);
        getChildren().addAll(parts);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(alternative);
    }

    /// Beneath a large picture: what the part under the pointer or the arrow keys is.
    PictureCard telling(String hint, List<Telling> tellings) {
        Label caption = new Label(hint);
        caption.getStyleClass().add("caption");
        caption.setWrapText(true);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        for (Telling telling : tellings) {
            telling.told().subscribe(words -> {
                caption.setText(words.isEmpty() ? hint : words);
                caption.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("told"), !words.isEmpty());
            });
        }
        getChildren().add(caption);
        getStyleClass().add("large");
        return this;
    }

    /// A picture that cannot be drawn, and why.
    static PictureCard empty(String title, String words) {
        Label reason = new Label(words);
        reason.getStyleClass().add("caption");
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        return new PictureCard(title, "", List.of(reason), title + ": " + words);
    }

    /// A legend's line: a small square in a colour, a name, a value.
    static HBox entry(String name, String value, String... styleClasses) {
        Region swatch = new Region();
        swatch.getStyleClass().add("swatch");
        swatch.getStyleClass().addAll(styleClasses);
        Label label = new Label(name);
        Label number = new Label(value);
        number.getStyleClass().add("value");
        // Where there is no room for both, a figure stays whole; a list of them gives way.
        boolean list = value.length() > MOST_FIGURE;
        label.setMinWidth(list ? Region.USE_PREF_SIZE : 0);
        number.setMinWidth(list ? 0 : Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox entry = new HBox(swatch, label, gap, number);
        entry.setAlignment(Pos.CENTER_LEFT);
        entry.getStyleClass().add("legend-entry");
        return entry;
    }

    static VBox legend(List<? extends Node> entries) {
        VBox lines = new VBox();
        lines.getChildren().setAll(entries);
        lines.getStyleClass().add("legend");
        return lines;
    }
}
