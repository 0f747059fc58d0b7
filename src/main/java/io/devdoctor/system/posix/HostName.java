package io.devdoctor.system.posix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The machine's own name, without asking the network.
final class HostName {
    private HostName() {}

    /// "" where it cannot be learned; it only serves to be replaced in reports.
    static String read() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException _) {
            return Objects.requireNonNullElse(System.getenv("HOSTNAME"), "");
        }
    }
}
