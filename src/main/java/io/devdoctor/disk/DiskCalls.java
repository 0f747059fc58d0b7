package io.devdoctor.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/// The few dangerous moments of writing a file, as a port; tests let each of them fail as a real disk does.
public interface DiskCalls {
    /// The real disk.
    DiskCalls REAL = new DiskCalls() {};

    /// Opens a file, or makes it as the options say.
    default FileChannel open(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return FileChannel.open(path, options, attributes);
    }

    /// Makes a file that is not there yet.
    default FileChannel create(Path path, FileAttribute<?>... attributes) throws IOException {
        return open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
    }

    /// Writes the whole buffer.
    default void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    /// Returns when content and metadata are on the disk.
    default void force(FileChannel channel) throws IOException {
        channel.force(true);
    }

    /// Replaces `to` by `from` in one step; both stand in the same folder.
    default void rename(Path from, Path to) throws IOException {
        // unverified on Windows: MoveFileEx replaces; while a scanner holds the target it fails and the old file stays.
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    default void delete(Path file) throws IOException {
        Files.delete(file);
    }

    /// Makes renames and deletions in a folder last.
    default void forceFolder(Path folder) throws IOException {
        // Windows cannot open a folder as a file; NTFS journals the rename itself.
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
