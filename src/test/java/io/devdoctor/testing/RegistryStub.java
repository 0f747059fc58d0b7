package io.devdoctor.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A registry on loopback, which has the one small image that is asked for, until it is told otherwise.
public final class RegistryStub implements AutoCloseable {
    public static final String IMAGE = "/v2/library/hello-world/";
    private static final String INDEX = "sha256:" + "a".repeat(64);
    private static final String MANIFEST = "sha256:" + "b".repeat(64);
    private static final String CONFIG = "sha256:" + "c".repeat(64);
    private static final Map<String, String> REGISTRY = Map.of("Docker-Distribution-Api-Version", "registry/2.0");

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final HttpServer server;
    private final boolean secure;

    /// @param status 0 = the connection ends without an answer, -1 = none ever comes
    private record Answer(int status, Map<String, String> headers, String body) {}

    /// @param tls with what to introduce itself; null = plain HTTP
    public RegistryStub(@Nullable SSLContext tls) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        secure = tls != null;
        if (tls == null) {
            server = HttpServer.create(anyPort, 8);
        } else {
            HttpsServer https = HttpsServer.create(anyPort, 8);
            https.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = https;
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
        String challenge = "Bearer realm=\"" + url("localhost") + "/token\",service=\"stub\"";
        answer(
                "/v2/",
                401,
                Map.of("WWW-Authenticate", challenge, "Docker-Distribution-Api-Version", "registry/2.0"),
                "{}");
        answer("/token", 200, Map.of(), "{\"token\": \"canary\"}");
        answer(IMAGE + "manifests/latest", 200, Map.of("Docker-Content-Digest", INDEX), "");
        answer(IMAGE + "manifests/" + INDEX, 200, REGISTRY, """
            {"manifests": [{"digest": "%s", "platform": {"os": "linux", "architecture": "amd64"}}]}\
            """.formatted(MANIFEST));
        answer(IMAGE + "manifests/" + MANIFEST, 200, REGISTRY, "{\"config\": {\"digest\": \"" + CONFIG + "\"}}");
        answer(IMAGE + "blobs/" + CONFIG, 200, REGISTRY, "{}");
    }

    public RegistryStub answer(String path, int status, Map<String, String> headers, String body) {
        answers.put(path, new Answer(status, headers, body));
        return this;
    }

    /// The first question gets this answer.
    public RegistryStub greeting(int status, Map<String, String> headers, String body) {
        return answer("/v2/", status, headers, body);
    }

    /// What every pull ends with.
    public RegistryStub blob(int status) {
        return answer(IMAGE + "blobs/" + CONFIG, status, Map.of(), "");
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url(String host) {
        return (secure ? "https://" : "http://") + host + ":" + port();
    }

    private void serve(HttpExchange exchange) throws IOException {
        Answer answer = answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(404, REGISTRY, "{}"));
        try (exchange) {
            if (answer.status() < 0) stopped.await();
            if (answer.status() <= 0) return;
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            boolean bare = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
            exchange.sendResponseHeaders(answer.status(), bare ? -1 : body.length);
            if (!bare) exchange.getResponseBody().write(body);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        server.stop(0);
    }
}
