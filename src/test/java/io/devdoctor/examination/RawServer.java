package io.devdoctor.examination;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Says the same to whoever connects and asks, or nothing at all, until it is closed.
final class RawServer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    private final byte[] answer;

    /// @param answer "" = silence
    RawServer(String answer) throws IOException {
        this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        byte[] request = new byte[4096];
        try (client) {
            if (answer.length > 0 && client.getInputStream().read(request) > 0) {
                client.getOutputStream().write(answer);
            } else {
                while (client.getInputStream().read(request) >= 0) {
                    // Whoever waits long enough leaves.
                }
            }
        } catch (IOException _) {
            // The other side may leave at any time.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
