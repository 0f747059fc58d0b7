package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;

/// A word of an instruction.
///
/// @param text as BuildKit keeps it: quotes, escapes and variables still in it ([Expander] resolves them); of the JSON
///             form the decoded string
/// @param span in the file; may go over a continued line
public record Word(String text, Span span, int line) {}
