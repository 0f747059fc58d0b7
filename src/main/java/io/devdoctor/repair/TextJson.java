package io.devdoctor.repair;

import io.devdoctor.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Texts in journal records: `{"key":…,"args":[{"size":123},{"word":"x"}]}`.
final class TextJson {
    private TextJson() {}

    static ObjectNode write(Text text) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("key", text.key());
        ArrayNode args = node.putArray("args");
        text.args().forEach(arg -> args.add(write(arg)));
        return node;
    }

    static Text read(JsonNode node) {
        return new Text(node.path("key").asString(""), args(node.path("args")));
    }

    private static ObjectNode write(Text.Arg arg) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (arg) {
            case Text.Arg.Word(String value) -> node.put("word", value);
            case Text.Arg.Count(long value) -> node.put("count", value);
            case Text.Arg.Size(long bytes) -> node.put("size", bytes);
            case Text.Arg.Span(Duration value) -> node.put("span", value.toString());
            case Text.Arg.Moment(Instant value) -> node.put("moment", value.toString());
            case Text.Arg.Share(double value) -> node.put("share", value);
            case Text.Arg.Nested(Text value) -> node.set("text", write(value));
            case Text.Arg.Several(var values) -> {
                ArrayNode several = node.putArray("several");
                values.forEach(value -> several.add(write(value)));
                yield node;
            }
        };
    }

    private static List<Text.Arg> args(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(TextJson::arg)
                .toList();
    }

    private static Text.Arg arg(JsonNode node) {
        String kind = node.propertyNames().stream().findFirst().orElse("");
        JsonNode value = node.path(kind);
        return switch (kind) {
            case "count" -> new Text.Arg.Count(value.asLong());
            case "size" -> new Text.Arg.Size(value.asLong());
            case "span" -> new Text.Arg.Span(Duration.parse(value.asString()));
            case "moment" -> new Text.Arg.Moment(Instant.parse(value.asString()));
            case "share" -> new Text.Arg.Share(value.asDouble());
            case "text" -> new Text.Arg.Nested(read(value));
            case "several" -> new Text.Arg.Several(args(value));
            default -> new Text.Arg.Word(value.asString(""));
        };
    }
}
