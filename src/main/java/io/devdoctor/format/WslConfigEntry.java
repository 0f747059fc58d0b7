package io.devdoctor.format;

/// One `key = value`.
///
/// @param section the section WSL files it under, as written; empty above the first header
/// @param key as written
/// @param rawValue the value as written, with quotes and escapes
/// @param value what WSL gets: unquoted, unescaped, cut at NUL, non-ASCII letters destroyed as WSL does
/// @param status whether WSL uses it
/// @param line 1-based line of the key
/// @param keySpan where the key stands
/// @param valueSpan where the raw value stands; empty right behind `=` when there is none
public record WslConfigEntry(
        String section,
        String key,
        String rawValue,
        String value,
        Status status,
        int line,
        Span keySpan,
        Span valueSpan) {
    public enum Status {
        /// The first of its name: the one that counts.
        READ,
        /// A later one of the same name (an alias is the same name): WSL warns and ignores it.
        DUPLICATE,
        /// Its line has a syntax error.
        DROPPED
    }

    /// `section.key` as WSL's own warnings write it.
    public String name() {
        return section.isEmpty() ? key : section + "." + key;
    }
}
