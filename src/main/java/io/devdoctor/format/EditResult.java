package io.devdoctor.format;

/// The outcome of a pure edit: new bytes, or the reason why the file is better left alone.
public sealed interface EditResult {
    /// The whole new content of the file.
    record Edited(byte[] bytes) implements EditResult {}

    /// Nothing was done. `detail` is what the reason is about (a key, a value, a line number), not a sentence.
    record Refused(Reason reason, String detail) implements EditResult {}

    enum Reason {
        /// The file's encoding is one its reader ignores or that cannot be edited byte by byte.
        ENCODING,
        /// The file has a syntax error that must be repaired first.
        SYNTAX,
        /// There is no such line, key, element or parent.
        NOT_FOUND,
        /// The name, value or literal cannot be written in this format.
        NOT_WRITABLE,
        /// More than one reading of the file is possible.
        AMBIGUOUS,
        /// The edit was tried and its outcome would not be read as intended.
        NO_EFFECT
    }

    /// The new content.
    ///
    /// @throws IllegalStateException if the edit was refused
    default byte[] bytes() {
        return switch (this) {
            case Edited edited -> edited.bytes;
            case Refused(var reason, var detail) ->
                throw new IllegalStateException("edit refused: " + reason + " " + detail);
        };
    }
}
