package io.devdoctor.desktop.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// Each clock a lane: a dot at its offset, a bar for what is uncertain, the zone where it breaks things shaded.
final class ClockLanes extends Pane {
    private static final double STEP = 18;
    private final ClockPicture clocks;
    private final Region slow = region("clock-zone");
    private final Region fast = region("clock-zone");
    private final Region zero = region("clock-zero");
    private final List<Region> bars = new ArrayList<>();
    private final List<Circle> dots = new ArrayList<>();

    /// @param colours one style class for each lane
    ClockLanes(ClockPicture clocks, List<String> colours) {
        this.clocks = clocks;
        getChildren().addAll(slow, fast, zero);
        for (String colour : colours) {
            Region bar = region("clock-bar");
            bar.getStyleClass().add(colour);
            Circle dot = new Circle(4);
            dot.getStyleClass().addAll("clock-dot", colour);
            bars.add(bar);
            dots.add(dot);
            getChildren().addAll(bar, dot);
        }
        setPrefHeight(STEP * colours.size() + 4);
        setMinHeight(USE_PREF_SIZE);
    }

    @Override
    protected void layoutChildren() {
        double edge = x(clocks.limit());
        slow.resizeRelocate(0, 0, getWidth() - edge, getHeight());
        fast.resizeRelocate(edge, 0, getWidth() - edge, getHeight());
        zero.resizeRelocate(getWidth() / 2, 0, 1, getHeight());
        for (int i = 0; i < bars.size(); i++) {
            ClockPicture.Lane lane = clocks.lanes().get(i);
            double y = STEP * i + STEP / 2 + 2;
            double from = x(lane.offset().low());
            double to = x(lane.offset().high());
            bars.get(i).resizeRelocate(from, y - 1.5, Math.max(3, to - from), 3);
            dots.get(i).setCenterX(x(lane.offset().middle()));
            dots.get(i).setCenterY(y);
        }
    }

    private double x(Duration offset) {
        return getWidth() / 2 + clocks.place(offset) * (getWidth() / 2 - 5);
    }

    private static Region region(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        return region;
    }
}
