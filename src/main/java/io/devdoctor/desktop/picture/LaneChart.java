package io.devdoctor.desktop.picture;

import java.util.List;
import java.util.OptionalDouble;

/// Lanes on one scale, ready to be drawn. Places are shares of the scale: 0 is its left end, 1 its right.
///
/// @param zones shaded behind all lanes
/// @param marks lines across some lanes
record LaneChart(List<Lane> lanes, List<Tick> ticks, List<Zone> zones, List<Mark> marks) {
    LaneChart {
        lanes = List.copyOf(lanes);
        ticks = List.copyOf(ticks);
        zones = List.copyOf(zones);
        marks = List.copyOf(marks);
    }

    /// @param colour the style class of a verdict; of the bars, the dot and the value
    /// @param told   the lane in a sentence
    record Lane(String name, String value, String colour, List<Bar> bars, OptionalDouble dot, String told) {
        Lane {
            bars = List.copyOf(bars);
        }
    }

    /// @param styleClass how it is filled; drawn in order, later ones on top
    record Bar(double from, double to, String styleClass) {}

    /// @param major keeps its label where there is no room for all
    record Tick(double at, String label, boolean major) {}

    record Zone(double from, double to, String label) {}

    /// @param first, last the lanes that it crosses
    record Mark(double at, String label, int first, int last) {}
}
