package io.devdoctor.format.compose;

import io.devdoctor.format.EditResult;
import io.devdoctor.format.EditResult.Reason;
import io.devdoctor.format.Span;
import io.devdoctor.format.TextEncoding;
import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeNode.Sequence;
import io.devdoctor.format.compose.ComposeNode.Style;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Changes of one Compose file, all counted by the places in it as it is now; each touches nothing but its own bytes:
/// comments, indentation, line ends, order and a byte order mark stay. Immutable; after a refusal the rest of the chain
/// does nothing and [#result()] tells the reason.
public final class ComposeEdit {
    private static final Pattern SAFE_PLAIN =
            Pattern.compile("[A-Za-z0-9_./](?:[A-Za-z0-9_./:@+=-]*[A-Za-z0-9_./@+=-])?");
    private static final Pattern ITEM_START = Pattern.compile("[ ]*-[ ]+");
    private static final String STANDARD_STEP = "  ";

    private record Splice(Span span, String text) {}

    private final YamlText text;
    private final byte[] content;
    private final byte[] before;
    private final List<Splice> splices;
    private final EditResult.@Nullable Refused refused;

    private ComposeEdit(byte[] before, YamlText text, List<Splice> splices, EditResult.@Nullable Refused refused) {
        this.before = before;
        this.text = text;
        this.content = text.utf8();
        this.splices = splices;
        this.refused = refused;
    }

    /// @param file as the places name it
    public static ComposeEdit of(String file, byte[] bytes) {
        YamlText text = YamlText.of(file, bytes);
        return new ComposeEdit(
                bytes.clone(),
                text,
                List.of(),
                text.encoding().isUtf8()
                        ? null
                        : new EditResult.Refused(
                                Reason.ENCODING, text.encoding().name()));
    }

