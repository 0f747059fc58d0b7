package io.devdoctor.probe;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.EngineApi.EngineReply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers of the engine as JSON trees. Members that are missing or of another type never break the rest; an answer
/// that is an error, a web page or cut in the middle is never taken for a document.
final class EngineJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int EXCERPT = 200;
    private static final int OK = 200;

    private EngineJson() {}

    /// The document; Unknown(FAILED) with status and message for an error, Unknown(UNREADABLE) for no JSON.
    static Reading<JsonNode> document(Reading<EngineReply> reply) {
        return reply.flatMap((answer, source) -> answer.status() == OK
                ? parsed(answer.body(), source)
                : new Reading.Unknown<>(
                        Reading.Cause.FAILED, "HTTP " + answer.status() + ": " + message(answer), source));
    }

    private static Reading<JsonNode> parsed(Bytes body, Source source) {
        try {
            return new Reading.Known<>(tree(body), source);
        } catch (JacksonException | IllegalArgumentException _) {
            return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no JSON: " + excerpt(body), source);
        }
    }

    /// @throws IllegalArgumentException if these are not the bytes of a JSON object or array
    static JsonNode tree(Bytes bytes) {
        JsonNode tree = MAPPER.readTree(bytes.toArray());
        if (!tree.isContainer()) throw new IllegalArgumentException("not a JSON document: " + excerpt(bytes));
        return tree;
    }

    /// The first characters of a body, without line ends.
    static String excerpt(Bytes body) {
        String text = new String(body.toArray(), StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
        return text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
    }

    static String text(JsonNode node, String name) {
        return node.path(name).stringValue("");
    }

    static long number(JsonNode node, String name, long otherwise) {
        JsonNode value = node.path(name);
        return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : otherwise;
    }

    static int integer(JsonNode node, String name, int otherwise) {
        JsonNode value = node.path(name);
        return value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : otherwise;
    }

    static boolean truth(JsonNode node, String name) {
        return node.path(name).booleanValue(false);
    }

    static List<String> texts(JsonNode array) {
        return array.values().stream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    /// A number that means something only if it was sent and is positive.
    static Reading<Long> amount(JsonNode node, String name, Source source) {
        long value = number(node, name, 0);
        return value <= 0
                ? new Reading.Unknown<>(
                        Reading.Cause.UNREADABLE, "no " + name + " in the answer", source.at(" : " + name))
                : new Reading.Known<>(value, source.at(" : " + name));
    }

    private static String message(EngineReply answer) {
        try {
            String message = text(tree(answer.body()), "message");
            return message.isEmpty() ? excerpt(answer.body()) : message;
        } catch (RuntimeException e) {
            return excerpt(answer.body());
        }
    }
}
