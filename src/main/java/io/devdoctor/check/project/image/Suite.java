package io.devdoctor.check.project.image;

import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Version;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A release of a distribution, by the name that tags of images give it.
///
/// @param name         `bookworm`
/// @param distribution `debian`
/// @param line         `12`
/// @param glibc        empty = not known
record Suite(String name, String distribution, String line, Optional<Version> glibc) {
    private static final List<Row> ROWS =
            DatedTable.rows("image-suites.csv", 5).stream().map(Row::new).toList();

    private record Row(Pattern word, Suite suite) {
        Row(List<String> cells) {
            this(
                    Pattern.compile("(^|[^a-z0-9])" + Pattern.quote(cells.getFirst()) + "($|[^a-z0-9])"),
                    new Suite(
                            cells.get(1).isEmpty() ? cells.getFirst() : cells.get(1),
                            cells.get(2),
                            cells.get(3),
                            Version.parse(cells.get(4))));
        }
    }

    static Optional<Suite> of(String name) {
        return ROWS.stream()
                .map(Row::suite)
                .filter(suite -> suite.name.equals(name))
                .findFirst();
    }

    /// The suite that a name and tag speak of: `node:22-bookworm-slim`, `gcr.io/distroless/static-debian12`.
    static Optional<Suite> named(String reference) {
        return ROWS.stream()
                .filter(row -> row.word.matcher(reference).find())
                .map(Row::suite)
                .findFirst();
    }
}
