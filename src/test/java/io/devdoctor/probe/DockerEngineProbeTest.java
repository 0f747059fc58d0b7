package io.devdoctor.probe;

import static io.devdoctor.probe.Recordings.cause;
import static io.devdoctor.probe.Recordings.part;
import static io.devdoctor.probe.Recordings.read;
import static io.devdoctor.probe.Recordings.value;
import static io.devdoctor.probe.Recordings.why;
import static io.devdoctor.probe.Recordings.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerEngineProbeTest {
    private static final String ENDPOINT = "npipe:////./pipe/docker_engine";
    private static final String PING = get("/_ping", "'status': 200, 'body': 'OK'");
    private static final String VERSION = get("/version", """
        'status': 200, 'body': {'Platform': {'Name': 'Docker Desktop 4.52.0 (211763)'}, 'Version': '29.0.1',
          'ApiVersion': '1.52', 'MinAPIVersion': '1.44', 'Os': 'linux', 'Arch': 'amd64', 'KernelVersion': '6.6'}\
        """);

    static String get(String path, String answer) {
        return "{'endpoint': '" + ENDPOINT + "', 'get': '" + path + "', " + answer + "}";
    }

    static DockerEngine engine(String... answers) {
        return part(
                windows("'docker': [" + String.join(", ", answers) + "]", "'pipes': ['docker_engine']"),
                new DockerEngineProbe(),
                new DockerClientProbe(Optional.of(ENDPOINT)));
    }

    private static DockerEngine info(String answer) {
        return engine(PING, VERSION, get("/v1.52/info", answer));
    }

    @Test
    void anEngineThatAnswers() {
        DockerEngine engine = info("""
            'status': 200, 'at': '2026-11-20T08:00:01Z', 'millis': 40, 'body': {'ID': 'x', 'OSType': 'linux',
              'OperatingSystem': 'Docker Desktop', 'NCPU': 8, 'MemTotal': 8241577984, 'Containers': 3,
              'SystemTime': '2026-11-20T16:00:00.123456789+08:00', 'Warnings': null,
              'RegistryConfig': {'Mirrors': ['https://mirror.example/', 7]}, 'Unheard': {}}\
            """);
        assertThat(value(engine.ping()).status()).isEqualTo(200);
        assertThat(value(engine.version()).api()).isEqualTo("1.52");
        assertThat(value(engine.version()).platform()).isEqualTo("Docker Desktop 4.52.0 (211763)");
        DockerEngine.Info info = value(engine.info());
        assertThat(info.memoryTotal().known()).contains(8241577984L);
        assertThat(info.processors().known()).contains(8);
        assertThat(info.systemTime().known()).contains(Instant.parse("2026-11-20T08:00:00.123456789Z"));
        assertThat(info.askedAt()).isEqualTo("2026-11-20T08:00:01Z");
        assertThat(info.answeredAt()).isEqualTo("2026-11-20T08:00:01.040Z");
        assertThat(info.mirrors()).containsExactly("https://mirror.example/");
        assertThat(info.containers()).isEqualTo(3);
        assertThat(info.running()).isEqualTo(-1);
    }

    @Test
    void aMissingNumberIsNotZero() {
        DockerEngine.Info info =
                value(info("'status': 200, 'body': {'OSType': 'linux', 'NCPU': 'eight', 'SystemTime': 'now'}")
                        .info());
        assertThat(cause(info.memoryTotal())).isEqualTo(Reading.Cause.UNREADABLE);
        assertThat(cause(info.processors())).isEqualTo(Reading.Cause.UNREADABLE);
        assertThat(cause(info.systemTime())).isEqualTo(Reading.Cause.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'body': '<html>hello</html>'",
                "'body': '{\\\"OSType\\\": \\\"linux\\\"'",
                "'body': '\\\"linux\\\"'",
                "'body': {}",
                "'body': '{}', 'truncated': true",
                "'body': ''"
            })
    void whatIsNoInfoIsUnreadable(String body) {
        assertThat(cause(info("'status': 200, " + body).info())).isEqualTo(Reading.Cause.UNREADABLE);
    }

    @Test
    void anErrorKeepsStatusAndMessage() {
        assertThat(why(info("'status': 400, 'body': {'message': 'client version 1.52 is too new'}")
                        .info()))
                .isEqualTo("FAILED HTTP 400: client version 1.52 is too new");
        assertThat(cause(info("'failed': 'timeout', 'millis': 10000").info())).isEqualTo(Reading.Cause.TIMED_OUT);
    }

    @Test
    void anEngineBehindAnAnsweringProxy() {
        String error = get("/_ping", "'status': 500, 'body': 'request returned 500'");
        DockerEngine engine = engine(error, error);
        assertThat(value(engine.ping()).status()).isEqualTo(500);
        assertThat(value(engine.ping()).excerpt()).isEqualTo("request returned 500");
        assertThat(why(engine.version())).isEqualTo("FAILED HTTP 500");
        assertThat(why(engine.info())).isEqualTo("FAILED HTTP 500");
    }

    @Test
    void oneSpurious500IsForgiven() {
        DockerEngine engine = engine(get("/_ping", "'status': 500"), PING, VERSION);
        assertThat(value(engine.ping()).status()).isEqualTo(200);
        assertThat(engine.version().isKnown()).isTrue();
    }

    @Test
    void aDoorThatIsMissingOrClosed() {
        assertThat(engine(get("/_ping", "'failed': 'refused'")).ping()).isInstanceOf(Reading.Absent.class);
        assertThat(engine(get("/_ping", "'failed': 'refused'")).info()).isInstanceOf(Reading.Absent.class);
        assertThat(cause(engine(get("/_ping", "'failed': 'denied'")).version())).isEqualTo(Reading.Cause.DENIED);
        assertThat(cause(engine(get("/_ping", "'failed': 'timeout', 'millis': 5000"))
                        .info()))
                .isEqualTo(Reading.Cause.TIMED_OUT);
    }

    @Test
    void withoutAVersionInfoIsAskedUnversioned() {
        DockerEngine engine = engine(
                PING,
                get("/version", "'status': 200, 'body': []"),
                get("/info", "'status': 200, 'body': {'OSType': 'linux'}"));
        assertThat(cause(engine.version())).isEqualTo(Reading.Cause.UNREADABLE);
        assertThat(value(engine.info()).osType()).isEqualTo("linux");
    }

    @Test
    void withoutAnEndpointThereIsNoEngine() {
        assertThat(cause(read(windows(), new DockerEngineProbe(), new DockerClientProbe(Optional.empty()))))
                .isEqualTo(Reading.Cause.NOT_RECORDED);
    }

    private static DockerEngine at(String endpoint, String environment, String... answers) {
        return part(
                windows(
                        "'environment': {'process': {" + environment + "}, 'user': {}, 'machine': {}}",
                        "'docker': [" + String.join(", ", answers).replace(ENDPOINT, endpoint) + "]"),
                new DockerEngineProbe(),
                new DockerClientProbe(environment.isEmpty() ? Optional.of(endpoint) : Optional.empty()));
    }

    /// A working engine behind TLS answers 400 to what DevDoctor asks: that is no illness of the engine.
    @Test
    void anEngineBehindTlsIsNotExamined() {
        String refusal = get("/_ping", "'status': 400, 'body': 'Client sent an HTTP request to an HTTPS server.\\n'");
        DockerEngine byPort = at("tcp://10.0.0.1:2376", "", refusal);
        DockerEngine byAnswer = at("tcp://10.0.0.1:9000", "", refusal);
        String host = "'DOCKER_HOST': 'tcp://10.0.0.1:2375', 'DOCKER_TLS_VERIFY': '1'";
        DockerEngine bySwitch = at("tcp://10.0.0.1:2375", host, PING, VERSION);
        for (DockerEngine engine : List.of(byPort, byAnswer, bySwitch)) {
            assertThat(why(engine.ping())).isEqualTo("FAILED TLS endpoint: not examined");
            assertThat(engine.version()).isInstanceOf(Reading.Unknown.class);
            assertThat(engine.info()).isInstanceOf(Reading.Unknown.class);
        }
        assertThat(value(at("tcp://10.0.0.1:2375", "", PING, VERSION).ping()).status())
                .isEqualTo(200);
    }
}
