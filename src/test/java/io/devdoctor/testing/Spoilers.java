package io.devdoctor.testing;

import io.devdoctor.testing.EngineProxy.Spoiler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What can happen to an engine's answer on its way.
public final class Spoilers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] BLOCK = new byte[1 << 20];

    private Spoilers() {}

    public static Spoiler none() {
        return (real, client) -> send(client, real.head(), real.body());
    }

    /// Nothing comes until the client has had enough.
    public static Spoiler silence() {
        return (_, client) -> {
            ByteBuffer ignored = ByteBuffer.allocate(64);
            while (client.read(ignored.clear()) >= 0) {
                // A client that waits says nothing.
            }
        };
    }

    public static Spoiler status(int status, String body) {
        return (_, client) -> send(
                client,
                "HTTP/1.1 " + status + " Spoilt\r\nContent-Type: application/json\r\n",
                body.getBytes(StandardCharsets.UTF_8));
    }

    /// Some web page answers in the engine's place.
    public static Spoiler html() {
        byte[] page = "<!DOCTYPE html><html><body><h1>It works!</h1></body></html>".getBytes(StandardCharsets.UTF_8);
        return (_, client) -> send(client, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", page);
    }

    /// The engine dies in the middle of its answer, whose length it had told.
    public static Spoiler truncated() {
        return (real, client) -> {
            EngineProxy.write(client, real.head() + "Content-Length: " + real.body().length + "\r\n\r\n");
            EngineProxy.write(client, Arrays.copyOf(real.body(), real.body().length / 2));
        };
    }

    /// The same in the middle of a chunk.
    public static Spoiler truncatedChunk() {
        return (real, client) -> {
            EngineProxy.write(client, real.head() + "Transfer-Encoding: chunked\r\n\r\n");
            EngineProxy.write(client, Integer.toHexString(real.body().length + 1) + "\r\n");
            EngineProxy.write(client, real.body());
        };
    }

    /// The body never ends.
    ///
    /// @param sent counts its bytes
    public static Spoiler endless(String start, AtomicLong sent) {
        Arrays.fill(BLOCK, (byte) ' ');
        return (real, client) -> {
            EngineProxy.write(client, real.head() + "Content-Length: " + (1L << 40) + "\r\n\r\n" + start);
            while (true) {
                EngineProxy.write(client, BLOCK);
                sent.addAndGet(BLOCK.length);
            }
        };
    }

    /// The engine's own document, changed.
    public static Spoiler json(UnaryOperator<JsonNode> change) {
        return (real, client) ->
                send(client, real.head(), JSON.writeValueAsBytes(change.apply(JSON.readTree(real.body()))));
    }

    /// Another document, written in JSON.
    public static Spoiler document(String json) {
        return (real, client) -> send(client, real.head(), json.getBytes(StandardCharsets.UTF_8));
    }

    /// A spoiler for the paths that match and none for the rest.
    public static java.util.function.Function<String, Spoiler> at(String paths, Spoiler spoiler) {
        Pattern pattern = Pattern.compile(paths);
        return path -> pattern.matcher(path).matches() ? spoiler : none();
    }

    private static void send(SocketChannel client, String head, byte[] body) throws IOException {
        EngineProxy.write(client, head + "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n");
        EngineProxy.write(client, body);
    }
}
