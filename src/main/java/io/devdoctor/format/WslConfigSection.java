package io.devdoctor.format;

/// A `[section]` header.
///
/// @param name as written; of a bad header the part that WSL understood, possibly empty
/// @param line 1-based
/// @param span the header from `[` on, without comment
/// @param valid false when WSL rejects the header
public record WslConfigSection(String name, int line, Span span, boolean valid) {}
