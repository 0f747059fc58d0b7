package io.devdoctor.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where DevDoctor keeps its own data: `%LOCALAPPDATA%\DevDoctor`, elsewhere
/// `${XDG_STATE_HOME:-~/.local/state}/devdoctor`;
/// `DEVDOCTOR_HOME` overrides. [#create] makes it, readable by its owner only.
public record DataFolder(Path root) {
    /// Which convention holds.
    public enum Family {
        WINDOWS,
        POSIX
    }

    /// Finds the folder from an environment (names as the system gives them) and the user's home; touches no disk.
    /// Throws [FileSystemException] if nothing says where it should be.
    public static DataFolder locate(Map<String, String> environment, Family family, String home) throws IOException {
        String own = value(environment, "DEVDOCTOR_HOME");
        if (own != null) {
            return new DataFolder(Path.of(own).toAbsolutePath().normalize());
        }
        return new DataFolder(
                switch (family) {
                    case WINDOWS -> windows(environment, home);
                    case POSIX -> posix(environment, home);
                });
    }

    private static Path windows(Map<String, String> environment, String home) throws IOException {
        String local = value(environment, "LOCALAPPDATA");
        return local != null
                ? Path.of(local, "DevDoctor")
                : home(home).resolve(Path.of("AppData", "Local", "DevDoctor"));
    }

    private static Path posix(Map<String, String> environment, String home) throws IOException {
        String state = value(environment, "XDG_STATE_HOME");
        // The XDG specification: a relative path is invalid and ignored.
        return state != null && Path.of(state).isAbsolute()
                ? Path.of(state, "devdoctor")
                : home(home).resolve(Path.of(".local", "state", "devdoctor"));
    }

    private static Path home(String home) throws IOException {
        if (home.isBlank()) {
            throw new FileSystemException("DevDoctor's data folder", null, "the home folder is not known");
        }
        return Path.of(home);
    }

    private static @Nullable String value(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    public Path journal() {
        return root.resolve("journal");
    }

    public Path backups() {
        return root.resolve("backups");
    }

    public Path history() {
        return root.resolve("history");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path settings() {
        return root.resolve("settings.json");
    }

    /// Makes the folder and its rooms, for the owner's eyes only; tightens what exists. Throws
    /// [LinkInPlaceException] if a link stands in its place (somebody else could have put it there),
    /// [NotDirectoryException] for a file.
    public DataFolder create() throws IOException {
        Path above = root.toAbsolutePath().getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        for (Path folder : List.of(root, journal(), backups(), history(), logs())) {
            ownOnly(folder);
        }
        return this;
    }

    private static void ownOnly(Path folder) throws IOException {
        LinkInPlaceException.refuse(folder);
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder, Permissions.ownerOnlyFolder(folder));
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(folder.toString());
        }
        Permissions.restrictFolder(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, DataFolder::isFile)) {
            for (Path file : files) {
                Permissions.restrictFile(file);
            }
        }
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }
}
