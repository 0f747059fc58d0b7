package io.devdoctor.desktop.model;

import io.devdoctor.check.Area;

/// What the middle of the window shows.
public sealed interface Page {
    record Overview() implements Page {}

    record OfArea(Area area) implements Page {}

    /// One project folder: its findings file by file.
    ///
    /// @param folder as it is listed in the settings or in a recording
    record OfProject(String folder) implements Page {}

    record Changes() implements Page {}

    /// Earlier examinations, and what changed between two.
    record History() implements Page {}

    record Settings() implements Page {}

    /// One plan of all safe fixes: looked at, carried out, ended.
    record FixAll() implements Page {}

    /// Whether findings are listed on it.
    default boolean listsFindings() {
        return switch (this) {
            case Overview _, OfArea _ -> true;
            case OfProject _, Changes _, History _, Settings _, FixAll _ -> false;
        };
    }

    /// Whether the chosen finding is shown beside it.
    default boolean showsDetail() {
        return switch (this) {
            case Overview _, OfArea _, OfProject _, FixAll _ -> true;
            case Changes _, History _, Settings _ -> false;
        };
    }
}
