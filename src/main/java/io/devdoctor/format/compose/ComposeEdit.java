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

    private record Splice(Span span, String text) {}

    private final YamlText text;
    private final YamlLines lines;
    private final byte[] before;
    private final List<Splice> splices;
    private final EditResult.@Nullable Refused refused;

    private ComposeEdit(byte[] before, YamlText text, List<Splice> splices, EditResult.@Nullable Refused refused) {
        this.before = before;
        this.text = text;
        this.lines = new YamlLines(text);
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
            out.append(lines.between(at, splice.span().start())).append(splice.text());
            at = splice.span().end();
        }
        out.append(lines.between(at, lines.length()));
        byte[] after = marked(out.toString().getBytes(StandardCharsets.UTF_8));
        boolean sound = !YamlReader.read(text.file(), after).documents().isEmpty()
                || YamlReader.read(text.file(), before).documents().isEmpty();
        return sound ? new EditResult.Edited(after) : new EditResult.Refused(Reason.NO_EFFECT, "");
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
        return splice(span, quoted(lines.between(span.start(), span.end())));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// Removes a key with its value, whole lines; a blank line that would be left at the top goes too.
    public ComposeEdit remove(Field field) {
        if (elsewhere(field.place())) return refuse(Reason.NOT_FOUND, field.name());
        int start = lines.start(field.place().span().start());
        int valueEnd = Math.max(
                field.place().span().end(), field.value().place().span().end());
        int end = lines.end(valueEnd);
        boolean ownLine = lines.between(start, field.place().span().start()).isBlank();
        String rest = lines.between(valueEnd, Math.max(valueEnd, end)).strip();
        if (!ownLine || !(rest.isEmpty() || rest.startsWith("#"))) return refuse(Reason.NOT_WRITABLE, field.name());
        boolean top = start == 0 || lines.between(lines.start(start - 1), start).isBlank();
        while (top && end < lines.length() && lines.between(end, lines.end(end)).isBlank()) end = lines.end(end);
        return splice(new Span(start, end), "");
    }

    /// Adds lines at the end of a mapping in block form, indented as its keys are.
    ///
    /// @param wanted indented among themselves by two blanks, which become the step of the file
    public ComposeEdit append(Mapping mapping, String... wanted) {
        if (elsewhere(mapping.place()) || mapping.flow() || mapping.fields().isEmpty()) {
            return refuse(Reason.NOT_WRITABLE, String.join(" ", wanted));
        }
        Field last = null;
        for (Field field : mapping.fields().values()) {
            boolean own = mapping.place().span().start() <= field.place().span().start()
                    && field.place().span().end() <= mapping.place().span().end();
            if (own && !elsewhere(field.place())) last = field;
        }
        if (last == null) return refuse(Reason.NOT_WRITABLE, String.join(" ", wanted));
        int lineStart = lines.start(last.place().span().start());
        String indent = lines.between(lineStart, last.place().span().start());
        if (!indent.isBlank()) indent = " ".repeat(indent.length());
        StringBuilder added = new StringBuilder();
        for (String line : wanted)
            added.append(indent).append(lines.stepped(line)).append(lines.newline());
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
        String start = lines.between(lines.start(first), first);
        if (!ITEM_START.matcher(start).matches()) return refuse(Reason.NOT_WRITABLE, item);
        return insertAfter(sequence.place().span().end(), start + item + lines.newline());
    }

    /// Makes a list of one name a mapping of that name to `line`, `key: value`.
    ///
    /// @param field whose value the list is
    public ComposeEdit toMapping(Field field, Scalar name, String line) {
        if (!(field.value() instanceof Sequence list) || elsewhere(list.place()) || !name.literal()) {
            return refuse(Reason.NOT_WRITABLE, field.name());
        }
        if (list.flow()) return splice(list.place().span(), "{" + name.text() + ": {" + line + "}}");
        int lineStart = lines.start(name.place().span().start());
        String before = lines.between(lineStart, name.place().span().start());
        if (!ITEM_START.matcher(before).matches()) return refuse(Reason.NOT_WRITABLE, field.name());
        int keyStart = lines.start(field.place().span().start());
        int deeper = field.place().span().start() - keyStart + lines.step().length();
        String indent = " ".repeat(Math.max(deeper, before.indexOf('-')));
        return splice(
                new Span(lineStart, name.place().span().end()),
                indent + name.text() + ":" + lines.newline() + indent + lines.step() + line);
    }

    private ComposeEdit insertAfter(int end, String added) {
        boolean lineEnded = end > 0 && lines.at(end - 1) == '\n';
        int at = lineEnded ? end : lines.end(end);
        boolean closed = at == 0 || lines.at(at - 1) == '\n';
        return splice(
                new Span(at, at),
                closed
                        ? added
                        : lines.newline()
                                + added.substring(
                                        0, added.length() - lines.newline().length()));
    }

    private boolean elsewhere(ComposePlace place) {
        return !place.file().equals(text.file()) || place.span().end() > lines.length();
    }

    /// Whether an anchor or a tag stands before the value.
    private boolean isDecorated(ComposePlace place) {
        Span span = place.span();
        return span.length() > 0 && (lines.at(span.start()) == '&' || lines.at(span.start()) == '!');
    }

    /// What was asked for already is done once; other changes of the same bytes are refused.
    private ComposeEdit splice(Span span, String replacement) {
        Splice splice = new Splice(span, replacement);
        if (refused != null || splices.contains(splice)) return this;
        boolean clash = splices.stream()
                .map(Splice::span)
                .anyMatch(other -> span.start() < other.end() && other.start() < span.end());
        if (clash) return refuse(Reason.AMBIGUOUS, replacement);
        List<Splice> more = new ArrayList<>(splices);
        more.add(splice);
        return new ComposeEdit(before, text, more, null);
    }

    /// Whether a change was refused, so that there is no outcome.
    public boolean isRefused() {
        return refused != null;
    }

    private ComposeEdit refuse(Reason reason, String detail) {
        return refused != null ? this : new ComposeEdit(before, text, splices, new EditResult.Refused(reason, detail));
    }
}
