package io.devdoctor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A JSON value with the place where it stands.
public sealed interface JsonValue {
    /// From the first to behind the last character of the value, brackets and quotes included.
    Span span();

    record ObjectValue(List<Member> members, Span span) implements JsonValue {
        public ObjectValue {
            members = List.copyOf(members);
        }

        /// The member of that exact name; of several the last, which is what Go's and .NET's readers take.
        public Optional<JsonValue> get(String name) {
            return members.reversed().stream()
                    .filter(member -> member.name.equals(name))
                    .map(Member::value)
                    .findFirst();
        }

        /// As [#get], without regard to case, an exact match first.
        public Optional<JsonValue> getIgnoreCase(String name) {
            return get(name)
                    .or(() -> members.reversed().stream()
                            .filter(member -> member.name.equalsIgnoreCase(name))
                            .map(Member::value)
                            .findFirst());
        }
    }

    record ArrayValue(List<JsonValue> elements, Span span) implements JsonValue {
        public ArrayValue {
            elements = List.copyOf(elements);
        }

        /// The texts among the elements.
        public List<String> texts() {
            List<String> texts = new ArrayList<>();
            for (JsonValue element : elements) {
                element.text().ifPresent(texts::add);
            }
            return List.copyOf(texts);
        }
    }

    record TextValue(String content, Span span) implements JsonValue {}

    /// @param literal the number as written
    record NumberValue(String literal, Span span) implements JsonValue {}

    record BooleanValue(boolean content, Span span) implements JsonValue {}

    record NullValue(Span span) implements JsonValue {}

    /// A name and its value; `nameSpan` includes the quotes.
    record Member(String name, Span nameSpan, JsonValue value) {}

    /// The content if this is a text.
    default Optional<String> text() {
        return this instanceof TextValue(var content, var _) ? Optional.of(content) : Optional.empty();
    }

    default Optional<Boolean> bool() {
        return this instanceof BooleanValue(var content, var _) ? Optional.of(content) : Optional.empty();
    }

    /// The number if this is a whole one that fits 64 bits.
    default Optional<Long> integer() {
        if (!(this instanceof NumberValue(var literal, var _))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(literal));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// The texts of an array; empty for everything else.
    default List<String> texts() {
        return List.of();
    }

    /// What it is, as JSON calls it.
    default JsonType type() {
        return switch (this) {
            case ObjectValue _ -> JsonType.OBJECT;
            case ArrayValue _ -> JsonType.ARRAY;
            case TextValue _ -> JsonType.STRING;
            case NumberValue _ -> JsonType.NUMBER;
            case BooleanValue _ -> JsonType.BOOLEAN;
            case NullValue _ -> JsonType.NULL;
        };
    }
}
