package io.devdoctor.format.compose;

import io.devdoctor.format.Span;

/// Where something stands.
///
/// @param file as it was asked for
/// @param line 1-based, of the first byte
public record ComposePlace(String file, Span span, int line) {}
