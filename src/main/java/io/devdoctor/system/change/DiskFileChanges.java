package io.devdoctor.system.change;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.disk.Temporary;
import io.devdoctor.machine.Bytes;
import io.devdoctor.system.change.ChangeResult.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Files of this machine: a temporary file created exclusively in the same folder, written, forced, given the old
/// file's owner and permissions, and renamed over it.
public final class DiskFileChanges implements FileChanges {
    private final DiskCalls disk;
    private final Crashpoint crash;
    private final Supplier<String> names;

    public DiskFileChanges(DiskCalls disk, Crashpoint crash) {
        this(disk, crash, Temporary.unforeseeable());
    }

    /// @param names of temporary files
    DiskFileChanges(DiskCalls disk, Crashpoint crash, Supplier<String> names) {
        this.disk = disk;
        this.crash = crash;
        this.names = names;
    }

    @Override
    public ChangeResult write(String path, @Nullable Bytes before, Bytes content, String within) {
        return guarded(path, within, content.size(), way -> {
            Path target = way.target();
            Temporary temp = Temporary.beside(target, names, disk);
            try {
                temp.fill(target, content.toArray(), disk, crash);
                // The way may have changed while the bytes were written.
                Optional<ChangeResult> since = way.beforeFile().or(() -> changed(path, target, before));
                if (since.isPresent()) {
                    Files.deleteIfExists(temp.path());
                    return since.get();
                }
                disk.rename(temp.path(), target);
            } catch (IOException | RuntimeException e) {
                temp.discard(e);
                throw e;
            }
            crash.reached("renamed");
            return done(content.size() + " bytes, sha256 " + content.sha256(), target);
        });
    }

    /// Whether somebody saved the file after it was looked at. What is left is the instant of a rename.
    private static Optional<ChangeResult> changed(String path, Path target, @Nullable Bytes before) {
        try {
            Bytes now = Files.exists(target, LinkOption.NOFOLLOW_LINKS) ? Bytes.of(Files.readAllBytes(target)) : null;
            return Objects.equals(now, before)
                    ? Optional.empty()
                    : Optional.of(new ChangeResult.Failed(Reason.CHANGED, path, "changed at the last moment"));
        } catch (IOException e) {
            return Optional.of(new ChangeResult.Failed(Reason.CHANGED, path, e.toString()));
        }
    }

    @Override
    public ChangeResult remove(String path, @Nullable Bytes before, String within) {
        return guarded(path, within, 0, way -> {
            crash.reached("remove");
            Optional<ChangeResult> since = changed(path, way.target(), before);
            if (since.isPresent()) return since.get();
            disk.delete(way.target());
            crash.reached("removed");
            return done("removed", way.target());
        });
    }

    // unverified on Windows: MoveFileEx renames a folder whose socket files nobody can open
    @Override
    public ChangeResult moveFolder(String path, String to, String within) {
        return tried(path, 0, () -> {
            Way way = Way.of(path, within);
            Way other = Way.of(to, within);
            Optional<ChangeResult> obstacle = way.beforeAnything();
            if (obstacle.isEmpty()) obstacle = other.beforeAnything();
            if (obstacle.isPresent()) return obstacle.get();
            if (!Files.isDirectory(way.target(), LinkOption.NOFOLLOW_LINKS)) {
                return new ChangeResult.Failed(Reason.GONE, path, "is no folder");
            }
            if (Files.exists(other.target(), LinkOption.NOFOLLOW_LINKS)) {
                return new ChangeResult.Failed(Reason.FAILED, path, to + " is there already");
            }
            crash.reached("folder-move");
            disk.rename(way.target(), other.target());
            crash.reached("folder-moved");
            return done("renamed to " + to, other.target());
        });
    }

    @Override
    public ChangeResult sweep(String path, String within) {
        return guarded(
                path,
                within,
                0,
                way -> new ChangeResult.Done(Temporary.sweep(way.target(), folder(way.target())) + " temporary files"));
    }

    @Override
    public Optional<ChangeResult> leadingOut(String path, String within) {
        ChangeResult looked =
                tried(path, 0, () -> Way.of(path, within).beforeAnything().orElse(new ChangeResult.Done("")));
        return looked instanceof ChangeResult.Done ? Optional.empty() : Optional.of(looked);
    }

    /// The change is there; a folder that cannot be forced only leaves open whether it outlasts a power cut.
    private ChangeResult done(String detail, Path target) {
        try {
            disk.forceFolder(folder(target));
            return new ChangeResult.Done(detail);
        } catch (IOException e) {
            return new ChangeResult.Done(detail + "; not forced: " + e);
        }
    }

    private interface Change {
        ChangeResult run() throws IOException;
    }

    private interface Work {
        ChangeResult on(Way way) throws IOException;
    }

    private static ChangeResult guarded(String path, String within, long size, Work work) {
        return tried(path, size, () -> {
            Way way = Way.of(path, within);
            Optional<ChangeResult> obstacle = way.beforeFile();
            return obstacle.isPresent() ? obstacle.get() : work.on(way);
        });
    }

    private static ChangeResult tried(String path, long size, Change change) {
        try {
            return change.run();
        } catch (IOException | InvalidPathException e) {
            return new ChangeResult.Failed(reason(e, path, size), path, e.toString());
        }
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
}
