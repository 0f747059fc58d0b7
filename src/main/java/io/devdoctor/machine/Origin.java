package io.devdoctor.machine;

/// Whether facts come from this machine now or from a recording. Recordings can be examined and fixes previewed on
/// them, but nothing is ever applied.
public sealed interface Origin {
    record Live() implements Origin {}

    /// @param name the file or sample name; @param note what its author wrote about it
    record Replay(String name, String note) implements Origin {}
}
