package io.devdoctor.format;

import io.devdoctor.format.EditResult.Reason;
import io.devdoctor.format.JsonValue.ArrayValue;
import io.devdoctor.format.JsonValue.Member;
import io.devdoctor.format.JsonValue.ObjectValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// One edit of a parsed JSON file by byte spans.
final class JsonChange {
    private static final String STEP = "  ";

    private final JsonDocument document;
    private final byte[] content;
    private final String newline;

    JsonChange(JsonDocument document) {
        this.document = document;
        this.content = document.content();
        this.newline = Newline.dominant(content, Newline.LF).text();
    }

    EditResult remove(String pointer) {
        Optional<JsonPointer> path = JsonPointer.of(pointer).filter(p -> !p.isRoot());
        if (document.root().isEmpty()) {
            return new EditResult.Refused(Reason.SYNTAX, pointer);
        }
        Optional<JsonValue> parent =
                path.flatMap(p -> p.parent().in(document.root().get()));
        if (parent.isEmpty()) {
            return new EditResult.Refused(Reason.NOT_FOUND, pointer);
        }
        List<Span> children = children(parent.get());
        int index = index(parent.get(), path.get().last());
        if (index < 0 || index >= children.size()) {
            return new EditResult.Refused(Reason.NOT_FOUND, pointer);
        }
        return edited(cut(parent.get().span(), children, index), "");
    }

    EditResult set(String pointer, String literal) {
        Optional<JsonPointer> path = JsonPointer.of(pointer);
        if (path.isEmpty()
                || JsonDocument.parse(literal.getBytes(StandardCharsets.UTF_8))
                        .root()
                        .isEmpty()) {
            return new EditResult.Refused(Reason.NOT_WRITABLE, path.isEmpty() ? pointer : literal);
        }
        if (document.root().isEmpty()) {
            boolean blank = document.problems().stream().anyMatch(p -> p.kind() == JsonProblem.Kind.EMPTY);
            return blank
                    ? new JsonChange(JsonDocument.parse(("{}" + newline).getBytes(StandardCharsets.UTF_8)))
                            .set(pointer, literal)
                    : new EditResult.Refused(Reason.SYNTAX, pointer);
        }
        return set(path.get(), literal);
    }

    private EditResult set(JsonPointer path, String literal) {
        JsonValue root = document.root().orElseThrow();
        Optional<JsonValue> present = path.in(root);
        if (present.isPresent()) {
            return edited(present.get().span(), literal);
        }
        Optional<JsonValue> parent = path.parent().in(root);
        if (parent.isEmpty()) {
            return set(path.parent(), "{" + JsonText.quote(path.last()) + ": " + literal + "}");
        }
        return switch (parent.get()) {
            case ObjectValue object -> insert(object, children(object), name(object, path.last()) + literal);
            case ArrayValue array when path.last().equals("-") -> insert(array, children(array), literal);
            case ArrayValue _,
                    JsonValue.TextValue _,
                    JsonValue.NumberValue _,
                    JsonValue.BooleanValue _,
                    JsonValue.NullValue _ -> new EditResult.Refused(Reason.NOT_FOUND, path.last());
        };
    }

    private EditResult insert(JsonValue parent, List<Span> children, String text) {
        if (children.isEmpty()) {
            String outer = indentAt(parent.span().start());
            boolean inline = parent instanceof ArrayValue;
            return edited(
                    new Span(parent.span().start() + 1, parent.span().end() - 1),
                    inline ? text : newline + outer + step() + text + newline + outer);
        }
        Span last = children.getLast();
        int before = children.size() > 1
                ? children.get(children.size() - 2).end()
                : parent.span().start() + 1;
        String gap = text(before, last.start()).replaceFirst("^[ \t]*,", "");
        String separator = gap.isBlank() ? gap : " ";
        boolean tight = children.size() == 1 && separator.isEmpty();
        return edited(new Span(last.end(), last.end()), "," + (tight ? " " : separator) + text);
    }

    private String name(ObjectValue parent, String name) {
        String colon = ": ";
        if (!parent.members().isEmpty()) {
            Member last = parent.members().getLast();
            String between = text(last.nameSpan().end(), last.value().span().start());
            colon = between.matches("[ \t]*:[ \t]*") ? between : colon;
        }
        return JsonText.quote(name) + colon;
    }

    /// From a child to the next one, or from behind the child before; the whole inside when it is the only one.
    private static Span cut(Span parent, List<Span> children, int index) {
        if (children.size() == 1) {
            return new Span(parent.start() + 1, parent.end() - 1);
        }
        return index + 1 < children.size()
                ? new Span(children.get(index).start(), children.get(index + 1).start())
                : new Span(children.get(index - 1).end(), children.get(index).end());
    }

    private static List<Span> children(JsonValue parent) {
        return switch (parent) {
            case ObjectValue(var members, var _) ->
                members.stream()
                        .map(m ->
                                new Span(m.nameSpan().start(), m.value().span().end()))
                        .toList();
            case ArrayValue(var elements, var _) ->
                elements.stream().map(JsonValue::span).toList();
            case JsonValue.TextValue _, JsonValue.NumberValue _, JsonValue.BooleanValue _, JsonValue.NullValue _ ->
                List.of();
        };
    }

    /// Of duplicate names the last, which is the one that counts.
    private static int index(JsonValue parent, String part) {
        if (!(parent instanceof ObjectValue(var members, var _))) {
            return JsonPointer.index(part);
        }
        for (int i = members.size() - 1; i >= 0; i--) {
            if (members.get(i).name().equals(part)) {
                return i;
            }
        }
        return -1;
    }

    /// The indentation of the file's first indented line.
    private String step() {
        for (int line = 2; line <= Math.min(50, document.lineOf(content.length)); line++) {
            String text = document.line(line);
            if (!text.isBlank() && Character.isWhitespace(text.charAt(0))) {
                return text.substring(0, text.length() - text.stripLeading().length());
            }
        }
        return STEP;
    }

    private String indentAt(int offset) {
        String line = document.line(document.lineOf(offset));
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private String text(int start, int end) {
        return new String(content, start, end - start, StandardCharsets.UTF_8);
    }

    private EditResult edited(Span span, String text) {
        byte[] spliced = WslConfigEdit.splice(content, span, text);
        byte[] bytes = document.encoding() == TextEncoding.UTF_8_BOM ? TextEncoding.marked(spliced) : spliced;
        return JsonDocument.parse(bytes).root().isPresent()
                ? new EditResult.Edited(bytes)
                : new EditResult.Refused(Reason.NO_EFFECT, text);
    }
}
