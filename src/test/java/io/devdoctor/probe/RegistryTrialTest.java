package io.devdoctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryMirrors.HttpAnswer;
import io.devdoctor.machine.RegistryMirrors.Stage;
import io.devdoctor.machine.RegistryMirrors.Trial;
import io.devdoctor.system.NetworkReach.HttpReply;
import io.devdoctor.system.live.LocalNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The questions of a pull to a mirror of this test.
class RegistryTrialTest {
    private static final String INDEX = "sha256:" + "a".repeat(64);
    private static final String MANIFEST = "sha256:" + "b".repeat(64);
    private static final String CONFIG = "sha256:" + "c".repeat(64);
    private static final String IMAGE = "/v2/library/hello-world/";

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private String root;

    private record Answer(int status, Map<String, String> headers, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.createContext("/", this::serve);
        server.start();
        root = "http://127.0.0.1:" + server.getAddress().getPort();
        answer("/v2/", 401, Map.of("WWW-Authenticate", "Bearer realm=\"" + root + "/token\",service=\"m\""), "{}");
        answer("/token", 200, Map.of(), "{\"token\": \"canary\"}");
        answer(IMAGE + "manifests/latest", 200, Map.of("Docker-Content-Digest", INDEX), "");
        String listed = "{\"digest\": \"%s\", \"platform\": {\"os\": \"linux\", \"architecture\": \"%s\"}}";
        String index = "{\"manifests\": [" + listed.formatted(CONFIG, "arm64") + ", "
                + listed.formatted(MANIFEST, "amd64") + "]}";
        answer(IMAGE + "manifests/" + INDEX, 200, Map.of(), index);
        answer(IMAGE + "manifests/" + MANIFEST, 200, Map.of(), "{\"config\": {\"digest\": \"" + CONFIG + "\"}}");
        answer(IMAGE + "blobs/" + CONFIG, 307, Map.of("Location", "/elsewhere?signature=x"), "");
        answer("/elsewhere", 200, Map.of(), "{}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, int status, Map<String, String> headers, String body) {
        answers.put(path, new Answer(status, headers, body));
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(exchange.getRequestMethod() + " " + path + (token == null ? "" : " " + token));
        Answer answer = answers.getOrDefault(path, new Answer(404, Map.of(), ""));
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean bare = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(answer.status(), bare ? -1 : body.length);
        if (!bare) exchange.getResponseBody().write(body);
        exchange.close();
    }

    private List<Trial> pull(boolean blob) {
        RegistryTrial trial = new RegistryTrial(new LocalNetwork(), root + "/v2", "");
        Reading<HttpReply> ping = trial.ping();
        if (!(ping instanceof Reading.Known<HttpReply>(HttpReply reply, var source))) throw new AssertionError(ping);
        return trial.pull(reply, source, blob);
    }

    private static List<String> told(List<Trial> trials) {
        return trials.stream()
                .map(trial -> trial.stage() + " "
                        + trial.answer()
                                .known()
                                .map(HttpAnswer::status)
                                .map(String::valueOf)
                                .orElse("-"))
                .toList();
    }

    @Test
    void aGoodMirrorIsFollowedToTheBlobAndNoTokenLeaves() {
        assertThat(told(pull(true))).containsExactly("TOKEN 200", "MANIFEST 200", "BLOB 200");
        assertThat(asked)
                .contains(
                        "HEAD " + IMAGE + "manifests/latest Bearer canary",
                        "GET " + IMAGE + "blobs/" + CONFIG + " Bearer canary")
                .endsWith("GET /elsewhere");
    }

    @Test
    void thePullOfDockerHubEndsBeforeItCounts() {
        assertThat(told(pull(false))).containsExactly("TOKEN 200", "MANIFEST 200");
        assertThat(asked).noneMatch(line -> line.startsWith("GET " + IMAGE));
    }

    @Test
    void itEndsAtTheStepThatFails() throws IOException {
        answer("/elsewhere", 403, Map.of(), "");
        assertThat(told(pull(true))).endsWith("BLOB 403");
        ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        gone.close();
        answer(IMAGE + "blobs/" + CONFIG, 307, Map.of("Location", "http://127.0.0.1:" + gone.getLocalPort() + "/"), "");
        assertThat(pull(true).getLast())
                .satisfies(last -> assertThat(last.stage()).isEqualTo(Stage.BLOB))
                .satisfies(last -> assertThat(((Reading.Unknown<?>) last.answer()).detail())
                        .startsWith("tcp"));
        answer(IMAGE + "manifests/latest", 429, Map.of(), "");
        assertThat(told(pull(true))).containsExactly("TOKEN 200", "MANIFEST 429");
        answer("/token", 503, Map.of(), "");
        assertThat(told(pull(true))).containsExactly("TOKEN 503");
    }

    @Test
    void nonsenseAndEndlessRedirectsEnd() {
        answer(IMAGE + "manifests/" + MANIFEST, 200, Map.of(), "<html>");
        assertThat(told(pull(true))).endsWith("BLOB -");
        answer(IMAGE + "manifests/" + MANIFEST, 200, Map.of(), "{\"config\": {\"digest\": \"" + CONFIG + "\"}}");
        answer("/elsewhere", 302, Map.of("Location", "/elsewhere"), "");
        assertThat(told(pull(true))).endsWith("BLOB 302");
        answer("/v2/", 401, Map.of("WWW-Authenticate", "Basic realm=\"x\""), "");
        assertThat(told(pull(true))).containsExactly("TOKEN 401");
    }
}
