package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;

/// One pair of ENV, LABEL or ARG.
///
/// @param value    as written, quotes and variables in it; "" where [#assigned] is false
/// @param assigned false = an ARG without a default
/// @param span     of name and value together
public record KeyValue(String key, String value, boolean assigned, Span span, int line) {}
