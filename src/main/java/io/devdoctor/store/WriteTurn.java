package io.devdoctor.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Lets one writer at a time at something of ours, across threads and processes; whoever writes is done in an instant.
final class WriteTurn {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(5);

    private final Path subject;
    private final Path lock;
    private final OwnFiles files;
    // A lock on a file is between processes; between our own threads it is refused.
    private final ReentrantLock guard = new ReentrantLock();

    /// Given back by [#close].
    interface Held extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /// @param subject what is written, for who waits in vain; @param lock the file that is locked meanwhile
    WriteTurn(Path subject, Path lock, OwnFiles files) {
        this.subject = subject;
        this.lock = lock;
        this.files = files;
    }

    /// @throws FileSystemException if somebody else keeps writing it
    Held take() throws IOException {
        guard.lock();
        FileChannel channel = null;
        try {
            channel = files.open(lock);
            awaitLock(channel);
            FileChannel mine = channel;
            return () -> {
                try {
                    mine.close();
                } finally {
                    guard.unlock();
                }
            };
        } catch (IOException | RuntimeException e) {
            if (channel != null) channel.close();
            guard.unlock();
            throw e;
        }
    }

    private void awaitLock(FileChannel channel) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (tryLock(channel) == null) {
            if (System.nanoTime() > until) throw new FileSystemException(subject.toString(), null, "is being written");
            try {
                Thread.sleep(GLANCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException(subject.toString());
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }
}
