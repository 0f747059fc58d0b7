package io.devdoctor.desktop.model;

import io.devdoctor.store.Settings.Bounds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/// Where the window opens: where it was, as far as the screens of today allow.
///
/// @param bounds      wholly on one screen
/// @param leastWidth  below which it cannot be made smaller: a small or strongly scaled screen may have less than the
///                    window wants
public record WindowPlace(Bounds bounds, double leastWidth, double leastHeight) {
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 700;
    private static final double USUAL_WIDTH = 1280;
    private static final double USUAL_HEIGHT = 800;
    private static final double SHARE_OF_WIDTH = 0.6;
    private static final double SHARE_OF_HEIGHT = 0.8;

    /// @param kept    where it was when it was closed
    /// @param screens without the task bar, in pixels of JavaFX; the primary one first
    public static WindowPlace of(Optional<Bounds> kept, List<Rectangle2D> screens) {
        Rectangle2D screen = kept.flatMap(bounds -> shared(bounds, screens)).orElseGet(screens::getFirst);
        double leastWidth = Math.min(LEAST_WIDTH, screen.getWidth());
        double leastHeight = Math.min(LEAST_HEIGHT, screen.getHeight());
        double width = Math.clamp(
                kept.map(Bounds::width).orElse(Math.max(USUAL_WIDTH, screen.getWidth() * SHARE_OF_WIDTH)),
                leastWidth,
                screen.getWidth());
        double height = Math.clamp(
                kept.map(Bounds::height).orElse(Math.max(USUAL_HEIGHT, screen.getHeight() * SHARE_OF_HEIGHT)),
                leastHeight,
                screen.getHeight());
        // The screen on which it was is gone: it opens in the middle of the one there is.
        boolean there = kept.flatMap(bounds -> shared(bounds, screens)).isPresent();
        double x = there ? kept.get().x() : screen.getMinX() + (screen.getWidth() - width) / 2;
        double y = there ? kept.get().y() : screen.getMinY() + (screen.getHeight() - height) / 2;
        Bounds bounds = new Bounds(
                Math.clamp(x, screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(y, screen.getMinY(), screen.getMaxY() - height),
                width,
                height,
                kept.map(Bounds::maximized).orElse(false));
        return new WindowPlace(bounds, leastWidth, leastHeight);
    }

    /// The screen that has most of it.
    private static Optional<Rectangle2D> shared(Bounds bounds, List<Rectangle2D> screens) {
        return screens.stream()
                .filter(screen -> overlap(bounds, screen) > 0)
                .max(Comparator.comparingDouble(screen -> overlap(bounds, screen)));
    }

    private static double overlap(Bounds bounds, Rectangle2D screen) {
        double width = Math.min(bounds.x() + bounds.width(), screen.getMaxX()) - Math.max(bounds.x(), screen.getMinX());
        double height =
                Math.min(bounds.y() + bounds.height(), screen.getMaxY()) - Math.max(bounds.y(), screen.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }
}
