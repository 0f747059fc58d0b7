package io.devdoctor.check.container;

import io.devdoctor.check.DatedTable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What words of engines and programs mean: the table `container-causes.csv`.
final class Words {
    private static final List<Row> ROWS = DatedTable.rows("container-causes.csv", 3).stream()
            .map(row -> new Row(row.get(0), row.get(1), Pattern.compile(row.get(2), Pattern.CASE_INSENSITIVE)))
            .toList();

    private Words() {}

    /// @param where error, log, health
    private record Row(String cause, String where, Pattern pattern) {}

    /// @param detail what the row names, "" where it names nothing
    /// @param line   the one that says so
    record Meaning(String cause, String detail, String line) {}

    /// The first row of the table that fits one of the lines; of several lines the last.
    static Optional<Meaning> of(String where, List<String> lines) {
        for (Row row : ROWS) {
            if (!row.where().equals(where)) continue;
            for (String line : lines.reversed()) {
                Matcher matcher = row.pattern().matcher(line);
                if (matcher.find()) return Optional.of(new Meaning(row.cause(), detail(matcher), line));
            }
        }
        return Optional.empty();
    }

    private static String detail(Matcher matcher) {
        return matcher.groupCount() > 0 && matcher.group(1) != null
                ? matcher.group(1).strip()
                : "";
    }
}
