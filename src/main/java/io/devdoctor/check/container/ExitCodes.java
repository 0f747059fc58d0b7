package io.devdoctor.check.container;

import io.devdoctor.check.DatedTable;
import java.util.Map;
import java.util.stream.Collectors;

/// What exit codes say by themselves: the table `exit-codes.csv`.
final class ExitCodes {
    private static final Map<Long, Code> CODES = DatedTable.rows("exit-codes.csv", 3).stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> Long.parseLong(row.getFirst()), row -> new Code(row.get(1), row.get(2))));
    private static final long UNSIGNED = 1L << 32;

    private ExitCodes() {}

    /// @param name of the signal or status, "" = none
    record Code(String kind, String name) {}

    /// Of no known code: `failed`.
    static Code of(long code) {
        return CODES.getOrDefault(code < 0 ? code + UNSIGNED : code, new Code("failed", ""));
    }

    /// Whether that is how a program ends that did its work or was asked to end.
    static boolean isOrderly(long code) {
        return of(code).kind().equals("stopped");
    }
}
