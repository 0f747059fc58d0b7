package io.devdoctor.format;

import java.util.List;

/// Something in the file that WSL ignores or misreads.
///
/// @param line 1-based; 0 when the whole file is meant
/// @param column 1-based, counted in UTF-16 units; 0 when the whole line is meant
/// @param arguments what [Kind] documents
public record WslConfigProblem(Kind kind, int line, int column, List<String> arguments) {
    public WslConfigProblem {
        arguments = List.copyOf(arguments);
    }

    /// What the problem costs.
    public enum Effect {
        /// WSL reads nothing of the file, or nothing from here on.
        FILE_LOST,
        /// WSL drops the line or the key; the default stays.
        LINE_LOST,
        /// WSL takes a value other than the one written.
        MISREAD,
        /// Worth knowing.
        NOTE
    }

    public enum Topic {
        ENCODING,
        SYNTAX,
        KEY
    }

    public enum Kind {
        /// UTF-16BE: the file is ignored.
        UTF_16BE(Topic.ENCODING, Effect.FILE_LOST),
        /// UTF-16LE without byte order mark: nothing is recognised.
        UTF_16_WITHOUT_MARK(Topic.ENCODING, Effect.FILE_LOST),
        /// UTF-16LE with byte order mark: read, but inbox WSL ignores it and WSL Settings would ruin it.
        UTF_16LE(Topic.ENCODING, Effect.NOTE),
        /// UTF-8 byte order mark: read, but breaks inbox WSL.
        UTF_8_MARK(Topic.ENCODING, Effect.NOTE),
        /// Byte order mark or UTF-16 in wsl.conf: the whole file is lost.
        MARK_IN_WSL_CONF(Topic.ENCODING, Effect.FILE_LOST),
        /// Bytes that are not UTF-8, outside values; line and column of the first.
        NOT_UTF_8(Topic.ENCODING, Effect.NOTE),
        /// Not UTF-8, and the last byte is non-ASCII without a line end: WSL's reader fails and the tail, or all, is
        /// lost.
        NOT_UTF_8_AT_END(Topic.ENCODING, Effect.FILE_LOST),
        /// NUL bytes. Arguments: their number.
        NUL_BYTES(Topic.ENCODING, Effect.NOTE),
        /// Nothing but NUL bytes, as a file is left whose content was not written before the power went. Arguments:
        /// their
        /// number.
        ONLY_ZEROS(Topic.ENCODING, Effect.FILE_LOST),
        /// Ctrl-Z (0x1A) ends the file here. Arguments: number of bytes behind it.
        CTRL_Z(Topic.ENCODING, Effect.FILE_LOST),
        /// wsl.conf with CRLF: older WSL ignored it, and a continued line breaks.
        CRLF_IN_WSL_CONF(Topic.ENCODING, Effect.NOTE),
        /// Arguments: size in bytes.
        VERY_LARGE(Topic.ENCODING, Effect.NOTE),

