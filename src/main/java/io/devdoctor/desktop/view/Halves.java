package io.devdoctor.desktop.view;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Two columns of the same width, as high as the higher one when its words are broken to half the width.
final class Halves extends Pane {
    private final Region left;
    private final Region right;

    Halves(Region left, Region right) {
        this.left = left;
        this.right = right;
        getChildren().addAll(left, right);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return left.prefWidth(-1) + right.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double half = width < 0 ? -1 : width / 2;
        return snapSizeY(Math.max(left.prefHeight(half), right.prefHeight(half)));
    }

    @Override
    protected void layoutChildren() {
        double half = snapSizeX(getWidth() / 2);
        left.resizeRelocate(0, 0, half, getHeight());
        right.resizeRelocate(half, 0, getWidth() - half, getHeight());
    }
}
