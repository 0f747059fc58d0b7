package io.devdoctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import io.devdoctor.system.EngineApi;
import io.devdoctor.system.Ports;
import io.devdoctor.testing.FindingAssert;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// However many containers an engine has and however it answers, it is asked a bounded number of questions.
class ContainersProbeTest {
    private static final int MANY = 2000;
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final String STATE = """
        {"Image": "sha256:%064x", "Path": "/app", "RestartCount": 9, "LogPath": "",
         "State": {"OOMKilled": false, "ExitCode": %d, "Error": "<b>\\u202e\\u001b[31m{0} ''",
                   "FinishedAt": "2026-11-20T07:59:00Z", "StartedAt": "2026-11-20T07:59:01Z"},
         "HostConfig": {"Memory": 0, "LogConfig": {"Type": "json-file", "Config": {}}}, "Config": {"Env": ["A=b"]}}\
        """;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @Test
    void twoThousandContainersCostAtMost97Requests() {
        Containers containers = known(read(ContainersProbeTest::usual));
        assertThat(containers.all()).hasSize(MANY);
        assertThat(containers.truncated()).isTrue();
        assertThat(paths("/containers/c\\d+/json")).isEqualTo(ContainersProbe.MOST_INSPECTED);
        assertThat(paths("/images/.*")).isEqualTo(ContainersProbe.MOST_IMAGES);
        assertThat(paths("/containers/c\\d+/logs.*")).isEqualTo(ContainersProbe.MOST_LOGS);
        assertThat(paths("/containers/.*|/images/.*|/networks")).isEqualTo(97);
        assertThat(containers.all().subList(0, 60))
                .as("those that run are looked into beside those that failed")
                .extracting(Containers.Container::state)
                .contains("running", "exited");
    }

    @Test
    void anEngineThatGoesSilentIsNotAskedOn() {
        Containers containers = known(read(path -> path.matches(".*/containers/c\\d+/json") ? "timeout" : usual(path)));
        // Six are under way at once when the third goes unanswered.
        assertThat(paths("/containers/c\\d+/json")).isLessThanOrEqualTo(8);
        assertThat(containers.all().stream()
                        .filter(container -> container.details() instanceof Reading.Unknown<Details>)
                        .count())
                .isEqualTo(ContainersProbe.MOST_INSPECTED);
    }

    @Test
    void markupAndControlCharactersDoNoHarm() {
        Machine machine = machine(ContainersProbeTest::usual);
        for (Check check : Checks.ALL) {
            if (!check.info().id().startsWith("container.")) continue;
            List<Finding> found = FindingAssert.examine(check, machine);
            assertThat(found).as(check.info().id()).isNotEmpty();
        }
    }

    @Test
    void answersOfOtherShapesAreNoFacts() {
        for (String body : List.of("[]", "{\"State\": []}", "<html>", "{\"State\": {\"ExitCode\": \"1\"}}", "null")) {
            Containers containers = known(read(path -> path.contains("/containers/json") ? usual(path) : body));
            assertThat(containers.all().getFirst().details()).as(body).isInstanceOf(Reading.Unknown.class);
        }
    }

    private static String usual(String path) {
        if (path.contains("/containers/json")) return list();
        if (path.endsWith("/info")) return "{\"OSType\": \"linux\"}";
        if (path.endsWith("/networks")) return "[{\"Name\": \"bridge\", \"Driver\": \"bridge\"}]";
        if (path.contains("/images/")) return "{\"Architecture\": \"amd64\", \"Os\": \"linux\", \"Config\": {}}";
        if (path.contains("/logs?")) return "<script>\u0007\u202E\n";
        int id = Integer.parseInt(path.replaceAll(".*/c(\\d+)/json", "$1"));
        return STATE.formatted(id, id % 2);
    }

    private static String list() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> """
                    {"Id": "c%d", "Names": ["/<b>\\u202e%d</b>\\u001b[31m"], "State": "%s", "Status": "%s", "Image": "{0}",
                     "Labels": {"com.docker.compose.project": "<i>\\u0000'{1}"}}\
                    """.formatted(
                                i, i, i % 2 == 0 ? "running" : "exited", i % 2 == 0 ? "Up" : "Exited" + " (1) now"))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private long paths(String pattern) {
        return asked.stream()
                .map(path -> path.replaceFirst("^/v[\\d.]+", ""))
                .filter(path -> path.matches(pattern))
                .count();
    }

    private Reading<Containers> read(Function<String, String> answers) {
        return machine(answers).containers();
    }

    private Machine machine(Function<String, String> answers) {
        Ports bare = Recordings.windows();
        EngineApi engine = (endpoint, path, _) -> {
            asked.add(path);
            Source source = new Source(Source.Kind.ENGINE, endpoint + " GET " + path, NOW);
            String body = path.contains("_ping")
                    ? "OK"
                    : path.endsWith("/version")
                            ? "{\"ApiVersion\": \"1.52\", \"Arch\": \"amd64\"}"
                            : answers.apply(path);
            if (body.equals("timeout")) return new Reading.Unknown<>(Cause.TIMED_OUT, "10000 ms", source);
            Bytes bytes = Bytes.of(body.getBytes(StandardCharsets.UTF_8));
            return new Reading.Known<>(
                    new EngineApi.EngineReply(200, Map.of(), bytes, NOW, Duration.ofMillis(1)), source);
        };
        Ports ports = new Ports(
                bare.origin(),
                bare.platform(),
                bare.projects(),
                bare.clock(),
                bare.registry(),
                bare.services(),
                bare.commands(),
                bare.files(),
                bare.repositories(),
                bare.environment(),
                bare.hardware(),
                bare.network(),
                bare.pipes(),
                bare.win32(),
                bare.wmi(),
                engine);
        Machine machine = Machine.of(ports.platform(), NOW);
        Probe<?>[] probes = {
            new DockerClientProbe(Optional.of("tcp://127.0.0.1:2375")), new DockerEngineProbe(), new ContainersProbe()
        };
        for (Probe<?> probe : probes) machine = with(machine, ports, probe);
        return machine;
    }

    private static <T> Machine with(Machine machine, Ports ports, Probe<T> probe) {
        return machine.with(probe.part(), probe.read(ports, machine));
    }

    private static Containers known(Reading<Containers> reading) {
        return reading.known().orElseThrow(() -> new AssertionError("not known: " + reading));
    }
}
