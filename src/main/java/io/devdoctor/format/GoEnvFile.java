package io.devdoctor.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The file that `go env -w` writes: `NAME=value` lines, of which the last of a name counts (cmd/go, readEnvFile).
/// Lines that do not begin with a capital letter are ignored by Go, and kept by every edit.
public record GoEnvFile(List<Entry> entries) {
    public GoEnvFile {
        entries = List.copyOf(entries);
    }

    /// @param line counts from 1
    public record Entry(String name, String value, int line) {}

    public static GoEnvFile parse(byte[] bytes) {
        List<Entry> entries = new ArrayList<>();
        LineIndex lines = new LineIndex(bytes);
        for (int line = 1; line <= lines.count(); line++) {
            String text = text(bytes, lines, line);
            int equals = text.indexOf('=');
            if (equals < 1 || text.charAt(0) < 'A' || text.charAt(0) > 'Z') continue;
            entries.add(new Entry(
                    text.substring(0, equals), text.substring(equals + 1).strip(), line));
        }
        return new GoEnvFile(entries);
    }

    /// The entry that counts.
    public Optional<Entry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).reduce((_, last) -> last);
    }

    /// The file without any line of this name, every other byte as it was.
    public static byte[] without(byte[] bytes, String name) {
        LineIndex lines = new LineIndex(bytes);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (int line = 1; line <= lines.count(); line++) {
            if (text(bytes, lines, line).startsWith(name + "=")) continue;
            kept.write(bytes, lines.start(line), lines.end(line) - lines.start(line));
        }
        return kept.toByteArray();
    }

    private static String text(byte[] bytes, LineIndex lines, int line) {
        int start = lines.start(line);
        return new String(bytes, start, lines.textEnd(line) - start, StandardCharsets.UTF_8);
    }
}
