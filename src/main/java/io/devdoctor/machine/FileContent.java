package io.devdoctor.machine;

import java.time.Instant;

/// A file as it was read: its path in the notation of the examined system, its bytes, and when it was last changed.
public record FileContent(String path, Bytes bytes, Instant modified) {}
