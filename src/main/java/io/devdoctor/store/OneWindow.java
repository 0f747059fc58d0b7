package io.devdoctor.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One window per user: the first process holds the lock on `window.lock`, which the system frees however it dies, and
/// listens on the socket `window.sock` beside it; later ones hand over what they were asked to open, and end.
public final class OneWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OneWindow.class);
    /// How long the first one may take to answer: it may just have started, or hang.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final String DONE = "shown";
    private static final int LONGEST = 64 << 10;

    /// What became of the wish to be the one.
    public sealed interface Claim {
        /// Nobody else: listen, and close at the end.
        record First(OneWindow window) implements Claim {}

        /// Another one shows its window and opens what was asked for.
        record HandedOver() implements Claim {}

        /// Nobody can tell: the folder is denied, or the other one does not answer. A window of one's own is better
        /// than none; changes of the machine have a lock of their own.
        record Unsure(String why) implements Claim {}
    }

    private final FileLock lock;
    private final ServerSocketChannel server;
    private final Path socket;
    private final AtomicReference<Consumer<? super Optional<String>>> listener = new AtomicReference<>();
    private final CountDownLatch listening = new CountDownLatch(1);

    private OneWindow(FileLock lock, ServerSocketChannel server, Path socket) {
        this.lock = lock;
        this.server = server;
        this.socket = socket;
    }

    /// @param open    a file that the window is to open
    /// @param giveWay done before another one is asked to show its window
    public static Claim claim(DataFolder data, Optional<Path> open, Runnable giveWay) {
        Path socket = data.root().resolve("window.sock");
        try {
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < until) {
                Optional<OneWindow> first = first(data, socket);
                if (first.isPresent()) return new Claim.First(first.get());
                if (handOver(socket, open, giveWay)) return new Claim.HandedOver();
                // It has the lock and no socket yet, or was about to end.
                Thread.sleep(GLANCE);
            }
            return new Claim.Unsure("no answer from the window that is open");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Claim.Unsure("interrupted");
        } catch (IOException | UnsupportedOperationException e) {
            return new Claim.Unsure(e.toString());
        }
    }

    private static Optional<OneWindow> first(DataFolder data, Path socket) throws IOException {
        FileChannel channel =
                new OwnFiles(data.root(), AtomicFile.onDisk()).open(data.root().resolve("window.lock"));
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        try {
            // Whoever had the lock before left it; nobody listens there any more.
            // unverified on Windows: deleting the file of a socket, and binding to a path with Chinese letters in it.
            Files.deleteIfExists(socket);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            OneWindow window = new OneWindow(lock, server, socket);
            Thread.ofVirtual().name("one-window").start(window::accept);
            return Optional.of(window);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    /// Tells from now on that somebody wants to see the window, and which file they want to see in it. What was asked
    /// for before is told now.
    public void listen(Consumer<? super Optional<String>> asked) {
        listener.set(asked);
        listening.countDown();
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel caller = server.accept();
                Thread.ofVirtual().name("second-start").start(() -> answer(caller));
            } catch (IOException e) {
                if (server.isOpen()) LOG.warn("A second start could not be heard", e);
            }
        }
    }

    private void answer(SocketChannel caller) {
        try (caller) {
            Optional<String> wish = wish(caller);
            listening.await();
            listener.get().accept(wish);
            caller.write(ByteBuffer.wrap((DONE + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("A second start was not understood", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// One line: the file, in a form without line ends; nothing = only show yourself.
    private static Optional<String> wish(SocketChannel caller) throws IOException {
        String line = line(Channels.newReader(caller, StandardCharsets.UTF_8));
        String file = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
        return Optional.of(file).filter(it -> !it.isEmpty());
    }

    private static String line(Reader from) throws IOException {
        StringBuilder line = new StringBuilder();
        BufferedReader reader = new BufferedReader(from);
        for (int c = reader.read(); c != '\n' && c >= 0; c = reader.read()) {
            if (line.length() == LONGEST) throw new IOException("a line without end");
            line.append((char) c);
        }
        return line.toString();
    }

    /// Neither side waits for ever: whatever the other one is, it may hang.
    private static boolean handOver(Path socket, Optional<Path> open, Runnable giveWay) throws InterruptedException {
        FutureTask<Boolean> call = new FutureTask<>(() -> call(socket, open, giveWay));
        Thread.ofVirtual().name("hand-over").start(call);
        try {
            return call.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            call.cancel(true);
            return false;
        }
    }

    private static boolean call(Path socket, Optional<Path> open, Runnable giveWay) throws IOException {
        String file = open.map(path -> path.toAbsolutePath().toString()).orElse("");
        String line = Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8)) + "\n";
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            giveWay.run();
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            return line(Channels.newReader(channel, StandardCharsets.UTF_8)).equals(DONE);
        }
    }

    /// From now on another one can be the first.
    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.warn("{} could not be removed", socket, e);
        }
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            LOG.warn("The lock of the window could not be given back", e);
        }
    }
}
