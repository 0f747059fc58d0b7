package io.devdoctor.system.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Handshake;
import io.devdoctor.machine.Handshake.Trust;
import io.devdoctor.machine.Reading;
import io.devdoctor.testing.CertificateAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Handshakes with servers of this test, whose certificates an authority of this test has issued.
class TlsGreetingTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir
    private static Path folder;

    private static CertificateAuthority authority;

    private final List<ServerSocket> open = new ArrayList<>();

    @BeforeAll
    static void issue() throws Exception {
        authority = new CertificateAuthority(folder)
                .issue("good", "-1d", "30")
                .issue("old", "-30d", "10")
                .issue("early", "+10d", "30");
    }

    @AfterEach
    void close() throws IOException {
        CertificateAuthority.distrust();
        for (ServerSocket server : open) server.close();
    }

    private int serving(String alias) throws Exception {
        return serving(authority.server(alias).getServerSocketFactory().createServerSocket(0, 8, HERE), client -> {
            if (client instanceof SSLSocket tls) tls.startHandshake();
        });
    }

    private int serving(ServerSocket server, Served served) {
        open.add(server);
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    served.with(client);
                } catch (IOException _) {
                    // The other side may leave at any time.
                }
            }
        });
        return server.getLocalPort();
    }

    @FunctionalInterface
    private interface Served {
        void with(Socket client) throws IOException;
    }

    private static Handshake greet(int port, String via) {
        return TlsGreeting.of("localhost", port, via).known().orElseThrow();
    }

    @Test
    void whoeverIssuedAnUnknownCertificateIsNamed() throws Exception {
        Handshake handshake = greet(serving("good"), "");
        assertThat(handshake.trust()).isEqualTo(Trust.UNKNOWN_ISSUER);
        assertThat(handshake.chain().getFirst().issuer()).contains("CN=Inspecting Proxy CA");
        assertThat(handshake.chain()).hasSize(2);
    }

    @Test
    void aCertificateOutOfItsTimeIsToldFromAnUnknownOne() throws Exception {
        authority.trust();
        assertThat(greet(serving("old"), "").trust()).isEqualTo(Trust.EXPIRED);
        assertThat(greet(serving("early"), "").trust()).isEqualTo(Trust.NOT_YET_VALID);
    }

    @Test
    void whoIsBelievedMustAlsoBearTheName() throws Exception {
        authority.trust();
        int port = serving("good");
        assertThat(greet(port, "").trust()).isEqualTo(Trust.PUBLIC);
        assertThat(TlsGreeting.of("127.0.0.1", port, "").known().orElseThrow().trust())
                .isEqualTo(Trust.OTHER_NAME);
    }

    @Test
    void theProxyIsAskedToConnect() throws Exception {
        int behind = serving("good");
        int proxy = serving(new ServerSocket(0, 8, HERE), client -> {
            byte[] request = new byte[1024];
            int length = client.getInputStream().read(request);
            assertThat(new String(request, 0, length, StandardCharsets.US_ASCII))
                    .startsWith("CONNECT localhost:" + behind);
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            try (Socket server = new Socket(HERE, behind)) {
                Thread back = Thread.ofVirtual().start(() -> pass(server, client));
                pass(client, server);
                back.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(greet(behind, "localhost:" + proxy).trust()).isEqualTo(Trust.UNKNOWN_ISSUER);
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) {
            // One of the two has left.
        }
    }

    @Test
    void eachStepThatFailsIsNamed() throws Exception {
        int silent = serving(
                new ServerSocket(0, 8, HERE), client -> client.getInputStream().read());
        assertThat(detail(TlsGreeting.of("localhost", silent, ""))).startsWith("tls");
        int refusing = serving(new ServerSocket(0, 8, HERE), client -> {
            client.getInputStream().read(new byte[1024]);
            client.getOutputStream()
                    .write("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        assertThat(detail(TlsGreeting.of("localhost", 443, "localhost:" + refusing)))
                .startsWith("tcp")
                .contains("407");
        ServerSocket gone = new ServerSocket(0, 1, HERE);
        gone.close();
        assertThat(detail(TlsGreeting.of("localhost", gone.getLocalPort(), ""))).startsWith("tcp");
    }

    private static String detail(Reading<Handshake> reading) {
        assertThat(reading).isInstanceOf(Reading.Unknown.class);
        return ((Reading.Unknown<Handshake>) reading).detail();
    }
}
