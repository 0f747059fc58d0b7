package io.devdoctor.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table of what is known of releases, with its date: one row a line, fields between `|`, comments behind `#`.
/// What rests on a row alone is [Certainty#LIKELY].
public final class DatedTable {
    private DatedTable() {}

    /// The rows of `/io/devdoctor/check/<name>`.
    ///
    /// @throws IllegalStateException if the table is missing or a row has another number of fields
    public static List<List<String>> rows(String name, int fields) {
        try (InputStream in = DatedTable.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing");
            List<List<String>> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\\|", -1)))
                    .toList();
            for (List<String> row : rows) {
                if (row.size() != fields) throw new IllegalStateException(name + ": " + row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
