package io.devdoctor.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
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
    private static final String MARK = ".devdoctor-";
    private static final String END = ".tmp";
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final FileOps ops;
    private final Crashpoint crash;
    private final Supplier<String> names;

    public AtomicFile(FileOps ops, Crashpoint crash) {
        this(ops, crash, unforeseeable());
    }

    /// @param names 16 hex digits for each temporary file
    AtomicFile(FileOps ops, Crashpoint crash, Supplier<String> names) {
        this.ops = ops;
        this.crash = crash;
        this.names = names;
    }

    /// On the real disk, without points to be killed at.
    public static AtomicFile onDisk() {
        return new AtomicFile(FileOps.disk(), Crashpoint.NONE);
    }

    /// Replaces or creates `path`; a new file gets `attributes` (default: those of the process).
    public void write(Path path, byte[] bytes, FileAttribute<?>... attributes) throws IOException {
        Path target = target(path);
        boolean exists = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        Path temp = target.resolveSibling("." + target.getFileName() + MARK + names.get() + END);
        // Fails where somebody put a file or link of that name, which is neither written nor deleted then.
        FileChannel channel = ops.open(temp, NEW, exists ? Permissions.ownerOnlyFile(target) : attributes);
        try {
            fill(channel, target, bytes);
            if (exists) {
                Permissions.copy(target, temp);
            }
            ops.rename(temp, target);
        } catch (IOException | RuntimeException e) {
            discard(temp, e);
            throw e;
        }
        crash.reached("renamed:" + target.getFileName());
        ops.forceFolder(parent(target));
    }

    private void fill(FileChannel opened, Path target, byte[] bytes) throws IOException {
        Path name = target.getFileName();
        try (FileChannel channel = opened) {
            crash.reached("temp-created:" + name);
            ops.write(channel, ByteBuffer.wrap(bytes));
            crash.reached("temp-written:" + name);
            ops.force(channel);
        }
        crash.reached("temp-forced:" + name);
    }

    /// Deletes what an interrupted [#write] of this file left beside it; returns how many. Only while nobody else
    /// writes it.
    public int sweep(Path path) throws IOException {
        Path target = target(path);
        int swept = 0;
        String start = "." + target.getFileName() + MARK;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(parent(target), file -> isTemp(file, start))) {
            for (Path file : files) {
                swept += Files.deleteIfExists(file) ? 1 : 0;
            }
        }
        return swept;
    }

    FileOps ops() {
        return ops;
    }

    private static boolean isTemp(Path file, String start) {
        String name = file.getFileName().toString();
        return name.startsWith(start) && name.endsWith(END) && name.length() == start.length() + 16 + END.length();
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

    private static Supplier<String> unforeseeable() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[8];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }

    private static void discard(Path temp, Exception because) {
        try {
            Files.deleteIfExists(temp);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}
