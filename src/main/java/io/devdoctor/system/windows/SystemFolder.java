package io.devdoctor.system.windows;

import com.sun.jna.platform.win32.KnownFolders;
import com.sun.jna.platform.win32.Shell32Util;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// System32 as Windows itself names it: PATH and %SystemRoot% can be changed by the user.
final class SystemFolder {
    private SystemFolder() {}

    // unverified on Windows: SHGetKnownFolderPath(FOLDERID_System)
    static Path path() {
        return Path.of(Shell32Util.getKnownFolderPath(KnownFolders.FOLDERID_System));
    }

    /// A program of System32 by its base name.
    static Optional<Path> program(String name) {
        Path file = path().resolve(name);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }
}
