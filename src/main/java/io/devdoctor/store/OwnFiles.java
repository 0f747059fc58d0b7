package io.devdoctor.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/// Reads and writes below DevDoctor's own data folder: for its owner only, also where a file or folder was made with
/// wider rights, and never through a link ([LinkInPlaceException]) or into a pipe.
final class OwnFiles {
    private final Path root;
    private final AtomicFile files;

    OwnFiles(Path root, AtomicFile files) {
        this.root = root.toAbsolutePath();
        this.files = files;
    }

    void write(Path path, byte[] bytes) throws IOException {
        refuseWhatIsNoFile(path);
        restrict(path);
        try {
            files.write(path, bytes, Permissions.ownerOnlyFile(path));
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // A full disk is told without a name.
            throw (FileSystemException) new FileSystemException(path.toString(), null, e.getMessage()).initCause(e);
        }
    }

    /// Deletes what an interrupted [#write] left. Only while nobody else writes it.
    void sweep(Path path) throws IOException {
        refuseLinks(path);
        files.sweep(path);
    }

    /// Deletes it, if it is there.
    void delete(Path path) throws IOException {
        refuseWhatIsNoFile(path);
        Files.deleteIfExists(path);
    }

    /// Bytes on the disk; 0 if it is not there.
    static long size(Path path) throws IOException {
        return exists(path) ? Files.size(path) : 0;
    }

    /// @throws java.nio.file.NoSuchFileException if it is not there
    byte[] read(Path path) throws IOException {
        refuseWhatIsNoFile(path);
        Set<OpenOption> options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try (InputStream stream = Channels.newInputStream(Files.newByteChannel(path, options))) {
            return stream.readAllBytes();
        }
    }

    /// A channel to write, and more as the options say; creates the file.
    FileChannel open(Path path, OpenOption... more) throws IOException {
        refuseWhatIsNoFile(path);
        restrict(path);
        Set<OpenOption> options =
                new HashSet<>(Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        options.addAll(Set.of(more));
        return files.disk().open(path, options, Permissions.ownerOnlyFile(path));
    }

    /// Whether something stands there, whatever it is.
    static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /// Throws [LinkInPlaceException] if the data folder, this place, or anything between them is a link.
    void refuseLinks(Path path) throws IOException {
        LinkInPlaceException.refuse(root);
        Path at = root;
        for (Path name : root.relativize(path.toAbsolutePath())) {
            at = at.resolve(name);
            LinkInPlaceException.refuse(at);
        }
    }

    private void refuseWhatIsNoFile(Path path) throws IOException {
        refuseLinks(path);
        if (exists(path) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(path.toString(), null, "is no file");
        }
    }

    private static void restrict(Path path) throws IOException {
        if (exists(path)) {
            Permissions.restrictFile(path);
        }
    }
}
