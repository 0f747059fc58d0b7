package io.devdoctor.desktop.view;

import atlantafx.base.controls.SelectableTextFlow;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;

/// A text that wraps and can be selected and copied.
public final class Prose extends SelectableTextFlow {
    /// @param styleClasses of the letters
    public Prose(String words, String... styleClasses) {
        Text text = new Text(words);
        text.getStyleClass().addAll(styleClasses);
        setText(text);
        // The library sets 0, and boxes then ask how high it is when it is that narrow.
        setPrefWidth(USE_COMPUTED_SIZE);
        getStyleClass().add("prose");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(words);
    }

    /// A text flow claims the height it would need with one word per line; as a minimum that blows up every box
    /// around it.
    @Override
    protected double computeMinHeight(double width) {
        return width < 0 ? 0 : super.computePrefHeight(width);
    }
}
