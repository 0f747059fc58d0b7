package io.devdoctor.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lets one process at a time change the machine: a file lock on `journal/lock`, which the system frees when the
/// process dies,
/// however it dies; who holds it stands in `journal/lock.holder`.
public final class JournalLock {
    private static final Logger LOG = LoggerFactory.getLogger(JournalLock.class);
    /// The answer to a try.
    public sealed interface Attempt {
        /// Ours until closed.
        record Held(Lease lease) implements Attempt {}

        /// Somebody else's. Empty if nothing that can be believed says whose.
        record Busy(Optional<Holder> holder) implements Attempt {}
    }

    /// Who has it.
    ///
    /// @param started when that process started, which tells it from a later one of the same number
    /// @param since   when it took the lock
    /// @param who     what it was told to call itself; "" = nothing
    public record Holder(long pid, Instant started, Instant since, String who) {
        /// A number is given to another process after a death, and a file outlives who wrote it.
        boolean isAlive() {
            Optional<ProcessHandle> process = ProcessHandle.of(pid);
            return process.isPresent()
                    && process.get()
                            .info()
                            .startInstant()
                            .filter(started::equals)
                            .isPresent();
        }

        boolean isThisProcess() {
            return pid == ProcessHandle.current().pid() && isAlive();
        }
    }

    /// The right to write, given back by [#close].
    public interface Lease extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    private final Path lock;
    private final Path holder;
    private final OwnFiles files;
    private final JsonMapper mapper = JsonMapper.builder().build();
    // POSIX frees a process's lock as soon as the process closes ANY channel to the file: never open it twice.
    private final ReentrantLock guard = new ReentrantLock();
    private @Nullable FileLock held;
    /// Whether our own name still stands in `lock.holder` though we gave the lock back.
    private boolean leftBehind;

    public JournalLock(Path journalFolder) {
        this(journalFolder, AtomicFile.onDisk());
    }

    JournalLock(Path journalFolder, AtomicFile atomic) {
        Path root = journalFolder.toAbsolutePath().getParent();
        this.files = new OwnFiles(root == null ? journalFolder : root, atomic);
        this.lock = journalFolder.resolve("lock");
        this.holder = journalFolder.resolve("lock.holder");
    }

    /// Takes the lock without a name.
    public Attempt tryAcquire() throws IOException {
        return tryAcquire("");
    }

    /// Takes the lock or says who has it; never waits.
    ///
    /// @param who what others are told while it is held
    public Attempt tryAcquire(String who) throws IOException {
        guard.lock();
        try {
            Optional<Holder> known = holder();
            boolean ours = !leftBehind && known.filter(Holder::isThisProcess).isPresent();
            if (held != null || ours) {
                return new Attempt.Busy(known);
            }
            FileLock taken = take();
            if (taken == null) {
                // Whoever took it between the two looks has written its name since, or is about to.
                return new Attempt.Busy(holder());
            }
            held = taken;
            announce(who);
            return new Attempt.Held(this::release);
        } finally {
            guard.unlock();
        }
    }

    private @Nullable FileLock take() throws IOException {
        FileChannel channel = files.open(lock);
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

    private void announce(String who) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        byte[] json = mapper.writeValueAsBytes(java.util.Map.of(
                "pid",
                self.pid(),
                "started",
                self.info().startInstant().map(Instant::toString).orElse(""),
                "since",
                Instant.now().toString(),
                "who",
                who));
        try {
            files.sweep(holder);
            files.write(holder, json);
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
            if (mine != null) forget(mine);
        } finally {
            guard.unlock();
        }
    }

    /// A name that stays behind is that of a process that gave the lock back, and the next one writes its own over it.
    private void forget(FileLock mine) throws IOException {
        try {
            Files.deleteIfExists(holder);
            leftBehind = false;
        } catch (IOException e) {
            leftBehind = true;
            LOG.warn("{} could not be deleted", holder, e);
        } finally {
            mine.acquiredBy().close();
        }
    }

    /// Who says to hold it and is still alive.
    private Optional<Holder> holder() {
        try {
            JsonNode node = mapper.readTree(files.read(holder));
            Holder said = new Holder(
                    node.path("pid").asLong(0),
                    Instant.parse(node.path("started").asString("")),
                    Instant.parse(node.path("since").asString("")),
                    node.path("who").asString(""));
            return Optional.of(said).filter(Holder::isAlive);
        } catch (IOException | JacksonException | java.time.DateTimeException _) {
            return Optional.empty();
        }
    }
}
