package io.devdoctor.format.dockerfile;

import io.devdoctor.format.EditResult;
import io.devdoctor.format.EditResult.Reason;
import io.devdoctor.format.Newline;
import io.devdoctor.format.Span;
import io.devdoctor.format.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Edits of a Dockerfile, collected against one reading of it and applied together, each touching nothing but its own
/// bytes: comments, blanks, line ends, order and the byte order mark stay. New lines end as the file's do.
/// Immutable. Refused where the bytes are no UTF-8, or where two edits touch the same bytes.
public final class DockerfileEdit {
    private static final int MARK = 3;

    private final byte[] bytes;
    private final List<Change> changes;
    private final boolean swallowed;

    private record Change(Span span, String text) {}

    DockerfileEdit(byte[] bytes) {
        this(bytes, List.of(), false);
    }

    private DockerfileEdit(byte[] bytes, List<Change> changes, boolean swallowed) {
        this.bytes = bytes;
        this.changes = changes;
        this.swallowed = swallowed;
    }

    /// Replaces bytes of the file, counted as in [Dockerfile]; LF in the text becomes the file's line end.
    public DockerfileEdit replace(Span span, String text) {
        List<Change> all = new ArrayList<>(changes);
        all.add(new Change(span, text));
        return new DockerfileEdit(bytes, List.copyOf(all), swallowed);
    }

    /// A whole instruction, its continued lines and heredocs included.
    public DockerfileEdit replace(Instruction instruction, String text) {
        return replace(instruction.span(), text);
    }

    /// New lines, each without its end, before the line on which the instruction begins, behind the comments above it.
    public DockerfileEdit insertBefore(Instruction instruction, String... lines) {
        int start = lineStart(instruction.span().start());
        return replace(new Span(start, start), String.join("\n", lines) + "\n");
    }

    /// New lines, each without its end, behind the last line of the instruction. Refused where that line asks to be
    /// continued, as the last one of a file may: the new ones would become part of it.
    public DockerfileEdit insertAfter(Instruction instruction, String... lines) {
        int end = lineEnd(instruction.span().end());
        boolean ended = end > 0 && content(end - 1) == '\n';
        String text = String.join("\n", lines);
        DockerfileEdit edit = replace(new Span(end, end), ended ? text + "\n" : "\n" + text);
        return swallows(end) ? new DockerfileEdit(bytes, edit.changes, true) : edit;
    }

    /// Whether an instruction put behind the first `end` bytes would not be read as one.
    private boolean swallows(int end) {
        byte[] before = Arrays.copyOf(bytes, mark() + end);
        byte[] probe = "\nARG X\n".getBytes(StandardCharsets.UTF_8);
        byte[] after = Arrays.copyOf(before, before.length + probe.length);
        System.arraycopy(probe, 0, after, before.length, probe.length);
        int count = Dockerfile.parse(before).instructions().size();
        return Dockerfile.parse(after).instructions().size() <= count;
    }

    /// Removes whole lines; the comments above stay.
    public DockerfileEdit remove(Instruction instruction) {
        Span span = instruction.span();
        return replace(new Span(lineStart(span.start()), lineEnd(span.end())), "");
    }

    /// Removes a span and the blanks before it, such as a flag.
    public DockerfileEdit removeWord(Span span) {
        int start = span.start();
        while (start > 0 && (content(start - 1) == ' ' || content(start - 1) == '\t')) start--;
        return replace(new Span(start, span.end()), "");
    }

    public EditResult result() {
        if (changes.isEmpty()) return new EditResult.Refused(Reason.NO_EFFECT, "");
        TextEncoding encoding = TextEncoding.of(bytes);
        if (!encoding.isUtf8()) return new EditResult.Refused(Reason.ENCODING, encoding.name());
        if (swallowed) return new EditResult.Refused(Reason.NO_EFFECT, "");
        List<Change> ordered = changes.stream()
                .sorted(Comparator.comparingInt((Change change) -> change.span().start()))
                .toList();
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).span().start() < ordered.get(i - 1).span().end()) {
                return new EditResult.Refused(Reason.AMBIGUOUS, ordered.get(i).text());
            }
        }
        return new EditResult.Edited(applied(ordered));
    }

    private byte[] applied(List<Change> ordered) {
        String newline = Newline.dominant(bytes, Newline.LF).text();
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 256);
        int done = 0;
        for (Change change : ordered) {
            out.write(bytes, done, mark() + change.span().start() - done);
            out.writeBytes(change.text().replace("\n", newline).getBytes(StandardCharsets.UTF_8));
            done = mark() + change.span().end();
        }
        out.write(bytes, done, bytes.length - done);
        return out.toByteArray();
    }

    private int mark() {
        return DockerfileReader.isMarked(bytes) ? MARK : 0;
    }

    private byte content(int at) {
        return bytes[mark() + at];
    }

    private int lineStart(int at) {
        int start = at;
        while (start > 0 && content(start - 1) != '\n') start--;
        return start;
    }

    /// Behind the LF.
    private int lineEnd(int at) {
        int end = at;
        while (end < bytes.length - mark()) {
            if (content(end++) == '\n') break;
        }
        return end;
    }
}
