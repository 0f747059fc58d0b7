package io.devdoctor.system.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Handshake;
import io.devdoctor.machine.Handshake.Trust;
import io.devdoctor.machine.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Handshakes with servers of this test, whose certificates an authority of this test has issued.
class TlsGreetingTest {
    private static final String SECRET = "of-this-test";
    private static final String TRUSTED = "javax.net.ssl.trustStore";
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir
    private static Path folder;

    private final List<ServerSocket> open = new ArrayList<>();

    @BeforeAll
    static void issue() throws Exception {
        keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Inspecting Proxy CA,O=Example", "-ext", "bc:c");
        signed("good", "-1d", "30");
        signed("old", "-30d", "10");
        signed("early", "+10d", "30");
        Files.deleteIfExists(folder.resolve("authority.p12"));
        KeyStore all = store(folder.resolve("keys.p12"));
        KeyStore authority = KeyStore.getInstance("PKCS12");
        authority.load(null, null);
        authority.setCertificateEntry("ca", all.getCertificate("ca"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("authority.p12"))) {
            authority.store(out, SECRET.toCharArray());
        }
    }

    private static void signed(String alias, String from, String days) throws Exception {
        keytool(
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-ext",
                "san=dns:localhost",
                "-signer",
                "ca",
                "-startdate",
                from,
                "-validity",
                days);
    }

    private static void keytool(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                words[0],
                "-keystore",
                folder.resolve("keys.p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                SECRET,
                "-keyalg",
                "EC"));
        command.addAll(Arrays.asList(words).subList(1, words.length));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static KeyStore store(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, SECRET.toCharArray());
        }
        return store;
    }

    @AfterEach
    void close() throws IOException {
        System.clearProperty(TRUSTED);
        System.clearProperty(TRUSTED + "Password");
        for (ServerSocket server : open) server.close();
    }

    private static void trustTheAuthority() {
        System.setProperty(TRUSTED, folder.resolve("authority.p12").toString());
        System.setProperty(TRUSTED + "Password", SECRET);
    }

    private int serving(String alias) throws Exception {
        KeyStore all = store(folder.resolve("keys.p12"));
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(
                alias, all.getKey(alias, SECRET.toCharArray()), SECRET.toCharArray(), all.getCertificateChain(alias));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return serving(context.getServerSocketFactory().createServerSocket(0, 8, HERE), client -> {
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
        trustTheAuthority();
        assertThat(greet(serving("old"), "").trust()).isEqualTo(Trust.EXPIRED);
        assertThat(greet(serving("early"), "").trust()).isEqualTo(Trust.NOT_YET_VALID);
    }

    @Test
    void whoIsBelievedMustAlsoBearTheName() throws Exception {
        trustTheAuthority();
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
