package io.devdoctor.desktop.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Draws a [LaneChart]: names at the left, values at the right, the scale between them. Large ones have room for what
/// the zones, marks and ticks mean.
final class LanePane extends Pane {
    private static final double GAP = 10;
    private final LaneChart chart;
    private final Form form;
    private final boolean large;
    private final Telling telling;
    private final List<Region> zones = new ArrayList<>();
    private final List<Label> zoneLabels = new ArrayList<>();
    private final List<Region> grid = new ArrayList<>();
    private final List<Label> ticks = new ArrayList<>();
    private final List<LaneRow> rows = new ArrayList<>();
    private final List<Region> marks = new ArrayList<>();
    private final List<Label> markLabels = new ArrayList<>();
    private final List<LanePane> peers = new ArrayList<>();

    LanePane(LaneChart chart, Form form) {
        this.chart = chart;
        this.form = form;
        this.large = form == Form.LARGE;
        this.telling = new Telling(this, form);
        getStyleClass().add("lanes");
        chart.lanes().forEach(lane -> rows.add(LaneRow.of(lane, form)));
        rows.forEach(row -> telling.add(row.ground(), row.lane().told()));
        rows.forEach(row -> getChildren().add(row.ground()));
        chart.zones().forEach(zone -> zones.add(put(LaneRow.region("lane-zone"))));
        chart.ticks().forEach(_ -> grid.add(put(LaneRow.region("lane-grid"))));
        rows.forEach(row -> getChildren().addAll(row.bars()));
        chart.marks().forEach(_ -> marks.add(put(LaneRow.region("lane-mark"))));
        rows.forEach(row -> getChildren().addAll(row.dot()));
        rows.forEach(row -> getChildren().addAll(row.name(), row.value()));
        if (large) {
            chart.zones().forEach(zone -> zoneLabels.add(put(LaneRow.label(zone.label(), "lane-zone-label"))));
            chart.marks().forEach(mark -> markLabels.add(put(LaneRow.label(mark.label(), "lane-mark-label"))));
            chart.ticks().forEach(tick -> ticks.add(put(LaneRow.label(tick.label(), "lane-tick"))));
        }
    }

    Telling telling() {
        return telling;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return top() + rows.size() * step() + bottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return names(Double.MAX_VALUE) + values() + 2 * GAP + 100;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double left = names(getWidth()) + GAP;
        double right = Math.max(left + 20, getWidth() - values() - GAP);
        double end = top() + rows.size() * step();
        for (int i = 0; i < zones.size(); i++) {
            LaneChart.Zone zone = chart.zones().get(i);
            double from = x(zone.from(), left, right);
            zones.get(i).resizeRelocate(from, top(), x(zone.to(), left, right) - from, end - top());
        }
        DoubleUnaryOperator scale = share -> x(share, left, right);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).layout(top() + i * step(), step(), getWidth(), scale, left - GAP, values(), form);
        }
        layoutScale(left, right, end);
        layoutMarks(left, right);
        if (large) layoutZoneLabels(left, right);
    }

    private void layoutScale(double left, double right, double end) {
        for (int i = 0; i < grid.size(); i++) {
            double at = x(chart.ticks().get(i).at(), left, right);
            grid.get(i).resizeRelocate(Math.round(at), top(), 1, end - top() + (large ? 4 : 0));
        }
        if (!large) return;
        List<Label> placed = new ArrayList<>();
        for (boolean major : new boolean[] {true, false}) {
            for (int i = 0; i < ticks.size(); i++) {
                LaneChart.Tick tick = chart.ticks().get(i);
                if (tick.major() == major) place(ticks.get(i), x(tick.at(), left, right), end + 5, placed);
            }
        }
    }

    /// Unless another stands there.
    private void place(Label tick, double at, double y, List<Label> placed) {
        double width = tick.prefWidth(-1);
        double x = Math.clamp(at - width / 2, 0, Math.max(0, getWidth() - width));
        tick.setVisible(placed.stream()
                .noneMatch(
                        other -> x < other.getLayoutX() + other.getWidth() + 6 && other.getLayoutX() < x + width + 6));
        tick.resizeRelocate(x, y, width, tick.prefHeight(-1));
        if (tick.isVisible()) placed.add(tick);
    }

    private void layoutMarks(double left, double right) {
        for (int i = 0; i < marks.size(); i++) {
            LaneChart.Mark mark = chart.marks().get(i);
            double x = x(mark.at(), left, right);
            double y = large ? top() - 3 : top() + mark.first() * step();
            double to = top() + (mark.last() + 1) * step();
            marks.get(i).resizeRelocate(Math.round(x) - 1, y, 2, to - y);
            if (!large) continue;
            Label label = markLabels.get(i);
            double width = label.prefWidth(-1);
            double at = Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width));
            label.resizeRelocate(at, 0, width, label.prefHeight(-1));
        }
    }

    private void layoutZoneLabels(double left, double right) {
        for (int i = 0; i < zoneLabels.size(); i++) {
            LaneChart.Zone zone = chart.zones().get(i);
            Label label = zoneLabels.get(i);
            double width = Math.min(label.prefWidth(-1), (right - left) / zoneLabels.size() - 4);
            double middle = x((zone.from() + zone.to()) / 2, left, right);
            double at = Math.clamp(middle - width / 2, left, Math.max(left, right - width));
            label.resizeRelocate(at, 0, width, label.prefHeight(-1));
        }
    }

    private static double x(double share, double left, double right) {
        return left + Math.clamp(share, 0, 1) * (right - left);
    }

    private double top() {
        return large && !(zoneLabels.isEmpty() && markLabels.isEmpty()) ? line() + 5 : 0;
    }

    private double bottom() {
        return large && !ticks.isEmpty() ? line() + 5 : 0;
    }

    private double line() {
        return rows.isEmpty() ? 16 : rows.getFirst().name().prefHeight(-1);
    }

    private double step() {
        return Math.ceil(line()) + (large ? 10 : 3);
    }

    /// Puts the scales of both above each other.
    void alignWith(LanePane other) {
        peers.add(other);
        other.peers.add(this);
    }

    private double names(double width) {
        double widest = Math.max(
                widestName(),
                peers.stream().mapToDouble(LanePane::widestName).max().orElse(0));
        return Math.ceil(Math.min(widest, Math.max(70, width * 0.34)));
    }

    private double values() {
        double widest = Math.max(
                widestValue(),
                peers.stream().mapToDouble(LanePane::widestValue).max().orElse(0));
        return Math.ceil(widest);
    }

    private double widestName() {
        return rows.stream().mapToDouble(row -> row.name().prefWidth(-1)).max().orElse(0);
    }

    private double widestValue() {
        return rows.stream().mapToDouble(row -> row.value().prefWidth(-1)).max().orElse(0);
    }

    private <N extends Node> N put(N node) {
        node.setMouseTransparent(true);
        getChildren().add(node);
        return node;
    }
}
