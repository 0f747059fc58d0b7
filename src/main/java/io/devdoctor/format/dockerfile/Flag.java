package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;

/// A flag such as `--from=build`.
///
/// @param name  without `--`
/// @param value "" = none; quotes and escapes are resolved, variables are not
/// @param span  of the whole word
public record Flag(String name, String value, boolean hasValue, Span span, int line) {}
