package io.devdoctor.format;

import io.devdoctor.format.JsonProblem.Kind;
import io.devdoctor.format.JsonValue.ArrayValue;
import io.devdoctor.format.JsonValue.BooleanValue;
import io.devdoctor.format.JsonValue.Member;
import io.devdoctor.format.JsonValue.NullValue;
import io.devdoctor.format.JsonValue.NumberValue;
import io.devdoctor.format.JsonValue.ObjectValue;
import io.devdoctor.format.JsonValue.TextValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Builds the tree with its places from Jackson's token stream.
final class JsonTreeReader {
    private static final int DEEPEST = 200;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(JsonDocument.LARGEST)
                    .maxNameLength(JsonDocument.LARGEST)
                    .build())
            .build();

    private final byte[] content;
    private final LineIndex lines;
    private final List<JsonProblem> problems;

    JsonTreeReader(byte[] content, LineIndex lines, List<JsonProblem> problems) {
        this.content = content;
        this.lines = lines;
        this.problems = problems;
    }

    Optional<JsonValue> read() {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), content)) {
            parser.nextToken();
            JsonValue root = value(parser);
            int behind = root.span().end();
            if (nextOrTrailing(parser, behind)) {
                problems.add(JsonDocument.at(lines, Kind.TRAILING_CONTENT, behind));
                return Optional.empty();
            }
            if (!(root instanceof ObjectValue)) {
                problems.add(JsonDocument.at(
                        lines,
                        Kind.NOT_AN_OBJECT,
                        root.span().start(),
                        root.type().name()));
            }
            return Optional.of(root);
        } catch (StreamConstraintsException e) {
            problems.add(JsonDocument.at(lines, Kind.TOO_DEEP, offset(e)));
        } catch (JacksonException e) {
            problems.add(new JsonDiagnosis(content, lines).of(offset(e)));
        }
        return Optional.empty();
    }

    /// A closing bracket too many and a word behind the end are the same to the reader of the file.
    private boolean nextOrTrailing(JsonParser parser, int behind) {
        try {
            return parser.nextToken() != null;
        } catch (JacksonException e) {
            if (JsonDiagnosis.isStray(content, behind)) {
                throw e;
            }
            return true;
        }
    }

    private int offset(JacksonException e) {
        long offset = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
        return Math.clamp(offset, 0, content.length);
    }

    private JsonValue value(JsonParser parser) {
        int start = start(parser);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, start);
            case START_ARRAY -> array(parser, start);
            case VALUE_STRING -> new TextValue(parser.getString(), new Span(start, textEnd(start)));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                String literal = parser.getString();
                yield new NumberValue(literal, new Span(start, start + literal.length()));
            }
            case VALUE_TRUE -> new BooleanValue(true, new Span(start, start + 4));
            case VALUE_FALSE -> new BooleanValue(false, new Span(start, start + 5));
            case VALUE_NULL -> new NullValue(new Span(start, start + 4));
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("token " + token);
        };
    }

    private JsonValue object(JsonParser parser, int start) {
        List<Member> members = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int nameStart = start(parser);
            Integer first = seen.putIfAbsent(name, lines.lineOf(nameStart));
            if (first != null) {
                problems.add(JsonDocument.at(lines, Kind.DUPLICATE_NAME, nameStart, name, first.toString()));
            }
            Span nameSpan = new Span(nameStart, textEnd(nameStart));
            parser.nextToken();
            members.add(new Member(name, nameSpan, value(parser)));
        }
        return new ObjectValue(members, new Span(start, start(parser) + 1));
    }

    private JsonValue array(JsonParser parser, int start) {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return new ArrayValue(elements, new Span(start, start(parser) + 1));
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /// Behind the closing quote of the text that opens at `start`; Jackson knows where tokens begin, not where they
    /// end.
    private int textEnd(int start) {
        int at = start + 1;
        while (content[at] != '"') {
            at += content[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
