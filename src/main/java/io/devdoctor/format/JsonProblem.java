package io.devdoctor.format;

import java.util.List;
import java.util.Locale;

/// Something that keeps a JSON file from being read, or read as meant.
///
/// @param line 1-based; 0 when the whole file is meant
/// @param column 1-based, in UTF-16 units; 0 when the whole file is meant
/// @param arguments what [Kind] documents
public record JsonProblem(Kind kind, int line, int column, List<String> arguments) {
    public JsonProblem {
        arguments = List.copyOf(arguments);
    }

    public enum Kind {
        /// Larger than 16 MB, not parsed. Arguments: bytes.
        TOO_LARGE(true, false),
        /// Nothing but blanks. Docker's engine takes it as "no settings".
        EMPTY(false, false),
        /// NUL bytes: what a power loss leaves. Arguments: their number.
        NUL_BYTES(true, false),
        /// UTF-8 byte order mark: dockerd skips it, the docker program does not.
        MARK(false, true),
        /// UTF-16, with or without mark. Arguments: the encoding.
        UTF_16(true, true),
        /// Bytes that are not UTF-8.
        NOT_UTF_8(true, false),
        /// The outermost value is not an object. Arguments: its type.
        NOT_AN_OBJECT(true, false),
        /// Arguments: name, line of the first.
        DUPLICATE_NAME(false, false),

        /// A character of a Chinese keyboard layout outside of texts. Arguments: the character.
        FULL_WIDTH(true, true),
        /// A comma before `}` or `]`.
        TRAILING_COMMA(true, true),
        /// Arguments: how it begins.
        COMMENT(true, true),
        SINGLE_QUOTES(true, true),
        MISSING_COMMA(true, false),
        /// Arguments: the name or word so far.
        UNQUOTED(true, false),
        /// A backslash in a text that begins no JSON escape, as in `"C:\docker"`. Arguments: the character behind it.
        INVALID_ESCAPE(true, false),
        /// A text that ends with its line.
        UNCLOSED_TEXT(true, false),
        /// The file ends in the middle.
        TRUNCATED(true, false),
        /// Something behind the end.
        TRAILING_CONTENT(true, false),
        TOO_DEEP(true, false),
        /// Any other syntax error. Arguments: the character found.
        SYNTAX(true, false);

        private final boolean fatal;
        private final boolean repairable;

        Kind(boolean fatal, boolean repairable) {
            this.fatal = fatal;
            this.repairable = repairable;
        }

        /// Whether a strict reader of UTF-8 JSON gets nothing out of the file.
        public boolean fatal() {
            return fatal;
        }

        /// Whether [JsonEdit#repair()] may cure it.
        public boolean repairable() {
            return repairable;
        }
    }

    /// For people who read English, such as `trailing comma, line 2`.
    public String brief() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + (line == 0 ? "" : ", line " + line);
    }
}
