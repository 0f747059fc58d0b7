package io.devdoctor.desktop.model;

import io.devdoctor.check.Area;

/// What the middle of the window shows.
public sealed interface Page {
    record Overview() implements Page {}

    record OfArea(Area area) implements Page {}

    record Changes() implements Page {}
}
