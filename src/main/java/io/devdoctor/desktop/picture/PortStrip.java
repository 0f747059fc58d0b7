package io.devdoctor.desktop.picture;

import io.devdoctor.examination.picture.PortPicture;
import io.devdoctor.examination.picture.PortScale;
import io.devdoctor.machine.Network.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The line of all ports: what Windows withholds is shaded, who listens is a stroke.
final class PortStrip extends Pane {
    private static final double HEIGHT = 16;
    private final boolean large;
    private final Region ground = region("port-ground");
    private final List<Span> spans = new ArrayList<>();
    private final List<Stroke> strokes = new ArrayList<>();
    private final List<Label> ticks = new ArrayList<>();

    private record Span(PortRange range, Region region) {}

    private record Stroke(int port, Region region) {}

    /// @param disputed the colour of a port about which there is a complaint
    PortStrip(PortPicture ports, IntFunction<Optional<String>> disputed, Form form) {
        large = form == Form.LARGE;
        getStyleClass().add("port-strip");
        getChildren().add(ground);
        ports.dynamic().ifPresent(range -> span(new PortRange(range.start(), range.last(), false), "port-dynamic"));
        ports.kept().forEach(range -> span(range, "port-kept"));
        ports.reserved().forEach(range -> span(range, "port-reserved"));
        for (PortPicture.Owner owner : ports.owners().reversed()) {
            for (PortPicture.Port port : owner.ports()) {
                stroke(port.number(), disputed.apply(port.number()), styleClass(owner.kind()));
            }
        }
        if (!large) return;
        for (int port : PortScale.ticks()) {
            Label tick = new Label(String.valueOf(port));
            tick.getStyleClass().add("lane-tick");
            ticks.add(tick);
            getChildren().add(tick);
        }
    }

    static String styleClass(PortPicture.Kind kind) {
        return "port-" + kind.name().toLowerCase(Locale.ROOT);
    }

    private void span(PortRange range, String styleClass) {
        Region region = region(styleClass);
        spans.add(new Span(range, region));
        getChildren().add(region);
    }

    private void stroke(int port, Optional<String> complaint, String kind) {
        Region region = region("port-stroke", kind);
        complaint.ifPresent(colour -> region.getStyleClass().addAll("disputed", colour));
        strokes.add(new Stroke(port, region));
        getChildren().add(region);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return band() + (ticks.isEmpty() ? 0 : ticks.getFirst().prefHeight(-1) + 3);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    private double band() {
        return large ? 2 * HEIGHT : HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        ground.resizeRelocate(0, 0, getWidth(), band());
        for (Span span : spans) {
            double from = x(span.range().first());
            span.region().resizeRelocate(from, 0, Math.max(2, x(span.range().last()) - from), band());
        }
        for (Stroke stroke : strokes) {
            stroke.region().resizeRelocate(Math.min(x(stroke.port()), getWidth() - 3) - 1, 2, 3, band() - 4);
        }
        double free = -1;
        for (int i = 0; i < ticks.size(); i++) {
            Label tick = ticks.get(i);
            double width = tick.prefWidth(-1);
            double at = Math.clamp(x(PortScale.ticks().get(i)) - width / 2, 0, Math.max(0, getWidth() - width));
            tick.setVisible(at >= free);
            if (tick.isVisible()) free = at + width + 8;
            tick.resizeRelocate(at, band() + 3, width, tick.prefHeight(-1));
        }
    }

    private double x(int port) {
        return PortScale.place(port) * getWidth();
    }

    private static Region region(String... styleClasses) {
        Region region = new Region();
        region.getStyleClass().addAll(styleClasses);
        region.setMouseTransparent(true);
        return region;
    }
}
