package io.devdoctor.desktop.view;

import javafx.geometry.Orientation;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The name of a setting and what it means, with its control to the right or, where there is no room, below.
final class SettingRow extends Region {
    private static final double GAP = 24;
    private static final double BELOW = 8;
    /// In letters of the name.
    private static final double LEAST_WORDS = 17;

    private final Label title;
    private final VBox words;
    private final Region control;

    /// @param explanation may be ""
    SettingRow(String name, String explanation, Region control) {
        title = new Label(name);
        title.getStyleClass().add("setting-name");
        title.setWrapText(true);
        // A field is spoken with its name; a group of buttons says it itself.
        if (control instanceof Control field) title.setLabelFor(field);
        if (control.getAccessibleText() == null) control.setAccessibleText(name);
        if (!explanation.isEmpty()) control.setAccessibleHelp(explanation);
        words = new VBox(title);
        words.getStyleClass().add("setting-words");
        if (!explanation.isEmpty()) words.getChildren().add(new Prose(explanation, "text-muted"));
        this.control = control;
        getStyleClass().add("setting-row");
        getChildren().addAll(words, control);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double inner(double width) {
        return width - getInsets().getLeft() - getInsets().getRight();
    }

    private double leastWords() {
        return LEAST_WORDS * title.getFont().getSize();
    }

    private boolean isWide(double inner) {
        return inner >= leastWords() + GAP + control.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getInsets().getLeft()
                + leastWords()
                + GAP
                + control.prefWidth(-1)
                + getInsets().getRight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = inner(width < 0 ? computePrefWidth(-1) : width);
        double around = getInsets().getTop() + getInsets().getBottom();
        if (!isWide(inner)) {
            double own = Math.min(inner, control.prefWidth(-1));
            return around + words.prefHeight(inner) + BELOW + control.prefHeight(own);
        }
        double side = control.prefWidth(-1);
        return around + Math.max(words.prefHeight(inner - side - GAP), control.prefHeight(side));
    }

    @Override
    protected void layoutChildren() {
        double x = getInsets().getLeft();
        double y = getInsets().getTop();
        double inner = inner(getWidth());
        double side = Math.min(inner, control.prefWidth(-1));
        double high = control.prefHeight(side);
        if (!isWide(inner)) {
            double above = words.prefHeight(inner);
            words.resizeRelocate(x, y, inner, above);
            control.resizeRelocate(x, snapPositionY(y + above + BELOW), side, high);
            return;
        }
        double wide = inner - side - GAP;
        double rows = getHeight() - y - getInsets().getBottom();
        double wordsHigh = words.prefHeight(wide);
        words.resizeRelocate(x, snapPositionY(y + (rows - wordsHigh) / 2), wide, wordsHigh);
        control.resizeRelocate(snapPositionX(x + inner - side), snapPositionY(y + (rows - high) / 2), side, high);
    }
}
