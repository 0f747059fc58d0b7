package io.devdoctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.EngineApi;
import io.devdoctor.system.Ports;
import io.devdoctor.testing.FindingAssert;
import io.devdoctor.testing.Focus;
import io.devdoctor.testing.OtherEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Engines of every age are asked in a version that they speak: the one these probes were written for, or the nearest
/// that the engine offers; where it does not say how far back it goes, its own. Only `/info` is asked in the engine's
/// own, since below it members are hidden.
class ApiVersionTest {
    private static final String ENDPOINT = "unix:///engine.sock";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1.41  | 1.12 | 1.41
        1.43  | 1.12 | 1.43
        1.44  | 1.24 | 1.44
        1.47  | 1.24 | 1.47
        1.48  | 1.24 | 1.48
        1.51  | 1.24 | 1.48
        1.52  | 1.44 | 1.48
        1.55  | 1.40 | 1.48
        1.70  | 1.60 | 1.60
        2.3   | 2.0  | 2.0
        1.100 | 1.40 | 1.48
        1.41  |      | 1.41
        1.55  |      | 1.55
        """)
    void everyQuestionIsAskedInAVersionOfBoth(String api, String least, String spoken) {
        List<String> asked = ask(api, least == null ? "" : least);
        assertThat(asked)
                .contains("/v" + api + "/info", "/v" + spoken + "/containers/json?all=1", "/v" + spoken + "/system/df");
        assertThat(asked)
                .filteredOn(path -> path.startsWith("/v") && !path.equals("/version") && !path.endsWith("/info"))
                .allMatch(path -> path.startsWith("/v" + spoken + "/"));
    }

    /// What an engine says of its versions may be nonsense: then it is asked nothing more, and nothing is healthy.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        newest            | 1.40
        1.x               | 1.40
        99999999999999.1  | 1.40
        1.55              | least
        1.55              | 1
        """)
    void nonsenseIsNoVersion(String api, String least) {
        assertThat(ask(api, least)).noneMatch(path -> path.contains("/containers/json"));
    }

    private static List<String> ask(String api, String least) {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        Ports ports = ports(asked, api, least);
        ProbeOptions options = new ProbeOptions(Optional.of(ENDPOINT), List.of("127.0.0.1:9"));
        var result = new Focus(id ->
                        id.equals("container.exited") || id.equals("docker.disk-usage") || id.equals("docker.engine"))
                .examine(ports, options);
        result.findings().forEach(FindingAssert::canBeSaid);
        return asked;
    }

    private static Ports ports(List<String> asked, String api, String least) {
        Ports live = io.devdoctor.system.posix.PosixPorts.live();
        EngineApi engine = (endpoint, path, budget) -> {
            asked.add(path);
            Source source = new Source(Source.Kind.ENGINE, endpoint + " GET " + path, Instant.EPOCH);
            byte[] body = body(path, api, least).getBytes(StandardCharsets.UTF_8);
            Map<String, String> headers = path.equals("/_ping") ? Map.of("api-version", api) : Map.of();
            return new Reading.Known<>(
                    new EngineApi.EngineReply(200, headers, Bytes.of(body), Instant.EPOCH, Duration.ofMillis(1)),
                    source);
        };
        return OtherEngine.of(live, engine);
    }

    private static String body(String path, String api, String least) {
        if (path.equals("/_ping")) return "OK";
        if (path.equals("/version")) {
            return "{\"Version\":\"29.7.2\",\"ApiVersion\":\"" + api + "\",\"MinAPIVersion\":\"" + least + "\"}";
        }
        if (path.endsWith("/info")) return "{\"OSType\":\"linux\",\"NCPU\":2,\"MemTotal\":8000000000}";
        if (path.endsWith("/system/df")) return "{\"LayersSize\":0}";
        return "[]";
    }
}
