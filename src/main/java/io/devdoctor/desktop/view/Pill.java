package io.devdoctor.desktop.view;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A word or two on a coloured ground; never cut off.
public final class Pill extends Label {
    public Pill(String words, String... styleClasses) {
        super(words);
        getStyleClass().add("pill");
        getStyleClass().addAll(styleClasses);
        setMinWidth(Region.USE_PREF_SIZE);
    }
}
