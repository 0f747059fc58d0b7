package io.devdoctor.desktop.model;

import io.devdoctor.check.Area;

/// What the middle of the window shows.
public sealed interface Page {
    record Overview() implements Page {}

    record OfArea(Area area) implements Page {}

    record Changes() implements Page {}

    /// One plan of all safe fixes: looked at, carried out, ended.
    record FixAll() implements Page {}

    /// Whether findings are listed on it.
    default boolean listsFindings() {
        return switch (this) {
            case Overview _, OfArea _ -> true;
            case Changes _, FixAll _ -> false;
        };
    }
}