        /// Arguments: the character instead of a letter.
        INVALID_SECTION_NAME(Topic.SYNTAX, Effect.LINE_LOST),
        /// Arguments: the name so far, the character found (empty: end of line).
        EXPECTED_BRACKET(Topic.SYNTAX, Effect.LINE_LOST),
        /// Text behind `]`. Arguments: section, the character found.
        TEXT_AFTER_SECTION(Topic.SYNTAX, Effect.LINE_LOST),
        /// Arguments: the first character of the line.
        INVALID_KEY_NAME(Topic.SYNTAX, Effect.LINE_LOST),
        /// `;` does not begin a comment.
        SEMICOLON_COMMENT(Topic.SYNTAX, Effect.LINE_LOST),
        /// Arguments: the name so far, the character found (empty: end of line).
        EXPECTED_EQUALS(Topic.SYNTAX, Effect.LINE_LOST),
        /// Arguments: key.
        UNCLOSED_QUOTE(Topic.SYNTAX, Effect.LINE_LOST),
        /// Arguments: key, the escaped character (empty: end of file).
        INVALID_ESCAPE(Topic.SYNTAX, Effect.LINE_LOST),
        /// A path holds `\t`, `\n` or `\b`, which WSL reads as control characters without a word. Arguments: key, raw
        /// value, the letters.
        ESCAPE_IN_PATH(Topic.SYNTAX, Effect.MISREAD),
        /// A path ends in a backslash and swallows the next line. Arguments: key.
        SWALLOWED_LINE(Topic.SYNTAX, Effect.MISREAD),
        /// Letters beyond ASCII are destroyed in values of .wslconfig. Arguments: key, raw value.
        NON_ASCII_VALUE(Topic.SYNTAX, Effect.MISREAD),
        /// The value holds bytes that are not UTF-8. Arguments: key.
        NOT_UTF_8_VALUE(Topic.SYNTAX, Effect.MISREAD),
        /// A lone carriage return does not end a comment: what follows is lost.
        LONE_RETURN_IN_COMMENT(Topic.SYNTAX, Effect.LINE_LOST),
        /// wsl.conf: nothing behind the bad line is read. Arguments: number of lines lost.
        REST_LOST(Topic.SYNTAX, Effect.FILE_LOST),

        /// Arguments: key, line of the one that counts, its name, value here, value there.
        DUPLICATE_KEY(Topic.KEY, Effect.LINE_LOST),
        /// Arguments: key, section it belongs to (empty: none known).
        KEY_ABOVE_SECTION(Topic.KEY, Effect.LINE_LOST),
        /// Arguments: key, line of the bad header.
        KEY_AFTER_BAD_SECTION(Topic.KEY, Effect.LINE_LOST),
        /// Arguments: section, suggestion (may be empty).
        UNKNOWN_SECTION(Topic.KEY, Effect.LINE_LOST),
        /// Arguments: section.key, suggested section.key (may be empty).
        UNKNOWN_KEY(Topic.KEY, Effect.LINE_LOST),
        /// Right key, wrong section. Arguments: section.key, right section.
        MISPLACED_KEY(Topic.KEY, Effect.LINE_LOST),
        /// The key belongs to the other file. Arguments: section.key, `wsl.conf` or `.wslconfig`.
        OTHER_FILE(Topic.KEY, Effect.LINE_LOST),
        /// Arguments: section.key, version that removed it.
        REMOVED_KEY(Topic.KEY, Effect.LINE_LOST),
        /// Read, but does nothing any more. Arguments: section.key.
        INEFFECTIVE_KEY(Topic.KEY, Effect.NOTE),
        /// Works only with a cost. Arguments: section.key.
        DANGEROUS_VALUE(Topic.KEY, Effect.NOTE),
        /// Arguments: section.key, value.
        INVALID_BOOLEAN(Topic.KEY, Effect.LINE_LOST),
        /// Arguments: section.key, value.
        INVALID_INTEGER(Topic.KEY, Effect.LINE_LOST),
        /// Arguments: section.key, value, right spelling (may be empty).
        INVALID_SIZE(Topic.KEY, Effect.LINE_LOST),
        /// A bare number counts bytes. Arguments: section.key, value, probable intent such as `8GB`.
        SIZE_WITHOUT_UNIT(Topic.KEY, Effect.MISREAD),
        /// Arguments: section.key, value, valid values joined by `, `.
        INVALID_CHOICE(Topic.KEY, Effect.LINE_LOST),
        /// Stops the virtual machine from starting. Arguments: section.key, value.
        INVALID_MAC_ADDRESS(Topic.KEY, Effect.FILE_LOST),

        /// More problems than are listed. Arguments: how many more.
        MORE(Topic.SYNTAX, Effect.NOTE);

        private final Topic topic;
        private final Effect effect;

        Kind(Topic topic, Effect effect) {
            this.topic = topic;
            this.effect = effect;
        }

        public Topic topic() {
            return topic;
        }

        public Effect effect() {
            return effect;
        }
    }

    public Topic topic() {
        return kind.topic;
    }

    public Effect effect() {
        return kind.effect;
    }
}
