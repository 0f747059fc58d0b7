package io.devdoctor.store;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.disk.Temporary;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.function.Supplier;

/// Replaces a file as a whole: whoever reads sees the old bytes or the new ones, also after a kill or a power cut.
///
/// A temporary file is created exclusively in the same folder, written, forced, given the old file's owner and
/// permissions,
/// and renamed over it. On any failure the temporary goes and the old file stays as it was. A symbolic link is followed
/// and stays a link.
/// Throws [AccessDeniedException] for a read-only file, [FileSystemException] for a folder or a dangling link in its
/// place,
/// and whatever the disk says ("No space left on device").
public final class AtomicFile {
    private final DiskCalls disk;
    private final Crashpoint crash;
    private final Supplier<String> names;

    public AtomicFile(DiskCalls disk, Crashpoint crash) {
        this(disk, crash, Temporary.unforeseeable());
    }

    /// @param names 16 hex digits for each temporary file
    AtomicFile(DiskCalls disk, Crashpoint crash, Supplier<String> names) {
        this.disk = disk;
        this.crash = crash;
        this.names = names;
    }

    /// On the real disk, without points to be killed at.
    public static AtomicFile onDisk() {
        return new AtomicFile(DiskCalls.REAL, Crashpoint.NONE);
    }

    /// Replaces or creates `path`; a new file gets `attributes` (default: those of the process).
    public void write(Path path, byte[] bytes, FileAttribute<?>... attributes) throws IOException {
        Path target = target(path);
        // Takes another name where somebody put a file or link of that one, which is neither written nor deleted.
        Temporary temp = Temporary.beside(target, names, disk, attributes);
        Crashpoint point = crash.of(target.getFileName());
        try {
            temp.fill(target, bytes, disk, point);
            disk.rename(temp.path(), target);
        } catch (IOException | RuntimeException e) {
            temp.discard(e);
            throw e;
        }
        point.reached("renamed");
        disk.forceFolder(parent(target));
    }

    /// Deletes what an interrupted [#write] of this file left beside it; returns how many. Only while nobody else
    /// writes it.
    public int sweep(Path path) throws IOException {
        Path target = target(path);
        return Temporary.sweep(target, parent(target));
    }

    DiskCalls disk() {
        return disk;
    }

    private static Path target(Path path) throws IOException {
        Path target = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "is a folder");
        }
        // A rename would put a file in the place of a device or a pipe.
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileSystemException(target.toString(), null, "is no regular file");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString(), null, "read-only");
        }
        return target;
    }

    private static Path parent(Path target) throws IOException {
        Path parent = target.getParent();
        if (parent == null) {
            throw new FileSystemException(target.toString(), null, "has no folder");
        }
        return parent;
    }
}
