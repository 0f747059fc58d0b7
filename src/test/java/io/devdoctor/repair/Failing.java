package io.devdoctor.repair;

import io.devdoctor.disk.DiskCalls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/// The disk below the target or below DevDoctor's own files, of which one call fails: the n-th, as a full disk, a
/// broken one or lost rights let it fail. The calls after it succeed again.
final class Failing {
    /// What the system says.
    enum Error {
        NO_SPACE,
        BROKEN,
        DENIED
    }

    private final int fatal;
    private final Error error;
    private int calls;

    /// @param fatal from 1; 0 = none
    Failing(int fatal, Error error) {
        this.fatal = fatal;
        this.error = error;
    }

    int calls() {
        return calls;
    }

    private void call(Path path) throws IOException {
        if (++calls == fatal) fail(path);
    }

    /// As a channel, which knows no name.
    private void call() throws IOException {
        if (++calls == fatal) throw new IOException("Input/output error");
    }

    private void fail(Path path) throws IOException {
        switch (error) {
            case NO_SPACE -> throw new FileSystemException(path.toString(), null, "No space left on device");
            case BROKEN -> throw new IOException("Input/output error");
            case DENIED -> throw new AccessDeniedException(path.toString());
        }
    }

    private void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        if (++calls == fatal) {
            ByteBuffer half = bytes.slice(bytes.position(), bytes.remaining() / 2);
            while (half.hasRemaining()) channel.write(half);
            throw new IOException(error == Error.NO_SPACE ? "No space left on device" : "Input/output error");
        }
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    /// Below the files that fixes change.
    DiskCalls disk() {
        return new DiskCalls() {
            @Override
            public FileChannel create(Path path, FileAttribute<?>... attributes) throws IOException {
                call(path);
                return DiskCalls.super.create(path, attributes);
            }

            @Override
            public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
                Failing.this.write(channel, bytes);
            }

            @Override
            public void force(FileChannel channel) throws IOException {
                call();
                DiskCalls.super.force(channel);
            }

            @Override
            public void rename(Path from, Path to) throws IOException {
                call(to);
                DiskCalls.super.rename(from, to);
            }

            @Override
            public void delete(Path file) throws IOException {
                call(file);
                DiskCalls.super.delete(file);
            }

            @Override
            public void forceFolder(Path folder) throws IOException {
                call(folder);
                DiskCalls.super.forceFolder(folder);
            }
        };
    }

    /// Below the lock, the backups and the journal.
    DiskCalls own() {
        DiskCalls real = DiskCalls.REAL;
        return new DiskCalls() {
            @Override
            public FileChannel open(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                    throws IOException {
                call(path);
                return real.open(path, options, attributes);
            }

            @Override
            public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
                Failing.this.write(channel, bytes);
            }

            @Override
            public void force(FileChannel channel) throws IOException {
                call();
                real.force(channel);
            }

            @Override
            public void rename(Path from, Path to) throws IOException {
                call(to);
                real.rename(from, to);
            }

            @Override
            public void forceFolder(Path folder) throws IOException {
                call(folder);
                real.forceFolder(folder);
            }
        };
    }
}
