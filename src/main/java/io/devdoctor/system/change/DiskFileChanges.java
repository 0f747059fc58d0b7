package io.devdoctor.system.change;

import io.devdoctor.machine.Bytes;
import io.devdoctor.system.change.ChangeResult.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// Files of this machine: a temporary file created exclusively in the same folder, written, forced, given the old
/// file's owner and permissions, and renamed over it.
public final class DiskFileChanges implements FileChanges {
    private static final String MARK = ".devdoctor-";
    private static final String END = ".tmp";
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final DiskCalls disk;
    private final Crashpoint crash;
    private final SecureRandom random = new SecureRandom();

    public DiskFileChanges(DiskCalls disk, Crashpoint crash) {
        this.disk = disk;
        this.crash = crash;
    }

    @Override
    public ChangeResult write(String path, Bytes content) {
        return guarded(path, content.size(), target -> {
            Path temp = target.resolveSibling("." + target.getFileName() + MARK + name() + END);
            try {
                replace(target, temp, content);
            } catch (IOException | RuntimeException e) {
                discard(temp, e);
                throw e;
            }
            crash.reached("renamed");
            disk.forceFolder(folder(target));
            return new ChangeResult.Done(content.size() + " bytes, sha256 " + content.sha256());
        });
    }

    private void replace(Path target, Path temp, Bytes content) throws IOException {
        try (FileChannel channel = FileChannel.open(temp, NEW)) {
            crash.reached("temp-created");
            disk.write(channel, ByteBuffer.wrap(content.toArray()));
            crash.reached("temp-written");
            disk.force(channel);
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) FileOwnership.copy(target, temp);
        crash.reached("temp-forced");
        disk.rename(temp, target);
    }

    @Override
    public ChangeResult remove(String path) {
        return guarded(path, 0, target -> {
            crash.reached("remove");
            Files.delete(target);
            crash.reached("removed");
            disk.forceFolder(folder(target));
            return new ChangeResult.Done("removed");
        });
    }

    // unverified on Windows: MoveFileEx renames a folder whose socket files nobody can open
    @Override
    public ChangeResult moveFolder(String path, String to) {
        try {
            Path from = Path.of(path);
            Path target = Path.of(to);
            BasicFileAttributes there =
                    Files.readAttributes(from, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!there.isDirectory()) return new ChangeResult.Failed(Reason.LINK_IN_PLACE, path, "is no folder");
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                return new ChangeResult.Failed(Reason.FAILED, path, to + " is there already");
            }
            crash.reached("folder-move");
            disk.rename(from, target);
            crash.reached("folder-moved");
            disk.forceFolder(folder(target));
            return new ChangeResult.Done("renamed to " + to);
        } catch (IOException | InvalidPathException e) {
            return new ChangeResult.Failed(reason(e, path, 0), path, e.toString());
        }
    }

    @Override
    public ChangeResult sweep(String path) {
        return guarded(path, 0, target -> {
            String start = "." + target.getFileName() + MARK;
            int swept = 0;
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(target), file -> isTemp(file, start))) {
                for (Path file : files) swept += Files.deleteIfExists(file) ? 1 : 0;
            }
            return new ChangeResult.Done(swept + " temporary files");
        });
    }

    private static boolean isTemp(Path file, String start) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(start) && name.endsWith(END) && name.length() == start.length() + 16 + END.length();
    }

    private interface Work {
        ChangeResult on(Path target) throws IOException;
    }

    private static ChangeResult guarded(String path, long size, Work work) {
        try {
            Path target = Path.of(path);
            Optional<ChangeResult.Failed> obstacle = obstacle(target, path);
            return obstacle.isPresent() ? obstacle.get() : work.on(target);
        } catch (IOException | InvalidPathException e) {
            return new ChangeResult.Failed(reason(e, path, size), path, e.toString());
        }
    }

    /// What stands in the file's place and is no plain, writable file.
    private static Optional<ChangeResult.Failed> obstacle(Path target, String path) throws IOException {
        BasicFileAttributes there;
        try {
            there = Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        // unverified on Windows: a junction is neither link nor file but "other".
        if (there.isSymbolicLink() || there.isOther()) return failed(Reason.LINK_IN_PLACE, path, "is a link");
        if (there.isDirectory()) return failed(Reason.FOLDER_IN_PLACE, path, "is a folder");
        return FileOwnership.isReadOnly(target)
                ? failed(Reason.READ_ONLY, path, "is marked read-only")
                : Optional.empty();
    }

    private static Optional<ChangeResult.Failed> failed(Reason reason, String path, String detail) {
        return Optional.of(new ChangeResult.Failed(reason, path, detail));
    }

    private static Reason reason(Exception e, String path, long size) {
        if (e instanceof AccessDeniedException) return Reason.DENIED;
        if (e instanceof NoSuchFileException) return Reason.GONE;
        // The system's words are localized, so the disk is asked as well.
        if (String.valueOf(e.getMessage()).contains("No space left")) return Reason.NO_SPACE;
        try {
            FileStore store = Files.getFileStore(folder(Path.of(path)));
            if (store.isReadOnly()) return Reason.READ_ONLY;
            return store.getUsableSpace() < size ? Reason.NO_SPACE : Reason.FAILED;
        } catch (IOException | InvalidPathException _) {
            return Reason.FAILED;
        }
    }

    private static Path folder(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) throw new NoSuchFileException(target.toString(), null, "has no folder");
        return folder;
    }

    private String name() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void discard(Path temp, Exception because) {
        try {
            Files.deleteIfExists(temp);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}
