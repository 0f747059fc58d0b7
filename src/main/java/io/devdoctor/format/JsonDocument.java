package io.devdoctor.format;

import io.devdoctor.format.JsonProblem.Kind;
import io.devdoctor.format.JsonValue.ObjectValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One of Docker's JSON files (daemon.json, settings-store.json, config.json) with the place of every value, and what
/// keeps it from being read. Any bytes are accepted; 16 MB and 200 levels at most are parsed.
public final class JsonDocument {
    static final int LARGEST = 16 << 20;

    private final TextEncoding encoding;
    private final byte[] content;
    private final LineIndex lines;
    private final Optional<JsonValue> root;
    private final List<JsonProblem> problems;

    private JsonDocument(
            TextEncoding encoding,
            byte[] content,
            LineIndex lines,
            Optional<JsonValue> root,
            List<JsonProblem> problems) {
        this.encoding = encoding;
        this.content = content;
        this.lines = lines;
        this.root = root;
        this.problems = List.copyOf(problems);
    }

    public static JsonDocument parse(byte[] bytes) {
        TextEncoding encoding = TextEncoding.of(bytes);
        byte[] content = decode(bytes, encoding);
        LineIndex lines = new LineIndex(content);
        List<JsonProblem> problems = new ArrayList<>();
        encodingProblem(encoding, problems);
        Optional<JsonValue> root = Optional.empty();
        int nul = firstNul(content);
        if (bytes.length > LARGEST) {
            problems.add(new JsonProblem(Kind.TOO_LARGE, 0, 0, List.of(Integer.toString(bytes.length))));
        } else if (nul >= 0) {
            problems.add(at(lines, Kind.NUL_BYTES, nul, Integer.toString(count(content, nul))));
        } else if (new String(content, StandardCharsets.UTF_8).isBlank()) {
            problems.add(new JsonProblem(Kind.EMPTY, 0, 0, List.of()));
        } else {
            root = new JsonTreeReader(content, lines, problems).read();
        }
        return new JsonDocument(encoding, content, lines, root, problems);
    }

    public static JsonEdit edit(byte[] bytes) {
        return new JsonEdit(bytes);
    }

    public TextEncoding encoding() {
        return encoding;
    }

    /// The outermost value; empty when a syntax error or the encoding keeps the file from being parsed, or it is blank.
    public Optional<JsonValue> root() {
        return root;
    }

    /// The outermost object; empty when there is none.
    public Optional<ObjectValue> object() {
        return root.flatMap(value -> value instanceof ObjectValue object ? Optional.of(object) : Optional.empty());
    }

    /// The value at a JSON pointer (RFC 6901) such as `/builder/gc/enabled`; `""` is the root.
    public Optional<JsonValue> value(String pointer) {
        return JsonPointer.of(pointer).flatMap(path -> root.flatMap(path::in));
    }

    /// The member of the outermost object with that name, in any case.
    public Optional<JsonValue> memberIgnoreCase(String name) {
        return object().flatMap(members -> members.getIgnoreCase(name));
    }

    /// Encoding first, then in the order of the file. At most one syntax error: nothing behind it is known.
    public List<JsonProblem> problems() {
        return problems;
    }

    /// Whether a strict reader gets the settings; a blank file counts as readable.
    public boolean readable() {
        return problems.stream().noneMatch(problem -> problem.kind().fatal());
    }

    /// 1-based line of an offset such as `value.span().start()`.
    public int lineOf(int offset) {
        return lines.lineOf(offset);
    }

    /// 1-based column of an offset.
    public int columnOf(int offset) {
        return lines.columnOf(offset);
    }

    /// The text of a line without its end, for showing evidence.
    public String line(int number) {
        return lines.line(number).text();
    }

    /// UTF-8 without byte order mark.
    byte[] content() {
        return content;
    }

    static JsonProblem at(LineIndex lines, Kind kind, int offset, String... arguments) {
        return new JsonProblem(kind, lines.lineOf(offset), lines.columnOf(offset), List.of(arguments));
    }

    private static byte[] decode(byte[] bytes, TextEncoding encoding) {
        return switch (encoding) {
            case UTF_8, NOT_UTF_8 -> bytes.clone();
            case UTF_8_BOM -> Arrays.copyOfRange(bytes, encoding.markLength(), bytes.length);
            case UTF_16LE_BOM, UTF_16BE_BOM, UTF_16LE -> {
                int mark = encoding.markLength();
                yield new String(bytes, mark, bytes.length - mark, encoding.charset()).getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    private static void encodingProblem(TextEncoding encoding, List<JsonProblem> problems) {
        switch (encoding) {
            case UTF_8 -> {}
            case UTF_8_BOM -> problems.add(new JsonProblem(Kind.MARK, 0, 0, List.of()));
            case UTF_16LE_BOM, UTF_16BE_BOM, UTF_16LE ->
                problems.add(new JsonProblem(Kind.UTF_16, 0, 0, List.of(encoding.name())));
            case NOT_UTF_8 -> problems.add(new JsonProblem(Kind.NOT_UTF_8, 0, 0, List.of()));
        }
    }

    private static int firstNul(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            if (content[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int count(byte[] content, int from) {
        int count = 0;
        for (int i = from; i < content.length; i++) {
            count += content[i] == 0 ? 1 : 0;
        }
        return count;
    }
}
