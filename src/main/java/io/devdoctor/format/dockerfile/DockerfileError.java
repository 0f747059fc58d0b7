package io.devdoctor.format.dockerfile;

/// What makes BuildKit refuse the file.
///
/// @param line    1-based; 0 = the file as a whole
/// @param detail  what it is about: a word, a flag, a name
/// @param message in BuildKit's own words
public record DockerfileError(Kind kind, int line, String detail, String message) {
    /// The instruction that BuildKit thinks was meant by an unknown one; "" = none.
    public String suggestion() {
        return kind == Kind.UNKNOWN_INSTRUCTION ? ArgumentReader.near(detail) : "";
    }

    public enum Kind {
        EMPTY,
        NO_INSTRUCTIONS,
        NO_STAGES,
        LINE_TOO_LONG,
        DIRECTIVE_REPEATED,
        ESCAPE_VALUE,
        UNKNOWN_INSTRUCTION,
        BEFORE_FROM,
        FLAG,
        JSON_NOT_STRINGS,
        HEREDOC_UNTERMINATED,
        HEREDOC_MISPLACED,
        ARGUMENTS,
        KEY_VALUE,
        FROM_GRAMMAR,
        STAGE_NAME,
        STAGE_REFERENCE,
        FROM_VARIABLE,
        FROM_REFERENCE,
        ONBUILD_TRIGGER,
        HEALTHCHECK,
        SHELL_FORM,
        SUBSTITUTION
    }
}
