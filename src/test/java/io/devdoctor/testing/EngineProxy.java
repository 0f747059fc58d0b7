package io.devdoctor.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/// A proxy in front of an engine's socket. It asks the real engine and hands each answer to a test, which decides what
/// the client gets to see of it. It knows GET only.
public final class EngineProxy implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] HEAD_ENDS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Path socket;
    private final UnixDomainSocketAddress engine;
    private final Function<String, Spoiler> spoilers;
    private final ServerSocketChannel server;
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Queue<Thread> talks = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();

    /// What a client gets instead of the engine's answer.
    public interface Spoiler {
        /// @throws IOException if the client has left, which it may at any time
        void answer(Answer real, SocketChannel client) throws IOException;
    }

    /// What the engine answered.
    ///
    /// @param head status line and headers, without those that frame the body
    public record Answer(String head, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /// @param engine   `unix:///path`
    /// @param spoilers for a path without its version; what it gives for `/info` meets every `/info`
    public EngineProxy(Path folder, String engine, Function<String, Spoiler> spoilers) throws IOException {
        this.socket = folder.resolve("proxy.sock");
        this.engine = UnixDomainSocketAddress.of(engine.substring("unix://".length()));
        this.spoilers = spoilers;
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::serve);
    }

    public String endpoint() {
        return "unix://" + socket;
    }

    /// The paths in the order in which they were asked for, without their versions.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /// From now on nobody listens, as when an engine has died.
    public void vanish() throws IOException {
        server.close();
        java.nio.file.Files.deleteIfExists(socket);
    }

    /// Waits until every client has left, and tells what went wrong on this side.
    @Override
    public void close() throws IOException {
        vanish();
        for (Thread talk : talks) {
            try {
                if (!talk.join(PATIENCE)) throw new AssertionError("a client never left: " + asked);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        if (!broken.isEmpty()) throw new AssertionError(broken.peek());
    }

    private void serve() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                talks.add(Thread.ofVirtual().unstarted(() -> talk(client)));
                talks.stream()
                        .filter(talk -> talk.getState() == Thread.State.NEW)
                        .forEach(Thread::start);
            }
        } catch (IOException _) {
            // Closed, which ends the test.
        }
    }

    private void talk(SocketChannel client) {
        try (client) {
            String request = new String(head(client), StandardCharsets.US_ASCII);
            String path = request.split(" ", 3)[1];
            String bare = path.replaceFirst("^/v\\d+\\.\\d+/", "/");
            asked.add(bare);
            spoilers.apply(bare).answer(ask(path), client);
        } catch (UncheckedIOException | IOException _) {
            // The client has left.
        } catch (RuntimeException | Error e) {
            broken.add(e);
        }
    }

    /// In HTTP 1.0 a body ends where the connection does.
    private Answer ask(String path) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(engine);
            write(channel, "GET " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n");
            String head = new String(head(channel), StandardCharsets.US_ASCII);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            ByteBuffer part = ByteBuffer.allocate(1 << 16);
            while (channel.read(part.clear()) >= 0) body.write(part.array(), 0, part.position());
            String kept = head.replaceAll("(?im)^(content-length|transfer-encoding|connection):.*\\r\\n", "")
                    .replaceFirst("^HTTP/1\\.0", "HTTP/1.1");
            return new Answer(kept.substring(0, kept.length() - 2), body.toByteArray());
        }
    }

    /// Byte by byte: what follows the empty line belongs to the body.
    private static byte[] head(SocketChannel channel) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        ByteBuffer one = ByteBuffer.allocate(1);
        int matched = 0;
        while (matched < HEAD_ENDS.length) {
            if (channel.read(one.clear()) < 0) throw new IOException("left after " + head.size() + " bytes");
            byte next = one.get(0);
            head.write(next);
            matched = next == HEAD_ENDS[matched] ? matched + 1 : next == HEAD_ENDS[0] ? 1 : 0;
        }
        return head.toByteArray();
    }

    static void write(SocketChannel channel, String text) throws IOException {
        write(channel, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(SocketChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) channel.write(rest);
    }
}
