package io.devdoctor.installer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// The app image as a zip: in an order and with times that depend on nothing, with the right to execute.
final class PortableZip {
    /// Zips know no time before 1980 and no time zone; this is noon in London and the same day everywhere.
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));

    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

    private PortableZip() {}

    /// @param target is written anew; the image becomes its one folder
    static void write(Path image, Path target) throws IOException {
        Files.deleteIfExists(target);
        URI zip = URI.create("jar:" + target.toUri());
        Map<String, String> options = Map.of("create", "true", "enablePosixFileAttributes", "true");
        try (FileSystem system = FileSystems.newFileSystem(zip, options)) {
            for (Path file : Folders.files(image)) add(image, file, system);
        }
    }

    private static void add(Path image, Path file, FileSystem system) throws IOException {
        Path entry = system.getPath(image.getFileName() + "/" + Folders.name(image, file));
        Files.createDirectories(entry.getParent());
        Files.write(entry, Files.readAllBytes(file));
        Files.setPosixFilePermissions(entry, Files.isExecutable(file) ? PROGRAM : PLAIN);
        Files.getFileAttributeView(entry, PosixFileAttributeView.class).setTimes(TIME, TIME, TIME);
    }
}
