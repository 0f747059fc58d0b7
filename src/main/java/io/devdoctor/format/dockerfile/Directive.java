package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;

/// A parser directive of the first lines, such as `# syntax=docker/dockerfile:1`.
///
/// @param name lower-case: syntax, escape or check
public record Directive(String name, String value, Span span, int line) {}
