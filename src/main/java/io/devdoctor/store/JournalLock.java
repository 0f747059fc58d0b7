package io.devdoctor.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lets one process at a time change the machine: a file lock on `journal/lock`, which the system frees when the
/// process dies,
/// however it dies; who holds it stands in `journal/lock.holder`.
public final class JournalLock {
    /// The answer to a try.
    public sealed interface Attempt {
        /// Ours until closed.
        record Held(Lease lease) implements Attempt {}

        /// Somebody else's. `pid` is 0 and `started` null if the holder did not say who it is.
        record Busy(long pid, @Nullable Instant started) implements Attempt {}
    }

    /// The right to write, given back by [#close].
    public interface Lease extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    private final Path lock;
    private final Path holder;
    private final JsonMapper mapper = JsonMapper.builder().build();
    // POSIX frees a process's lock as soon as the process closes ANY channel to the file: never open it twice.
    private final ReentrantLock guard = new ReentrantLock();
    private @Nullable FileLock held;

    public JournalLock(Path journalFolder) {
        this.lock = journalFolder.resolve("lock");
        this.holder = journalFolder.resolve("lock.holder");
    }

    /// Takes the lock or says who has it; never waits.
    public Attempt tryAcquire() throws IOException {
        guard.lock();
        try {
            Attempt.Busy known = holder();
            if (held != null || (isThisProcess(known))) {
                return known;
            }
            FileLock taken = take();
            if (taken == null) {
                return known;
            }
            held = taken;
            announce();
            return new Attempt.Held(this::release);
        } finally {
            guard.unlock();
        }
    }

    private @Nullable FileLock take() throws IOException {
        FileChannel channel = FileChannel.open(
                lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), Permissions.ownerOnlyFile(lock));
        FileLock taken = null;
        try {
            taken = channel.tryLock();
        } catch (OverlappingFileLockException _) {
            // Another instance in this very process has it.
        } finally {
            if (taken == null) {
                channel.close();
            }
        }
        return taken;
    }

    private void announce() throws IOException {
        ProcessHandle self = ProcessHandle.current();
        byte[] json = mapper.writeValueAsBytes(java.util.Map.of(
                "pid",
                self.pid(),
                "started",
                self.info().startInstant().map(Instant::toString).orElse("")));
        try {
            AtomicFile.onDisk().write(holder, json, Permissions.ownerOnlyFile(holder));
        } catch (IOException e) {
            release();
            throw e;
        }
    }

    private void release() throws IOException {
        guard.lock();
        try {
            FileLock mine = held;
            held = null;
            if (mine != null) {
                Files.deleteIfExists(holder);
                mine.acquiredBy().close();
            }
        } finally {
            guard.unlock();
        }
    }

    private static boolean isThisProcess(Attempt.Busy known) {
        ProcessHandle self = ProcessHandle.current();
        return known.pid() == self.pid()
                && self.info()
                        .startInstant()
                        .map(start -> start.equals(known.started()))
                        .orElse(false);
    }

    /// Who says to hold it; perhaps a process that died since.
    private Attempt.Busy holder() {
        try {
            JsonNode node = mapper.readTree(Files.readAllBytes(holder));
            String started = node.path("started").asString("");
            return new Attempt.Busy(node.path("pid").asLong(0), started.isEmpty() ? null : Instant.parse(started));
        } catch (IOException | JacksonException | java.time.DateTimeException _) {
            return new Attempt.Busy(0, null);
        }
    }
}
