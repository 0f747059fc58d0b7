package io.devdoctor.desktop.view;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The page with the chosen finding beside it, or below it where letters are too large for both side by side.
final class PaneSplit extends Pane {
    /// In letters of the usual size; fewer in a line would be hard to read.
    private static final double LEAST_BESIDE = 600;

    private static final double SHARE_BESIDE = 0.37;
    private static final double LEAST = 340;
    private static final double MOST = 540;
    private static final double SHARE_BELOW = 0.44;
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

    private final Region page;
    private final Region detail;
    private double scale = 1;

    PaneSplit(Region page, Region detail) {
        this.page = page;
        this.detail = detail;
        getChildren().addAll(page, detail);
        setMinSize(0, 0);
        detail.managedProperty().subscribe(this::requestLayout);
    }

    /// @param next 1 = letters of the usual size
    void scale(double next) {
        scale = next;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Insets around = getInsets();
        double x = around.getLeft();
        double y = around.getTop();
        double width = getWidth() - x - around.getRight();
        double height = getHeight() - y - around.getBottom();
        if (!detail.isManaged()) {
            page.resizeRelocate(x, y, width, height);
            return;
        }
        boolean beside = width / scale >= LEAST_BESIDE;
        detail.pseudoClassStateChanged(BELOW, !beside);
        if (beside) {
            double side = snapSizeX(Math.clamp(width * SHARE_BESIDE, LEAST, MOST * scale));
            page.resizeRelocate(x, y, width - side, height);
            detail.resizeRelocate(x + width - side, y, side, height);
            return;
        }
        double below = snapSizeY(height * SHARE_BELOW);
        page.resizeRelocate(x, y, width, height - below);
        detail.resizeRelocate(x, y + height - below, width, below);
    }
}
