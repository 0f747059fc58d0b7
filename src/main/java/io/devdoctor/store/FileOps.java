package io.devdoctor.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/// The few dangerous moments of writing a file, as a port: tests let each of them fail as a real disk does.
public interface FileOps {
    /// Opens a file, or makes it as the options say.
    default FileChannel open(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return FileChannel.open(path, options, attributes);
    }

    /// Writes the whole buffer at the channel's position.
    void write(FileChannel channel, ByteBuffer bytes) throws IOException;

    /// Returns when content and metadata are on the disk.
    void force(FileChannel channel) throws IOException;

    /// Replaces `to` by `from` in one step; both stand in the same folder.
    void rename(Path from, Path to) throws IOException;

    /// Makes renames and creations in this folder last. Does nothing where folders cannot be opened (Windows).
    void forceFolder(Path folder) throws IOException;

    /// The real disk.
    static FileOps disk() {
        return new DiskFileOps();
    }
}
