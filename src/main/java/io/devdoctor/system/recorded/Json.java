package io.devdoctor.system.recorded;

import io.devdoctor.machine.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A place in a recording and how to get there, so that every complaint names the place.
///
/// All getters throw [Malformed].
record Json(JsonNode node, String path) {

    Json member(String name) {
        JsonNode found = node.get(name);
        return new Json(found == null ? MissingNode.getInstance() : found, path + "/" + name.replace("/", "~1"));
    }

    boolean has(String name) {
        return node.has(name);
    }

    boolean isMissing() {
        return node.isMissingNode();
    }

    boolean isNull() {
        return node.isNull();
    }

    String text() {
        if (!node.isString()) throw new Malformed(path, "text");
        return node.stringValue();
    }

    String text(String name, String otherwise) {
        return has(name) ? member(name).text() : otherwise;
    }

    long number() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) throw new Malformed(path, "number");
        return node.longValue();
    }

    long number(String name, long otherwise) {
        return has(name) ? member(name).number() : otherwise;
    }

    int whole(String name, int otherwise) {
        long value = number(name, otherwise);
        if (value != (int) value) throw new Malformed(path + "/" + name, "number");
        return (int) value;
    }

    boolean truth() {
        if (!node.isBoolean()) throw new Malformed(path, "boolean");
        return node.booleanValue();
    }

    boolean truth(String name) {
        return has(name) && member(name).truth();
    }

    Instant instant() {
        try {
            return Instant.parse(text());
        } catch (DateTimeParseException e) {
            throw new Malformed(path, "instant");
        }
    }

    Instant instant(String name, Instant otherwise) {
        return has(name) ? member(name).instant() : otherwise;
    }

    Duration millis() {
        return Duration.ofMillis(number("millis", 0));
    }

    List<Json> elements() {
        if (!node.isArray()) throw new Malformed(path, "list");
        List<Json> elements = new ArrayList<>();
        for (JsonNode element : node) elements.add(new Json(element, path + "/" + elements.size()));
        return elements;
    }

    /// The elements of a member, none if it is missing.
    List<Json> elements(String name) {
        return has(name) ? member(name).elements() : List.of();
    }

    List<String> texts() {
        return elements().stream().map(Json::text).toList();
    }

    Map<String, Json> members() {
        if (!node.isObject()) throw new Malformed(path, "object");
        Map<String, Json> members = new LinkedHashMap<>();
        node.properties().forEach(entry -> members.put(entry.getKey(), member(entry.getKey())));
        return members;
    }

    Map<String, String> textsByName() {
        Map<String, String> texts = new LinkedHashMap<>();
        members().forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    /// Bytes given as text in a charset, as base64, or (`text` being an object or a list) as compact JSON.
    Bytes content(String text, String base64, Charset charset) {
        if (has(base64)) {
            try {
                return Bytes.of(Base64.getDecoder().decode(member(base64).text().replaceAll("\\s", "")));
            } catch (IllegalArgumentException e) {
                throw new Malformed(path + "/" + base64, "base64");
            }
        }
        JsonNode value = member(text).node();
        if (value.isObject() || value.isArray()) return encode(value.toString(), charset, text);
        return has(text) ? encode(member(text).text(), charset, text) : Bytes.EMPTY;
    }

    Charset charset(String name, Charset otherwise) {
        try {
            return has(name) ? Charset.forName(member(name).text()) : otherwise;
        } catch (IllegalArgumentException e) {
            throw new Malformed(path + "/" + name, "charset");
        }
    }

    private Bytes encode(String text, Charset charset, String name) {
        try {
            ByteBuffer bytes = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return Bytes.of(exact);
        } catch (CharacterCodingException e) {
            throw new Malformed(path + "/" + name, "encodable");
        }
    }
}
