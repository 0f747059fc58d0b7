package io.devdoctor.check.wsl;

import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Version;
import java.util.List;

/// A row of the dated table of releases, `wsl-releases.csv`.
sealed interface KnownRelease {
    List<KnownRelease> ALL = DatedTable.rows("wsl-releases.csv", 5).stream()
            .map(KnownRelease::of)
            .toList();

    /// Fails on one build of Windows, from a revision on.
    ///
    /// @param windows build and first revision, for example `26200.9445`
    record Bad(Version release, String windows, String curedBy, String reference) implements KnownRelease {}

    /// The oldest one that a Docker Desktop, from release `desktop` on, works with.
    record Least(Version release, Version desktop, String curedBy) implements KnownRelease {}

    private static KnownRelease of(List<String> row) {
        return switch (row.get(0)) {
            case "bad" -> new Bad(Version.of(row.get(1)), row.get(2), row.get(3), row.get(4));
            case "least" -> new Least(Version.of(row.get(1)), Version.of(row.get(2)), row.get(3));
            default -> throw new IllegalStateException("no such kind: " + row);
        };
    }
}
