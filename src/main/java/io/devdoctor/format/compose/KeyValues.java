package io.devdoctor.format.compose;

import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeNode.Sequence;
import io.devdoctor.format.compose.ComposeNode.Style;
import java.util.LinkedHashMap;
import java.util.Map;

/// What may be written as a list or as a mapping.
final class KeyValues {
    private KeyValues() {}

    /// `- NAME=value` or `NAME: value` as a mapping; a name alone has the value null.
    static Mapping mapping(ComposeNode node) {
        return switch (node) {
            case Mapping mapping -> mapping;
            case Sequence sequence -> {
                Map<String, Field> fields = new LinkedHashMap<>();
                for (ComposeNode item : sequence.items()) {
                    if (item instanceof Scalar scalar) put(fields, scalar);
                }
                yield new Mapping(fields, sequence.flow(), sequence.tag(), sequence.place());
            }
            case Scalar scalar -> new Mapping(Map.of(), false, scalar.tag(), scalar.place());
        };
    }

    private static void put(Map<String, Field> fields, Scalar item) {
        int equals = item.text().indexOf('=');
        // A name that holds an unknown variable names nothing.
        if (!item.known() && (equals < 0 || item.text().substring(0, equals).contains("$"))) return;
        String name = equals < 0 ? item.text() : item.text().substring(0, equals);
        // Neither of the two stands in the file by itself, so that neither can be replaced by itself.
        Scalar key = new Scalar(name, item.style(), false, true, "", item.place());
        Scalar value = equals < 0
                ? new Scalar("", Style.PLAIN, "", item.place())
                : new Scalar(
                        item.text().substring(equals + 1), Style.DOUBLE_QUOTED, false, item.known(), "", item.place());
        fields.put(name, new Field(key, value));
    }

    /// A list of names as a mapping of them to nothing.
    static Mapping names(ComposeNode node) {
        if (node instanceof Mapping mapping) return mapping;
        Map<String, Field> fields = new LinkedHashMap<>();
        for (ComposeNode item : ComposeNode.items(node)) {
            if (item instanceof Scalar scalar) {
                fields.put(scalar.text(), new Field(scalar, new Scalar("", Style.PLAIN, "", scalar.place())));
            }
        }
        return new Mapping(fields, false, node.tag(), node.place());
    }

    /// A list of services to wait for as a mapping, with what the list means written out.
    static Mapping dependencies(ComposeNode node) {
        if (node instanceof Mapping mapping) return mapping;
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Field field : names(node).fields().values()) {
            Map<String, Field> meaning = new LinkedHashMap<>();
            meaning.put("condition", meant("condition", "service_started", field.place()));
            meaning.put("required", meant("required", "true", field.place()));
            fields.put(field.name(), new Field(field.key(), new Mapping(meaning, false, "", field.place())));
        }
        return new Mapping(fields, false, node.tag(), node.place());
    }

    /// It stands nowhere in the file.
    private static Field meant(String key, String value, ComposePlace place) {
        return new Field(
                new Scalar(key, Style.PLAIN, false, true, "", place),
                new Scalar(value, Style.PLAIN, false, true, "", place));
    }

    /// A text as a mapping of one key to it.
    static Mapping of(String key, ComposeNode node) {
        if (node instanceof Mapping mapping) return mapping;
        Scalar name = new Scalar(key, Style.PLAIN, "", node.place());
        return new Mapping(Map.of(key, new Field(name, node)), false, node.tag(), node.place());
    }
}
