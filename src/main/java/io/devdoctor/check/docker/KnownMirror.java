package io.devdoctor.check.docker;

import io.devdoctor.check.DatedTable;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A mirror of which more is known than its answer tells. A hint, never a verdict by itself.
///
/// @param state `closed`, `campus`, `cloud`, `stale`
/// @param since year, or year and month
record KnownMirror(String host, String state, String since) {
    private static final List<KnownMirror> ALL = DatedTable.rows("registry-mirrors.csv", 3).stream()
            .map(row -> new KnownMirror(row.get(0), row.get(1), row.get(2)))
            .toList();

    /// @param url of the mirror as configured
    static Optional<KnownMirror> of(String url) {
        String host =
                url.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("[:/].*", "");
        return ALL.stream()
                .filter(known -> known.host().startsWith(".") ? host.endsWith(known.host()) : host.equals(known.host()))
                .findFirst();
    }

    boolean isStale() {
        return state.equals("stale");
    }

    Text words() {
        return Text.of("mirror.known." + state, since);
    }
}
