package io.devdoctor.desktop.picture;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// What fills the disk, as areas.
final class DiskMap extends Pane {
    private static final double HEIGHT = 52;
    private static final double GAP = 2;
    private final List<Long> weights;
    private final List<Region> boxes;

    DiskMap(DiskPicture disk) {
        weights = disk.shares().stream().map(DiskPicture.Share::bytes).toList();
        boxes = disk.shares().stream().map(share -> box(share.kind())).toList();
        getChildren().setAll(boxes);
        setPrefHeight(HEIGHT);
        setMinHeight(USE_PREF_SIZE);
    }

    /// The style class that colours a kind, here and in the legend.
    static String styleClass(DiskPicture.Kind kind) {
        return "disk-" + kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    protected void layoutChildren() {
        List<Rectangle2D> areas = Treemap.layOut(weights, new Rectangle2D(0, 0, getWidth(), getHeight()));
        for (int i = 0; i < boxes.size(); i++) {
            Rectangle2D area = areas.get(i);
            boxes.get(i)
                    .resizeRelocate(
                            area.getMinX(),
                            area.getMinY(),
                            Math.max(2, area.getWidth() - GAP),
                            Math.max(2, area.getHeight() - GAP));
        }
    }

    private static Region box(DiskPicture.Kind kind) {
        Region box = new Region();
        box.getStyleClass().addAll("disk-box", styleClass(kind));
        return box;
    }
}