    /// The new content.
    ///
    /// A file that would no longer be read, or two changes of the same bytes, are refused.
    public EditResult result() {
        if (refused != null) return refused;
        List<Splice> sorted = new ArrayList<>(splices);
        sorted.sort(Comparator.comparingInt((Splice splice) -> splice.span().start())
                .thenComparingInt(splice -> splice.span().end()));
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Splice splice : sorted) {
            if (splice.span().start() < at) return new EditResult.Refused(Reason.AMBIGUOUS, "");
            out.append(utf8(at, splice.span().start())).append(splice.text());
            at = splice.span().end();
        }
        out.append(utf8(at, content.length));
        byte[] after = marked(out.toString().getBytes(StandardCharsets.UTF_8));
        boolean sound = !YamlReader.read(text.file(), after).documents().isEmpty()
                || YamlReader.read(text.file(), before).documents().isEmpty();
        return sound ? new EditResult.Edited(after) : new EditResult.Refused(Reason.NO_EFFECT, "");
    }

    private String utf8(int from, int to) {
        return new String(content, from, to - from, StandardCharsets.UTF_8);
    }

    private byte[] marked(byte[] bytes) {
        if (text.encoding() != TextEncoding.UTF_8_BOM) return bytes;
        byte[] marked = new byte[bytes.length + 3];
        System.arraycopy(before, 0, marked, 0, 3);
        System.arraycopy(bytes, 0, marked, 3, bytes.length);
        return marked;
    }

    /// Writes another text in place of a scalar, with its quotes, or with double quotes where a bare one needs them.
    /// One
    /// that holds variables is refused: what they stand for is not what stands there.
    public ComposeEdit replace(Scalar scalar, String newText) {
        boolean plain = scalar.literal() && newText.lines().count() <= 1;
        if (!plain || elsewhere(scalar.place()) || isDecorated(scalar.place())) {
            return refuse(Reason.NOT_WRITABLE, newText);
        }
        return switch (scalar.style()) {
            case PLAIN ->
                splice(scalar.place().span(), SAFE_PLAIN.matcher(newText).matches() ? newText : quoted(newText));
            case SINGLE_QUOTED -> splice(scalar.place().span(), "'" + newText.replace("'", "''") + "'");
            case DOUBLE_QUOTED -> splice(scalar.place().span(), quoted(newText));
            case BLOCK -> refuse(Reason.NOT_WRITABLE, newText);
        };
    }

    /// Puts double quotes around a bare scalar.
    public ComposeEdit quote(Scalar scalar) {
        if (scalar.style() != Style.PLAIN || elsewhere(scalar.place()) || isDecorated(scalar.place())) {
            return refuse(Reason.NOT_WRITABLE, scalar.text());
        }
        Span span = scalar.place().span();
        return splice(span, quoted(utf8(span.start(), span.end())));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// Removes a key with its value, whole lines; a blank line that would be left at the top goes too.
    public ComposeEdit remove(Field field) {
        if (elsewhere(field.place())) return refuse(Reason.NOT_FOUND, field.name());
        int start = lineStart(field.place().span().start());
        int valueEnd = Math.max(
                field.place().span().end(), field.value().place().span().end());
        int end = lineEnd(valueEnd);
        boolean ownLine = utf8(start, field.place().span().start()).isBlank();
        String rest = utf8(valueEnd, Math.max(valueEnd, end)).strip();
        if (!ownLine || !(rest.isEmpty() || rest.startsWith("#"))) return refuse(Reason.NOT_WRITABLE, field.name());
        boolean top = start == 0 || utf8(lineStart(start - 1), start).isBlank();
        while (top && end < content.length && utf8(end, lineEnd(end)).isBlank()) end = lineEnd(end);
        return splice(new Span(start, end), "");
    }

    /// Adds lines at the end of a mapping in block form, indented as its keys are.
    ///
    /// @param lines indented among themselves by two blanks, which become the step of the file
    public ComposeEdit append(Mapping mapping, String... lines) {
        if (elsewhere(mapping.place()) || mapping.flow() || mapping.fields().isEmpty()) {
            return refuse(Reason.NOT_WRITABLE, String.join(" ", lines));
        }
        Field last = null;
        for (Field field : mapping.fields().values()) {
            boolean own = mapping.place().span().start() <= field.place().span().start()
                    && field.place().span().end() <= mapping.place().span().end();
            if (own && !elsewhere(field.place())) last = field;
        }
        if (last == null) return refuse(Reason.NOT_WRITABLE, String.join(" ", lines));
        int lineStart = lineStart(last.place().span().start());
        String indent = utf8(lineStart, last.place().span().start());
        if (!indent.isBlank()) indent = " ".repeat(indent.length());
        StringBuilder added = new StringBuilder();
        for (String line : lines) added.append(indent).append(stepped(line)).append(newline());
        return insertAfter(mapping.place().span().end(), added.toString());
    }

    /// Adds an item at the end of a list in block form.
    ///
    /// @param item as it is to be written
    public ComposeEdit append(Sequence sequence, String item) {
        if (elsewhere(sequence.place()) || sequence.flow() || sequence.items().isEmpty()) {
            return refuse(Reason.NOT_WRITABLE, item);
        }
        int first = sequence.items().getFirst().place().span().start();
        String start = utf8(lineStart(first), first);
        if (!ITEM_START.matcher(start).matches()) return refuse(Reason.NOT_WRITABLE, item);
        return insertAfter(sequence.place().span().end(), start + item + newline());
    }

    /// Makes a list of one name a mapping of that name to `line`, `key: value`.
    ///
    /// @param field whose value the list is
    public ComposeEdit toMapping(Field field, Scalar name, String line) {
        if (!(field.value() instanceof Sequence list) || elsewhere(list.place()) || !name.literal()) {
            return refuse(Reason.NOT_WRITABLE, field.name());
        }
        if (list.flow()) return splice(list.place().span(), "{" + name.text() + ": {" + line + "}}");
        int lineStart = lineStart(name.place().span().start());
        String before = utf8(lineStart, name.place().span().start());
        if (!ITEM_START.matcher(before).matches()) return refuse(Reason.NOT_WRITABLE, field.name());
        int keyStart = lineStart(field.place().span().start());
        int deeper = field.place().span().start() - keyStart + step().length();
        String indent = " ".repeat(Math.max(deeper, before.indexOf('-')));
        return splice(
                new Span(lineStart, name.place().span().end()),
                indent + name.text() + ":" + newline() + indent + step() + line);
    }

    private ComposeEdit insertAfter(int end, String added) {
        boolean lineEnded = end > 0 && content[end - 1] == '\n';
        int at = lineEnded ? end : lineEnd(end);
        boolean closed = at == 0 || content[at - 1] == '\n';
        return splice(
                new Span(at, at),
                closed
                        ? added
                        : newline()
                                + added.substring(0, added.length() - newline().length()));
    }

    private String stepped(String line) {
        int blanks = line.length() - line.stripLeading().length();
        return step().repeat(blanks / STANDARD_STEP.length()) + line.stripLeading();
    }

    /// The indentation of the first line that has one.
    private String step() {
        return text.text()
                .lines()
                .filter(line -> line.startsWith(" ") && !line.isBlank())
                .filter(line -> !line.strip().startsWith("#") && !line.strip().startsWith("-"))
                .map(line ->
                        line.substring(0, line.length() - line.stripLeading().length()))
                .findFirst()
                .orElse(STANDARD_STEP);
    }

    private String newline() {
        int first = text.text().indexOf('\n');
        return first > 0 && text.text().charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    private int lineStart(int offset) {
        int at = offset;
        while (at > 0 && content[at - 1] != '\n') at--;
        return at;
    }

    /// Behind the line end.
    private int lineEnd(int offset) {
        int at = offset;
        while (at < content.length && content[at] != '\n') at++;
        return Math.min(content.length, at + 1);
    }

    private boolean elsewhere(ComposePlace place) {
        return !place.file().equals(text.file()) || place.span().end() > content.length;
    }

    /// Whether an anchor or a tag stands before the value.
    private boolean isDecorated(ComposePlace place) {
        Span span = place.span();
        return span.length() > 0 && (content[span.start()] == '&' || content[span.start()] == '!');
    }

    private ComposeEdit splice(Span span, String replacement) {
        if (refused != null) return this;
        List<Splice> more = new ArrayList<>(splices);
        more.add(new Splice(span, replacement));
        return new ComposeEdit(before, text, more, null);
    }

    private ComposeEdit refuse(Reason reason, String detail) {
        return refused != null ? this : new ComposeEdit(before, text, splices, new EditResult.Refused(reason, detail));
    }
}
