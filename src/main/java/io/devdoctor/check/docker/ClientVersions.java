package io.devdoctor.check.docker;

import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Version;
import io.devdoctor.machine.ClientLibraries.Client;
import io.devdoctor.machine.ClientLibraries.Library;
import java.util.List;
import java.util.Optional;

/// Which versions of the API the releases of client libraries ask for, from a dated table.
final class ClientVersions {
    private static final List<Row> ROWS = DatedTable.rows("client-libraries.csv", 6).stream()
            .map(row -> new Row(
                    Client.valueOf(row.get(0)),
                    Version.of(row.get(1)),
                    Version.parse(row.get(2)),
                    Version.parse(row.get(3)),
                    row.get(4),
                    row.get(5)))
            .toList();

    private ClientVersions() {}

    /// @param cured  first release without; empty = all later ones
    /// @param newest that it asks for; empty = the engine decides
    /// @param least  `=`, `asked`, `?`, or the oldest version to which it goes down
    record Row(
            Client client,
            Version from,
            Optional<Version> cured,
            Optional<Version> newest,
            String least,
            String source) {

        private boolean admits(Library library) {
            if (client != library.client() || library.from().isEmpty()) return false;
            Version lowest = Version.of(library.from());
            if (library.from().equals(library.before())) {
                return !lowest.isBefore(from)
                        && cured.filter(end -> !lowest.isBefore(end)).isEmpty();
            }
            boolean endsBefore = cured.filter(end -> !lowest.isBefore(end)).isPresent();
            boolean beginsAfter = Version.parse(library.before())
                    .filter(end -> !from.isBefore(end))
                    .isPresent();
            return !endsBefore && !beginsAfter;
        }

        Speech with(EngineApis engine) {
            if (newest.isEmpty()) return Speech.FINE;
            Version asked = newest.get();
            if (engine.lowest().filter(asked::isBefore).isPresent()) {
                // A release after the table's date may ask for more.
                return cured.isPresent() ? Speech.TOO_OLD : Speech.UNJUDGED;
            }
            if (!engine.highest().isBefore(asked)) return Speech.FINE;
            return switch (least) {
                case "=" -> Speech.TOO_NEW;
                case "asked" -> Speech.PERHAPS_TOO_NEW;
                case "?" -> Speech.FINE;
                default -> engine.highest().isBefore(Version.of(least)) ? Speech.TOO_NEW : Speech.FINE;
            };
        }
    }

    /// How a library and an engine get along.
    enum Speech {
        FINE,
        TOO_OLD,
        TOO_NEW,
        /// It asks for a newer version than the engine has, and goes down only if the program tells it to.
        PERHAPS_TOO_NEW,
        /// The table does not know this version, or the project leaves it open.
        UNJUDGED
    }

    /// @param lowest, highest versions of the API that the engine speaks; the lowest may be untold
    record EngineApis(Optional<Version> lowest, Version highest) {
        boolean refuses(Version pinned) {
            return highest.isBefore(pinned) || lowest.filter(pinned::isBefore).isPresent();
        }
    }

    /// The rows of all versions that the project admits.
    static List<Row> rows(Library library) {
        return ROWS.stream().filter(row -> row.admits(library)).toList();
    }

    /// Ill only if every version that the project admits is; without an upper bound the newest one may be installed.
    static Speech speech(Library library, EngineApis engine) {
        List<Speech> all =
                rows(library).stream().map(row -> row.with(engine)).distinct().toList();
        if (all.isEmpty() || library.before().isEmpty() && !all.contains(Speech.FINE)) return Speech.UNJUDGED;
        return all.size() == 1 ? all.getFirst() : Speech.FINE;
    }

    /// The first later release that gets along with the engine.
    static Optional<Version> cure(Library library, EngineApis engine) {
        Version lowest = Version.of(library.from());
        return ROWS.stream()
                .filter(row -> row.client() == library.client() && lowest.isBefore(row.from()))
                .filter(row -> row.with(engine) == Speech.FINE)
                .map(Row::from)
                .min(Version::compareTo);
    }
}
