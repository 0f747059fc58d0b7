package io.devdoctor.format.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A `RUN --mount=…`, as far as its fields can be read.
///
/// @param type   bind, cache, tmpfs, secret or ssh
/// @param fields every `key=value`, keys lower-case, and words without `=` with an empty value
public record Mount(String type, List<Field> fields, Flag flag) {
    public Mount {
        fields = List.copyOf(fields);
    }

    public record Field(String key, String value) {}

    /// The path in the container; empty = none is named.
    public Optional<String> target() {
        return field("target").or(() -> field("dst")).or(() -> field("destination"));
    }

    public Optional<String> source() {
        return field("source").or(() -> field("src"));
    }

    public Optional<String> from() {
        return field("from");
    }

    public Optional<String> field(String key) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .map(Field::value)
                .findFirst();
    }

    static Mount of(Flag flag) {
        List<Field> fields = java.util.Arrays.stream(flag.value().split(","))
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .map(Mount::fieldOf)
                .toList();
        String type = fields.stream()
                .filter(field -> field.key().equals("type"))
                .map(field -> field.value().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("bind");
        return new Mount(type, fields, flag);
    }

    private static Field fieldOf(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Field(text.toLowerCase(Locale.ROOT), "")
                : new Field(text.substring(0, equals).toLowerCase(Locale.ROOT), text.substring(equals + 1));
    }
}
