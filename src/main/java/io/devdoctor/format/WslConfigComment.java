package io.devdoctor.format;

/// A comment, at the start of a line or behind a value.
///
/// @param line 1-based
/// @param text from `#` to the end of the line
/// @param span where the text stands
public record WslConfigComment(int line, String text, Span span) {}
