package io.devdoctor.report;

import java.util.List;

/// A picture as numbers and words: rows of bars on one scale from 0 to 1. Its rows say everything in words too.
///
/// @param figure one figure beside the title, "" = none
/// @param labels along the scale
public record Sketch(String title, String figure, List<Row> rows, List<Zone> zones, List<Label> labels) {
    public Sketch {
        rows = List.copyOf(rows);
        zones = List.copyOf(zones);
        labels = List.copyOf(labels);
    }

    /// @param style name of the verdict that colours it, "" = none
    /// @param dot   where a point stands; negative = none
    public record Row(String name, String value, String style, List<Bar> bars, double dot) {
        public Row {
            bars = List.copyOf(bars);
        }
    }

    /// @param look `room`, `used`, `full`, `limit`, `open`, `doubt`, `spare`, `docker`, `distro`, `other`, `stroke`
    public record Bar(double from, double to, String look) {}

    /// Where things break.
    public record Zone(double from, double to) {}

    /// A line across all rows and its words.
    ///
    /// @param advised whether it is a recommendation, not a mark of the scale
    public record Label(double at, String words, boolean advised) {}
}
