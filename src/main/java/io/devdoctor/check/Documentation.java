package io.devdoctor.check;

import java.util.List;
import java.util.Optional;

/// Where the makers of what a check looks at write about it.
public final class Documentation {
    private static final List<Row> ROWS = DatedTable.rows("documentation.csv", 2).stream()
            .map(row -> new Row(row.get(0), row.get(1)))
            .toList();

    private record Row(String prefix, String address) {}

    private Documentation() {}

    /// An https address; the first row that fits counts.
    public static Optional<String> of(String check) {
        return ROWS.stream()
                .filter(row -> check.startsWith(row.prefix()))
                .map(Row::address)
                .findFirst();
    }
}
