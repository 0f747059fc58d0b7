package io.devdoctor.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.probe.ProbeOptions;
import io.devdoctor.system.posix.PosixPorts;
import io.devdoctor.testing.EngineAlone;
import io.devdoctor.testing.EngineBench;
import io.devdoctor.testing.EngineProxy;
import io.devdoctor.testing.EngineProxy.Spoiler;
import io.devdoctor.testing.FindingAssert;
import io.devdoctor.testing.Focus;
import io.devdoctor.testing.Spoilers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A real engine whose answers are late, broken, of another kind or without end: each is told as what it is, nothing
/// is taken for healthy, and no question takes longer than its budget.
@ExtendWith(EngineAlone.class)
@EnabledIfEnvironmentVariable(
        named = "DEVDOCTOR_TEST_ENGINE",
        matches = ".+",
        disabledReason = "needs a Docker engine: set DEVDOCTOR_TEST_ENGINE to its endpoint")
class SpoiltEngineTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> OF_CONTAINERS = Set.of(
            "container.exited",
            "container.logs",
            "container.memory-limits",
            "container.out-of-memory",
            "container.platform",
            "container.ports",
            "container.privileges",
            "container.restarting",
            "container.unhealthy");
    private static final Set<String> ABOUT = union(OF_CONTAINERS, "docker.engine", "docker.disk-usage", "clock.engine");
    /// Of a container that runs and of one that ended, each check asks only those that concern it.
    private static final Set<String> INSPECTED = OF_CONTAINERS;
    /// What is between two questions: threads, parsing, a busy machine.
    private static final Duration SLACK = Duration.ofSeconds(15);

    @TempDir
    private static Path folder;

    private static EngineBench engine;

    @BeforeAll
    static void aSoundEngine() throws Exception {
        engine = new EngineBench(folder);
        engine.image(engine.name);
        engine.container("sound", "-d", engine.name, "sleep", "600");
        engine.container("done", engine.name, "sh", "-c", "exit 0");
    }

    @AfterAll
    static void clean() throws Exception {
        engine.clear();
    }

    @Test
    void throughAnHonestProxyAllIsWell() throws Exception {
        assertThat(Focus.notable(examine(_ -> Spoilers.none(), Duration.ZERO))).isEmpty();
    }

    /// Whoever does not answer the first question is asked no other.
    @Test
    void silenceAtThePing() throws Exception {
        assertThat(examine("/_ping", Spoilers.silence(), Duration.ofSeconds(5)))
                .isEqualTo(union(
                        unknown(OF_CONTAINERS),
                        "docker.engine WARNING silent",
                        "clock.engine UNKNOWN unknown",
                        "docker.disk-usage UNKNOWN unknown"));
    }

    @Test
    void silenceAtTheVersion() throws Exception {
        assertThat(examine("/version", Spoilers.silence(), Duration.ofSeconds(5)))
                .isEqualTo(union(
                        unknown(OF_CONTAINERS), "docker.engine WARNING slow", "docker.disk-usage UNKNOWN unknown"));
    }

    /// One that hangs with its lists hangs with all of them at the same time, not one after the other.
    @Test
    void silenceAtTheLists() throws Exception {
        assertThat(examine("/info|/containers/json.*|/system/df|/networks", Spoilers.silence(), Duration.ofSeconds(30)))
                .isEqualTo(union(
                        unknown(OF_CONTAINERS),
                        "docker.engine WARNING slow",
                        "clock.engine UNKNOWN unknown",
                        "docker.disk-usage UNKNOWN unknown"));
    }

    @Test
    void silenceAtTheContainers() throws Exception {
        assertThat(examine("/containers/[0-9a-f]+/.*", Spoilers.silence(), Duration.ofSeconds(10)))
                .isEqualTo(unknown(INSPECTED));
    }

    static final List<Spoiler> NO_DOCUMENT = List.of(
            Spoilers.html(),
            Spoilers.truncated(),
            Spoilers.truncatedChunk(),
            Spoilers.document(""),
            Spoilers.document("null"),
            Spoilers.document("42"),
            Spoilers.document("\"text\""),
            Spoilers.document("{}"),
            Spoilers.document("[]"),
            Spoilers.document("{\"ApiVersion\":true,\"OSType\":7,\"State\":[],\"LayersSize\":{}}"),
            Spoilers.document("[1, {\"a\": 2}]"),
            Spoilers.document("[".repeat(20_000)));

    @ParameterizedTest
    @FieldSource("NO_DOCUMENT")
    void noDocumentAtTheVersion(Spoiler spoiler) throws Exception {
        assertThat(examine("/version", spoiler, Duration.ZERO))
                .isEqualTo(union(
                        unknown(OF_CONTAINERS),
                        "docker.engine PROBLEM unreadable",
                        "docker.disk-usage UNKNOWN unknown"));
    }

    @ParameterizedTest
    @FieldSource("NO_DOCUMENT")
    void noDocumentAtTheInfo(Spoiler spoiler) throws Exception {
        assertThat(examine("/info", spoiler, Duration.ZERO))
                .isEqualTo(Set.of("docker.engine PROBLEM unreadable", "clock.engine UNKNOWN unknown"));
    }

    /// An empty list of containers is one.
    @ParameterizedTest
    @FieldSource("NO_DOCUMENT")
    void noDocumentAtTheListOfContainers(Spoiler spoiler) throws Exception {
        boolean empty = spoiler.equals(NO_DOCUMENT.get(8));
        assertThat(examine("/containers/json.*", spoiler, Duration.ZERO))
                .isEqualTo(empty ? Set.of() : unknown(OF_CONTAINERS));
    }

    @ParameterizedTest
    @FieldSource("NO_DOCUMENT")
    void noDocumentAtTheContainers(Spoiler spoiler) throws Exception {
        assertThat(examine("/containers/[0-9a-f]+/json", spoiler, Duration.ZERO))
                .isEqualTo(unknown(INSPECTED));
    }

    @ParameterizedTest
    @FieldSource("NO_DOCUMENT")
    void noDocumentAtTheDiskUsage(Spoiler spoiler) throws Exception {
        assertThat(examine("/system/df", spoiler, Duration.ZERO))
                .isEqualTo(Set.of("docker.disk-usage UNKNOWN unknown"));
    }

    /// One that dies after it has listed its containers leaves all of them unknown, not gone.
    @Test
    void theEngineDies() throws Exception {
        AtomicReference<EngineProxy> dying = new AtomicReference<>();
        Function<String, Spoiler> spoilers = path -> (real, client) -> {
            if (path.startsWith("/containers/json")) dying.get().vanish();
            Spoilers.none().answer(real, client);
        };
        try (EngineProxy proxy = new EngineProxy(folder, engine.endpoint, spoilers)) {
            dying.set(proxy);
            ProbeOptions options = new ProbeOptions(Optional.of(proxy.endpoint()), List.of("127.0.0.1:9"));
            List<Finding> found = new Focus(OF_CONTAINERS::contains)
                    .examine(PosixPorts.live(), options)
                    .findings();
            assertThat(Focus.notable(found)).isEqualTo(unknown(OF_CONTAINERS));
        }
    }

    /// Only the answer's status counts for the ping, unless there is no answer.
    @Test
    void halfAPing() throws Exception {
        assertThat(examine("/_ping", Spoilers.truncated(), Duration.ZERO))
                .contains("docker.engine PROBLEM unreadable")
                .containsAll(unknown(OF_CONTAINERS));
    }

    @Test
    void aWebPageEverywhere() throws Exception {
        assertThat(examine(".*", Spoilers.html(), Duration.ZERO))
                .isEqualTo(union(
                        unknown(OF_CONTAINERS),
                        "docker.engine PROBLEM unreadable",
                        "clock.engine UNKNOWN unknown",
                        "docker.disk-usage UNKNOWN unknown"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        .*                        | docker.engine PROBLEM error | container | clock.engine | docker.disk-usage
        /version                  | docker.engine UNKNOWN unknown | container | | docker.disk-usage
        /info                     | docker.engine UNKNOWN unknown | | clock.engine |
        /containers/json.*        | | container | |
        /containers/[0-9a-f]+/json| | container | |
        /system/df                | | | | docker.disk-usage
        """)
    void anErrorOfTheServer(String paths, String told, String containers, String clock, String disk) throws Exception {
        Set<String> expected = new TreeSet<>();
        if (told != null) expected.add(told);
        if (containers != null) expected.addAll(unknown(OF_CONTAINERS));
        Stream.of(Optional.ofNullable(clock), Optional.ofNullable(disk))
                .flatMap(Optional::stream)
                .forEach(check -> expected.add(check + " UNKNOWN unknown"));
        Spoiler error = Spoilers.status(500, "{\"message\":\"<b>boom</b>\"}");
        assertThat(examine(paths, error, Duration.ZERO)).isEqualTo(expected);
    }

    /// The client hangs up by itself, long before everything came.
    @ParameterizedTest
    @ValueSource(strings = {"/_ping", "/version", "/info", "/containers/json.*", "/containers/[0-9a-f]+/json"})
    void gigabytes(String path) throws Exception {
        AtomicLong sent = new AtomicLong();
        Set<String> found = examine(path, Spoilers.endless("{\"a\":\"", sent), Duration.ofSeconds(10));
        assertThat(sent.get()).isLessThan(1L << 30);
        assertThat(found).isNotEmpty();
        switch (path) {
            case "/_ping", "/version" ->
                assertThat(found).contains("docker.engine PROBLEM unreadable").containsAll(unknown(OF_CONTAINERS));
            case "/info" ->
                assertThat(found).isEqualTo(Set.of("docker.engine PROBLEM unreadable", "clock.engine UNKNOWN unknown"));
            case "/containers/json.*" -> assertThat(found).isEqualTo(unknown(OF_CONTAINERS));
            default -> assertThat(found).isEqualTo(unknown(INSPECTED));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        600,   clock.engine PROBLEM fast
        -3600, clock.engine PROBLEM slow
        10,    clock.engine WARNING fast
        -10,   clock.engine WARNING slow
        1,     ''
        """)
    void aShiftedClock(long seconds, String told) throws Exception {
        Spoiler shifted = Spoilers.json(info -> ((ObjectNode) info)
                .put(
                        "SystemTime",
                        OffsetDateTime.parse(info.path("SystemTime").asString())
                                .plusSeconds(seconds)
                                .toString()));
        assertThat(examine("/info", shifted, Duration.ZERO)).isEqualTo(told.isEmpty() ? Set.of() : Set.of(told));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"yesterday\"", "\"2026-13-45T99:00:00Z\"", "7", "[]", "true", "\"+999999999-12-31T23:59:59Z\""
            })
    void aClockThatCannotBeRead(String time) throws Exception {
        Spoiler spoilt = Spoilers.json(info -> ((ObjectNode) info).set("SystemTime", JSON.readTree(time)));
        assertThat(examine("/info", spoilt, Duration.ZERO)).isEqualTo(Set.of("clock.engine UNKNOWN unknown"));
    }

    /// Podman says nothing of the time.
    @Test
    void noClock() throws Exception {
        Spoiler without = Spoilers.json(info -> ((ObjectNode) info).without("SystemTime"));
        List<Finding> found = examine(Spoilers.at("/info", without), Duration.ZERO);
        assertThat(Focus.notable(found)).isEmpty();
        assertThat(found.stream().filter(finding -> finding.check().id().equals("clock.engine")))
                .allMatch(finding -> finding.verdict() == Verdict.NOT_APPLICABLE);
    }

    /// Every member of every answer turns into another type: findings may differ, nothing breaks, nothing is made up.
    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "-1.5e300", "true", "\"text\"", "[]", "{}", "[null]", "{\"a\": 1}"})
    void membersOfOtherTypes(String other) throws Exception {
        for (String path : List.of("/info", "/containers/json.*", "/containers/[0-9a-f]+/json", "/system/df")) {
            List<Finding> found = examine(
                    Spoilers.at(path, Spoilers.json(tree -> OtherTypes.everywhere(tree, other))), Duration.ZERO);
            assertThat(found)
                    .allSatisfy(finding -> assertThat(finding.message().key()).isNotEqualTo("unknown.CRASHED"));
            assertThat(found.stream().filter(finding -> finding.verdict() == Verdict.PROBLEM))
                    .allMatch(finding -> finding.check().id().equals("docker.engine"));
        }
    }

    private static Set<String> unknown(Set<String> checks) {
        Set<String> lines = new TreeSet<>();
        checks.forEach(check -> lines.add(check + " UNKNOWN unknown"));
        return lines;
    }

    private static Set<String> union(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private Set<String> examine(String paths, Spoiler spoiler, Duration budget) throws Exception {
        return Focus.notable(examine(Spoilers.at(paths, spoiler), budget));
    }

    private List<Finding> examine(Function<String, Spoiler> spoilers, Duration budget) throws Exception {
        long start = System.nanoTime();
        try (EngineProxy proxy = new EngineProxy(folder, engine.endpoint, spoilers)) {
            ProbeOptions options = new ProbeOptions(Optional.of(proxy.endpoint()), List.of("127.0.0.1:9"));
            List<Finding> found = new Focus(ABOUT::contains)
                    .examine(PosixPorts.live(), options)
                    .findings();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(budget.plus(SLACK));
            found.forEach(FindingAssert::canBeSaid);
            return found;
        }
    }
}
