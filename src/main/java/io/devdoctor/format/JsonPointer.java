package io.devdoctor.format;

import io.devdoctor.format.JsonValue.ArrayValue;
import io.devdoctor.format.JsonValue.ObjectValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A JSON pointer (RFC 6901) in its parts.
record JsonPointer(List<String> parts) {
    /// Empty when `text` is no pointer: not blank and without `/` in front.
    static Optional<JsonPointer> of(String text) {
        if (text.isEmpty()) {
            return Optional.of(new JsonPointer(List.of()));
        }
        if (!text.startsWith("/")) {
            return Optional.empty();
        }
        return Optional.of(new JsonPointer(Arrays.stream(text.substring(1).split("/", -1))
                .map(part -> part.replace("~1", "/").replace("~0", "~"))
                .toList()));
    }

    boolean isRoot() {
        return parts.isEmpty();
    }

    JsonPointer parent() {
        return new JsonPointer(parts.subList(0, parts.size() - 1));
    }

    String last() {
        return parts.getLast();
    }

    Optional<JsonValue> in(JsonValue root) {
        Optional<JsonValue> value = Optional.of(root);
        for (String part : parts) {
            value = value.flatMap(parent -> child(parent, part));
        }
        return value;
    }

    private static Optional<JsonValue> child(JsonValue parent, String part) {
        return switch (parent) {
            case ObjectValue object -> object.get(part);
            case ArrayValue(var elements, var _) -> {
                int index = index(part);
                yield index >= 0 && index < elements.size() ? Optional.of(elements.get(index)) : Optional.empty();
            }
            case JsonValue.TextValue _, JsonValue.NumberValue _, JsonValue.BooleanValue _, JsonValue.NullValue _ ->
                Optional.empty();
        };
    }

    /// The index a part names, -1 when it names none.
    static int index(String part) {
        return part.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(part) : -1;
    }
}
