package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;

/// A comment line; directives are not among them. Comments between continued lines are.
///
/// @param text without `#` and the blanks around it
public record Comment(String text, Span span, int line) {}
