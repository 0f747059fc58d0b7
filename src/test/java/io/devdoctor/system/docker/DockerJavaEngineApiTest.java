package io.devdoctor.system.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.system.Budget;
import io.devdoctor.system.EngineApi;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The engine's transport against real sockets that answer well, badly, halfway or never.
@DisabledOnOs(OS.WINDOWS)
class DockerJavaEngineApiTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    private Path folder;

    private static Reading<EngineApi.EngineReply> ask(Path socket) {
        return new DockerJavaEngineApi(EngineClients::open, () -> NOW).get("unix://" + socket, "/info", Budget.PIPE);
    }

    /// One request is read, `answer` is sent, and the connection is closed.
    private Path answering(String answer) throws IOException {
        return serving(channel -> {
            channel.read(ByteBuffer.allocate(4096));
            channel.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
        });
    }

    private Path serving(Exchange exchange) throws IOException {
        Path socket = folder.resolve("engine.sock");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(() -> {
            try (server) {
                while (true) {
                    try (SocketChannel channel = server.accept()) {
                        exchange.with(channel);
                    }
                }
            } catch (IOException | InterruptedException e) {
                // The client went away, which is what some of these tests are about.
                Thread.currentThread().interrupt();
            }
        });
        return socket;
    }

    @FunctionalInterface
    private interface Exchange {
        void with(SocketChannel channel) throws IOException, InterruptedException;
    }

    private static Cause cause(Reading<?> reading) {
        assertThat(reading).isInstanceOf(Reading.Unknown.class);
        return ((Reading.Unknown<?>) reading).cause();
    }

    @Test
    void anyStatusIsAnAnswer() throws IOException {
        Path socket = answering("HTTP/1.1 500 Internal Server Error\r\nX-Two: a\r\nContent-Length: 4\r\n\r\noops");
        EngineApi.EngineReply reply = ask(socket).known().orElseThrow();
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.headers()).containsEntry("x-two", "a");
        assertThat(new String(reply.body().toArray(), StandardCharsets.UTF_8)).isEqualTo("oops");
        assertThat(reply.askedAt()).isEqualTo(NOW);
        assertThat(reply.took()).isPositive();
    }

    @Test
    void halfABodyIsUnreadable() throws IOException {
        assertThat(cause(ask(answering("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{\"OSType\":"))))
                .isEqualTo(Cause.UNREADABLE);
    }

    @Test
    void aChunkThatBreaksOffIsUnreadable() throws IOException {
        assertThat(cause(ask(answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"OS"))))
                .isEqualTo(Cause.UNREADABLE);
    }

    @Test
    void whatIsNoHttpIsUnreadable() throws IOException {
        assertThat(cause(ask(answering("SSH-2.0-OpenSSH_9.6\r\n")))).isEqualTo(Cause.UNREADABLE);
    }

    @Test
    void silenceEndsWithTheBudget() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        Path socket = serving(_ -> never.await());
        long start = System.nanoTime();
        assertThat(cause(ask(socket))).isEqualTo(Cause.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Budget.PIPE.duration(), Budget.PIPE.duration().plusSeconds(3));
        never.countDown();
    }

    @Test
    void aMissingSocketIsAbsent() {
        assertThat(ask(folder.resolve("none.sock")).isAbsent()).isTrue();
    }

    @Test
    void aSocketNobodyServesIsAbsent() throws IOException {
        Path socket = folder.resolve("left-over.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(Files.exists(socket)).isTrue();
        assertThat(ask(socket).isAbsent()).isTrue();
    }
}
