package io.devdoctor.desktop.view;

import io.devdoctor.check.Verdict;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;

/// A verdict as a sign of 16 × 16 pixels; each has a shape of its own, so that no one needs colours to tell them
/// apart. Decoration: what stands beside it says the verdict in words.
public final class VerdictIcon extends StackPane {
    private static final double SIZE = 16;

    /// @param verdict empty = not decided yet
    public VerdictIcon(Optional<Verdict> verdict) {
        getStyleClass()
                .addAll("verdict-icon", verdict.map(VerdictIcon::styleClass).orElse("verdict-waiting"));
        getChildren().add(new Group(frame(), verdict.map(VerdictIcon::sign).orElseGet(VerdictIcon::waiting)));
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        setMouseTransparent(true);
    }

    /// The style class that gives a node the colours of a verdict.
    public static String styleClass(Verdict verdict) {
        return "verdict-" + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Group sign(Verdict verdict) {
        return switch (verdict) {
            case PROBLEM ->
                new Group(path("M5 1h6l4 4v6l-4 4H5l-4-4V5z", "fill"), path("M5.5 5.5l5 5M10.5 5.5l-5 5", "on-fill"));
            case WARNING -> new Group(path("M8 1.4L15.2 14.4H.8z", "line"), path("M8 6v4", "line"), dot(12.2));
            case UNKNOWN ->
                new Group(ring("dashed"), path("M6.2 6.3a1.9 1.9 0 1 1 3 1.6c-.8.5-1.2.9-1.2 1.7", "line"), dot(11.7));
            case INFO -> new Group(ring("solid"), path("M8 7.2v4.2", "line"), dot(4.9));
            case OK -> new Group(path("M3 8.5l3.4 3.4L13.2 5", "line"));
            case NOT_APPLICABLE -> new Group(path("M4.5 8h7", "line"));
        };
    }

    private static Group waiting() {
        return new Group(new Circle(8, 8, 2.2), ring("solid"));
    }

    /// Keeps the sign's own coordinates: a group is only as large as what is in it.
    private static Node frame() {
        SVGPath frame = path("M0 0h16v16h-16z", "frame");
        frame.setFill(null);
        return frame;
    }

    private static Circle dot(double y) {
        Circle dot = new Circle(8, y, 1);
        dot.getStyleClass().add("fill");
        return dot;
    }

    private static Circle ring(String styleClass) {
        Circle ring = new Circle(8, 8, 6.6);
        ring.getStyleClass().addAll("line", styleClass);
        return ring;
    }

    private static SVGPath path(String content, String styleClass) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(styleClass);
        return path;
    }
}
