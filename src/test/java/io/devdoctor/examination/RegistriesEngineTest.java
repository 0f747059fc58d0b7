package io.devdoctor.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.probe.ProbeOptions;
import io.devdoctor.system.Ports;
import io.devdoctor.system.live.LocalNetwork;
import io.devdoctor.system.posix.PosixPorts;
import io.devdoctor.testing.CertificateAuthority;
import io.devdoctor.testing.EngineAlone;
import io.devdoctor.testing.EngineProxy;
import io.devdoctor.testing.FindingAssert;
import io.devdoctor.testing.Focus;
import io.devdoctor.testing.LoopbackNames;
import io.devdoctor.testing.RegistryStub;
import io.devdoctor.testing.Spoilers;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A real engine that names mirrors, proxies and images of registries on loopback: each is asked over real sockets, and
/// each failure is told as the step at which it happens.
@ExtendWith(EngineAlone.class)
@EnabledIfEnvironmentVariable(
        named = "DEVDOCTOR_TEST_ENGINE",
        matches = ".+",
        disabledReason = "needs a Docker engine: set DEVDOCTOR_TEST_ENGINE to its endpoint")
class RegistriesEngineTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final Map<String, String> REGISTRY =
            Map.of("Content-Type", "application/json", "Docker-Distribution-Api-Version", "registry/2.0");
    private static final Map<String, String> PAGE = Map.of("Content-Type", "text/html; charset=utf-8");

    @TempDir
    private static Path keys;

    private static CertificateAuthority authority;

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Duration> late = new HashMap<>();

    @BeforeAll
    static void issue() throws Exception {
        authority = new CertificateAuthority(keys)
                .issue("good", "-1d", "30")
                .issue("old", "-30d", "10")
                .issue("early", "+10d", "30");
    }

    @AfterEach
    void close() throws Exception {
        CertificateAuthority.distrust();
        for (AutoCloseable each : open) each.close();
    }

    @Test
    void everyKindOfMirror() throws Exception {
        authority.trust();
        Map<String, String> expected = new LinkedHashMap<>();
        RegistryStub slow = stub();
        late.put(":" + slow.port() + "/", Duration.ofSeconds(5));
        expected.put(slow.url("127.0.0.1"), "WARNING slow-first");
        expected.put(stub().url("127.0.0.1"), "OK ok");
        expected.put(stub().greeting(200, REGISTRY, "{}").url("127.0.0.1"), "OK ok");
        expected.put(secure("good").url("localhost"), "OK ok");
        expected.put(stub().greeting(403, JSON, "{}").url("127.0.0.1"), "WARNING refuses");
        expected.put(stub().greeting(200, PAGE, "<html>").url("127.0.0.1"), "WARNING web-page");
        expected.put(stub().greeting(200, JSON, "{}").url("127.0.0.1"), "WARNING no-registry");
        expected.put(stub().greeting(-1, JSON, "").url("127.0.0.1"), "WARNING dead");
        expected.put(stub().greeting(0, JSON, "").url("127.0.0.1"), "WARNING dead");
        expected.put("http://127.0.0.1:" + closedPort(), "WARNING dead");
        expected.put("http://mirror.invalid", "WARNING dead");
        expected.put(secure("old").url("localhost"), "WARNING dead");
        expected.put("https://localhost:" + stub().port(), "WARNING dead");
        expected.put(stub().blob(403).url("127.0.0.1"), "WARNING stuck");
        expected.put(stub().answer("/token", 503, JSON, "").url("127.0.0.1"), "WARNING stuck");
        expected.put(
                stub().answer(RegistryStub.IMAGE + "manifests/latest", 429, JSON, "")
                        .url("127.0.0.1"),
                "WARNING limited");
        names.put("mine.mirror.aliyuncs.com", "127.0.0.1");
        expected.put(stub().url("mine.mirror.aliyuncs.com"), "WARNING stale");

        List<Finding> found = examine("docker.registry-mirrors", mirrors(expected.keySet()), List.of());

        assertThat(outcomes(found)).isEqualTo(expected);
    }

    /// A certificate of an authority that only this network believes in: who it is, is told by name.
    @Test
    void aMirrorThatSomebodyLooksInto() throws Exception {
        String url = secure("good").url("localhost");
        Finding found = examine("docker.registry-mirrors", mirrors(List.of(url)), List.of())
                .getFirst();
        assertThat(outcome(found)).isEqualTo("WARNING dead");
        assertThat(evidence(found)).contains(CertificateAuthority.NAME);
    }

    /// Whether the engine gets there through its proxy nobody knows who may not use it.
    @Test
    void aMirrorBehindAProxyThatDemandsASignIn() throws Exception {
        String proxy = "127.0.0.1:" + demanding().port();
        String url = "http://127.0.0.1:" + closedPort();
        Finding found = examine("docker.registry-mirrors", withProxy(mirrors(List.of(url)), proxy), List.of())
                .getFirst();
        assertThat(outcome(found)).isEqualTo("WARNING dead-directly");
        assertThat(evidence(found)).contains(proxy);
    }

    @Test
    void everyStepOnTheWayToARegistry() throws Exception {
        authority.trust();
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put(registry("good.example", secure("good")), "OK ok");
        expected.put("closed.example:" + closedPort("closed.example"), "PROBLEM refused");
        expected.put("registry.invalid:443", "PROBLEM dns");
        expected.put(registry("plain.example", stub()), "PROBLEM tls");
        expected.put("mute.example:" + mutePort("mute.example"), "PROBLEM tls");
        expected.put(registry("leaves.example", secure("good").greeting(0, JSON, "")), "PROBLEM http");
        expected.put(registry("page.example", secure("good").greeting(200, PAGE, "<html>")), "PROBLEM web-page");
        expected.put(registry("busy.example", secure("good").greeting(429, JSON, "{}")), "WARNING limited");
        assertThat(outcomes(examine("docker.registry-access", direct(), expected.keySet())))
                .isEqualTo(expected);
    }

    @Test
    void everyCertificateThatIsNotBelieved() throws Exception {
        authority.trust();
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put(registry("old.example", secure("old")), "PROBLEM expired");
        expected.put(registry("early.example", secure("early")), "PROBLEM not-yet-valid");
        RegistryStub other = secure("good");
        names.put("other.example", "127.0.0.1");
        expected.put("other.example:" + other.port(), "PROBLEM other-name");
        expected.put(registry("down.example", secure("good").greeting(503, JSON, "{}")), "WARNING refuses");
        assertThat(outcomes(examine("docker.registry-access", direct(), expected.keySet())))
                .isEqualTo(expected);
    }

    @Test
    void whoLooksIntoTheConnectionIsNamed() throws Exception {
        Finding found = examine("docker.registry-access", direct(), List.of(registry("seen.example", secure("good"))))
                .getFirst();
        assertThat(outcome(found)).isEqualTo("PROBLEM issuer");
        assertThat(Messages.of(Language.ENGLISH).say(found.message())).contains(CertificateAuthority.NAME);
        assertThat(evidence(found)).contains(CertificateAuthority.NAME);
    }

    @Test
    void theProxyDemandsASignIn() throws Exception {
        String name = "closed.example:" + closedPort("closed.example");
        JsonNode proxied = withProxy(direct(), "127.0.0.1:" + demanding().port());
        assertThat(outcomes(examine("docker.registry-access", proxied, List.of(name))))
                .isEqualTo(Map.of(name, "WARNING proxy-sign-in"));
    }

    private RegistryStub stub() throws IOException {
        RegistryStub stub = new RegistryStub(null);
        open.add(stub);
        return stub;
    }

    private RegistryStub secure(String alias) throws Exception {
        RegistryStub stub = new RegistryStub(authority.server(alias));
        open.add(stub);
        return stub;
    }

    /// A proxy that wants to know who asks, whatever is asked.
    private RawServer demanding() throws IOException {
        RawServer server = new RawServer("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n"
                + "Proxy-Authenticate: Basic realm=\"x\"\r\nConnection: close\r\n\r\n");
        open.add(server);
        return server;
    }

    /// As it stands in the names of images.
    private String registry(String name, RegistryStub stub) {
        names.put(name, "localhost");
        return name + ":" + stub.port();
    }

    private int mutePort(String name) throws IOException {
        names.put(name, "localhost");
        RawServer server = new RawServer("");
        open.add(server);
        return server.port();
    }

    private int closedPort(String name) throws IOException {
        names.put(name, "localhost");
        return closedPort();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static JsonNode direct() {
        return mirrors(List.of());
    }

    /// What is different in the engine's description of itself.
    private static JsonNode mirrors(Iterable<String> urls) {
        ObjectNode info = tools.jackson.databind.json.JsonMapper.shared().createObjectNode();
        info.put("HttpProxy", "").put("HttpsProxy", "");
        ArrayNode mirrors = info.putObject("RegistryConfig").putArray("Mirrors");
        urls.forEach(url -> mirrors.add(url + "/"));
        return info;
    }

    private static JsonNode withProxy(JsonNode info, String address) {
        return ((ObjectNode) info).put("HttpProxy", "http://" + address).put("HttpsProxy", "http://" + address);
    }

    private List<Finding> examine(String check, JsonNode info, Iterable<String> registries) throws IOException {
        String engine = String.valueOf(System.getenv("DEVDOCTOR_TEST_ENGINE"));
        try (EngineProxy proxy = new EngineProxy(folder, engine, path -> switch (path) {
            case "/info" ->
                Spoilers.json(real -> {
                    info.properties().forEach(member -> ((ObjectNode) real).set(member.getKey(), member.getValue()));
                    return real;
                });
            case "/images/json" -> Spoilers.document(images(registries));
            default -> Spoilers.none();
        })) {
            ProbeOptions options = new ProbeOptions(Optional.of(proxy.endpoint()), List.of("127.0.0.1:9"));
            List<Finding> found =
                    new Focus(check::equals).examine(ports(), options).findings();
            found.forEach(FindingAssert::canBeSaid);
            return found;
        }
    }

    private static String images(Iterable<String> registries) {
        List<String> images = new ArrayList<>();
        registries.forEach(name -> images.add("{\"Id\": \"sha256:%s\", \"RepoDigests\": [\"%s/app@sha256:%s\"]}"
                .formatted("d".repeat(64), name, "e".repeat(64))));
        return images.toString();
    }

    /// This machine without the settings of the person who runs the test.
    private Ports ports() {
        Ports live = PosixPorts.live();
        Platform here = live.platform();
        Source source = new Source(Source.Kind.DERIVED, "no variables", Instant.EPOCH);
        return new Ports(
                live.origin(),
                new Platform(
                        here.family(),
                        here.version(),
                        here.locale(),
                        here.ansiCodePage(),
                        here.oemCodePage(),
                        here.timeZone(),
                        here.user(),
                        folder.toString(),
                        here.hostName()),
                live.projects(),
                live.clock(),
                live.registry(),
                live.services(),
                live.commands(),
                live.files(),
                live.repositories(),
                _ -> new Reading.Known<>(Map.of(), source),
                live.hardware(),
                new LoopbackNames(new LocalNetwork(), names, late),
                live.pipes(),
                live.win32(),
                live.wmi(),
                live.engine());
    }

    private static Map<String, String> outcomes(List<Finding> found) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (Finding finding : found) outcomes.put(finding.subject().name().replaceFirst("/$", ""), outcome(finding));
        return outcomes;
    }

    private static String outcome(Finding finding) {
        return finding.verdict() + " " + FindingAssert.outcome(finding);
    }

    private static String evidence(Finding finding) {
        return finding.evidence().stream().map(each -> each.value()).collect(Collectors.joining("\n"));
    }
}
