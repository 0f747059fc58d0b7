package io.devdoctor.desktop.picture;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// The nodes of one lane.
///
/// @param ground its whole stripe, for the pointer
/// @param dot    at most one
record LaneRow(LaneChart.Lane lane, Region ground, Label name, Label value, List<Region> bars, List<Circle> dot) {
    private static final double LEAST_BAR = 3;

    static LaneRow of(LaneChart.Lane lane, Form form) {
        List<Region> bars = lane.bars().stream()
                .map(bar -> region("lane-bar", bar.styleClass(), lane.colour()))
                .toList();
        List<Circle> dot = lane.dot().stream()
                .mapToObj(_ -> circle(form == Form.LARGE ? 5 : 4, lane.colour()))
                .toList();
        Stream.concat(bars.stream(), dot.stream()).forEach(node -> node.setMouseTransparent(true));
        Label value = label(lane.value(), "lane-value");
        value.getStyleClass().add(lane.colour());
        return new LaneRow(lane, region("lane"), label(lane.name(), "lane-name"), value, bars, dot);
    }

    /// @param y     of its upper edge; @param step its height
    /// @param x     from a place on the scale to one in the picture
    /// @param names the width for the name; @param values for the value
    void layout(double y, double step, double width, DoubleUnaryOperator x, double names, double values, Form form) {
        ground.resizeRelocate(0, y, width, step);
        center(name, 0, y, step, names);
        double wide = Math.min(value.prefWidth(-1), values);
        center(value, width - wide, y, step, wide);
        for (int i = 0; i < bars.size(); i++) {
            LaneChart.Bar bar = lane.bars().get(i);
            double from = x.applyAsDouble(bar.from());
            double thick = bar.styleClass().equals("lane-uncertain") ? 4 : form == Form.LARGE ? 14 : 10;
            double length = Math.max(LEAST_BAR, x.applyAsDouble(bar.to()) - from);
            bars.get(i).resizeRelocate(from, Math.round(y + (step - thick) / 2), length, thick);
        }
        for (Circle circle : dot) {
            circle.setCenterX(x.applyAsDouble(lane.dot().orElse(0)));
            circle.setCenterY(y + step / 2);
        }
    }

    static Label label(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().add(styleClass);
        label.setMouseTransparent(true);
        label.setMinWidth(0);
        return label;
    }

    static Region region(String... styleClasses) {
        Region region = new Region();
        region.getStyleClass().addAll(styleClasses);
        return region;
    }

    private static Circle circle(double radius, String colour) {
        Circle circle = new Circle(radius);
        circle.getStyleClass().addAll("lane-dot", colour);
        return circle;
    }

    private static void center(Label label, double x, double y, double step, double width) {
        double height = label.prefHeight(-1);
        label.resizeRelocate(x, y + (step - height) / 2, Math.max(0, width), height);
    }
}
