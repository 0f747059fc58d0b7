package io.devdoctor.system.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.system.Budget;
import io.devdoctor.system.change.ChangeResult;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Settings that docker-java takes from its user lead a doctor astray: they are what it is to examine.
@DisabledOnOs(OS.WINDOWS)
class UserSettingsIgnoredTest {
    private static final Map<String, String> MISLEADING = Map.of(
            "api.version", "1.32",
            "DOCKER_API_VERSION", "1.32",
            "DOCKER_HOST", "tcp://192.0.2.1:2375",
            "DOCKER_TLS_VERIFY", "1",
            "DOCKER_CERT_PATH", "/nowhere",
            "DOCKER_CONTEXT", "gone",
            "registry.password", "canary");

    @TempDir
    private Path home;

    private final Map<String, String> before = new HashMap<>();

    @BeforeEach
    void mislead() throws IOException {
        StringBuilder file = new StringBuilder();
        MISLEADING.forEach((name, value) -> {
            set(name, value);
            file.append(name).append('=').append(value).append('\n');
        });
        set("user.home", home.toString());
        set("DOCKER_CONFIG", home.resolve(".docker").toString());
        Files.writeString(home.resolve(".docker-java.properties"), file);
        Files.createDirectory(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{\"auths\": {\"a\": ");
    }

    private void set(String name, String value) {
        before.put(name, System.getProperty(name, ""));
        System.setProperty(name, value);
    }

    @AfterEach
    void restore() {
        before.forEach((name, value) -> {
            if (value.isEmpty()) System.clearProperty(name);
            else System.setProperty(name, value);
        });
    }

    @Test
    void neitherPropertiesNorABrokenConfigurationReachTheEngine() throws Exception {
        Path socket = home.resolve("engine.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> serve(server));
            var answer = new DockerJavaEngineApi(EngineClients::open, Instant::now)
                    .get("unix://" + socket, "/v1.44/info", Budget.ENGINE_DISK_USAGE);

            assertThat(answer.known().orElseThrow().status()).isEqualTo(200);
            assertThat(asked.get())
                    .startsWith("GET /v1.44/info HTTP/1.1\r\n")
                    .doesNotContain("canary", "1.32", "X-Registry");
        }
    }

    /// What changes something is sent as it is as well, and neither waits for a credential nor carries one.
    @Test
    void norDoTheyReachWhatIsChanged() throws Exception {
        Path socket = home.resolve("engine.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> serve(server));
            ChangeResult result = new DockerJavaEngineChanges(EngineClients::open, Instant::now)
                    .removeContainer("unix://" + socket, "ab12");

            assertThat(result).isInstanceOf(ChangeResult.Done.class);
            assertThat(asked.get())
                    .startsWith("DELETE /containers/ab12 HTTP/1.1\r\n")
                    .doesNotContain("canary", "1.32", "X-Registry");
        }
    }

    /// Files that docker-java itself would break on.
    @ParameterizedTest
    @ValueSource(strings = {"api.version=\\u00zz", "DOCKER_HOST=http://\\", "\0\0\0\0", "registry.url=::::"})
    void whateverTheirBytesAre(String content) throws Exception {
        Files.writeString(home.resolve(".docker-java.properties"), content);
        Files.writeString(home.resolve(".docker/config.json"), content);
        neitherPropertiesNorABrokenConfigurationReachTheEngine();
    }

    private static String serve(ServerSocketChannel server) {
        try (SocketChannel channel = server.accept()) {
            ByteBuffer request = ByteBuffer.allocate(4096);
            channel.read(request);
            channel.write(ByteBuffer.wrap(
                    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII)));
            return new String(request.array(), 0, request.position(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
