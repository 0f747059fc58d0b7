package io.devdoctor.format;

/// One physical line.
///
/// @param number 1-based
/// @param span the line with its line end
/// @param text the line without its line end
public record WslConfigLine(int number, Span span, String text) {}
