package io.devdoctor.desktop.model;

import java.nio.file.Path;

/// Which machine is examined.
public sealed interface Target {
    /// This one, now.
    record Live() implements Target {}

    record Recording(Path file) implements Target {}

    record Sample(String name) implements Target {}
}
