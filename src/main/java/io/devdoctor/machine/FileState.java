package io.devdoctor.machine;

import java.time.Instant;
import java.util.Set;

/// What the file system says of a path without opening it.
///
/// @param size      bytes a reader would see
/// @param allocated bytes on the disk (less than size for sparse and compressed files)
public record FileState(
        String path, Kind kind, long size, long allocated, Instant modified, Set<Attribute> attributes) {
    public FileState {
        attributes = Set.copyOf(attributes);
    }

    public enum Kind {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    public enum Attribute {
        READ_ONLY,
        HIDDEN,
        COMPRESSED,
        ENCRYPTED,
        SPARSE,
        REPARSE_POINT,
        RECALL_ON_ACCESS,
        /// For somebody, as POSIX systems say it.
        EXECUTABLE
    }
}
