package io.devdoctor.probe;

import static io.devdoctor.probe.Recordings.cause;
import static io.devdoctor.probe.Recordings.linux;
import static io.devdoctor.probe.Recordings.part;
import static io.devdoctor.probe.Recordings.why;
import static io.devdoctor.probe.Recordings.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerClient.By;
import io.devdoctor.machine.DockerClient.Choice;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Ports;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerClientProbeTest {
    private static final String DOCKER = "C:\\\\Users\\\\li\\\\.docker";
    private static final String CONTEXTS = DOCKER + "\\\\contexts\\\\meta";
    private static final String DESKTOP_LINUX = "fe9c6bd7a66301f49ca9b6a70b217107cd1284598bfc254700c989b916da791e";
    private static final Choice STANDARD = new Choice(By.DEFAULT, "npipe:////./pipe/docker_engine", "default");

    private static DockerClient client(Ports ports) {
        return part(ports, new DockerClientProbe(Optional.empty()));
    }

    private static String environment(String process, String user) {
        return "'environment': {'process': {%s}, 'user': {%s}, 'machine': {}}".formatted(process, user);
    }

    private static String files(String config) {
        return """
            'files': {'%s\\\\config.json': %s,
              '%s': {'entries': ['%s', '0000']},
              '%s\\\\0000\\\\meta.json': {'text': '{'},
              '%s\\\\%s\\\\meta.json': {'text': '{\\"Name\\":\\"desktop-linux\\",\\"Endpoints\\":{\\"docker\\":{\\"Host\\":\\"npipe:////./pipe/dockerDesktopLinuxEngine\\"}}}'}}
            """.formatted(DOCKER, config, CONTEXTS, DESKTOP_LINUX, CONTEXTS, CONTEXTS, DESKTOP_LINUX);
    }

    private static String text(String json) {
        return "{'text': '" + json.replace("\"", "\\\"") + "'}";
    }

    @Test
    void dockerHostWinsOverEverything() {
        DockerClient client = client(windows(
                environment("'DOCKER_CONTEXT': 'desktop-linux'", "'DOCKER_HOST': 'tcp://localhost:2375'"),
                files(text("{\"currentContext\":\"desktop-linux\"}"))));
        assertThat(client.chosen().known()).contains(new Choice(By.DOCKER_HOST, "tcp://localhost:2375", "default"));
        assertThat(client.variables())
                .extracting(DockerClient.Variable::name, DockerClient.Variable::scope)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("DOCKER_CONTEXT", "process"),
                        org.assertj.core.groups.Tuple.tuple("DOCKER_HOST", "user"));
    }

    @Test
    void anEmptyVariableIsNotSet() {
        DockerClient client = client(windows(environment("'DOCKER_HOST': ''", ""), files("null")));
        assertThat(client.chosen().known()).contains(STANDARD);
        assertThat(client.variables()).isEmpty();
    }

    @Test
    void aContextNamesItsEndpoint() {
        DockerClient byFile =
                client(windows(environment("", ""), files(text("{\"currentContext\":\"desktop-linux\"}"))));
        assertThat(byFile.chosen().known())
                .contains(new Choice(By.CURRENT_CONTEXT, "npipe:////./pipe/dockerDesktopLinuxEngine", "desktop-linux"));
        assertThat(byFile.contexts())
                .singleElement()
                .satisfies(context -> assertThat(context.name()).isEqualTo("desktop-linux"));
        DockerClient byVariable =
                client(windows(environment("'DOCKER_CONTEXT': 'desktop-linux'", ""), files(text("{}"))));
        assertThat(byVariable.chosen().known().orElseThrow().by()).isEqualTo(By.DOCKER_CONTEXT);
    }

    @Test
    void aContextThatIsGoneChoosesNothing() {
        DockerClient client = client(windows(environment("'DOCKER_CONTEXT': 'gone'", ""), files(text("{}"))));
        assertThat(why(client.chosen())).isEqualTo("FAILED context not found: gone");
    }

    @Test
    void withoutAnythingItIsTheStandardPipeOrSocket() {
        assertThat(client(windows(environment("", ""), files("null"))).chosen().known())
                .contains(STANDARD);
        DockerClient linux = client(linux(environment("", ""), "'files': {'/home/li/.docker/config.json': null}"));
        assertThat(linux.chosen().known()).contains(new Choice(By.DEFAULT, "unix:///var/run/docker.sock", "default"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"currentContext\": ", "\uFEFF{\"currentContext\": \"desktop-linux\"}", "[]"})
    void aFileThatDockerCannotReadCountsAsEmpty(String config) {
        DockerClient client = client(windows(environment("", ""), files(text(config))));
        assertThat(cause(client.currentContext())).isEqualTo(Reading.Cause.UNREADABLE);
        assertThat(client.chosen().known()).contains(STANDARD);
    }

    @Test
    void whatCouldNotBeReadDecidesNothing() {
        assertThat(cause(client(windows(environment("", ""), files("{'denied': true}")))
                        .chosen()))
                .isEqualTo(Reading.Cause.DENIED);
        assertThat(cause(client(windows(files("null"))).chosen())).isEqualTo(Reading.Cause.NOT_RECORDED);
    }

    @Test
    void dockerConfigMovesTheFolder() {
        DockerClient client = client(windows(
                environment("'DOCKER_CONFIG': 'D:\\\\cfg'", ""),
                "'files': {'D:\\\\cfg\\\\config.json': {'text': '{}'}, 'D:\\\\cfg\\\\contexts\\\\meta': null}"));
        assertThat(client.configJson().isKnown()).isTrue();
        assertThat(client.chosen().known()).contains(STANDARD);
    }

    @Test
    void theUserMayNameAnEngine() {
        DockerClient client = part(windows(), new DockerClientProbe(Optional.of("tcp://10.0.0.1:2375")));
        assertThat(client.chosen().known()).contains(new Choice(By.OVERRIDE, "tcp://10.0.0.1:2375", "default"));
    }

    @Test
    void aPlaceThatWasNotReadLeavesTheChoiceOpen() {
        String unread = "'environment': {'process': {%s}, 'machine': {}}";
        DockerClient open = client(windows(unread.formatted(""), files("null")));
        assertThat(cause(open.chosen())).isEqualTo(Reading.Cause.NOT_RECORDED);
        DockerClient context = client(windows(unread.formatted("'DOCKER_CONTEXT': 'default'"), files("null")));
        assertThat(cause(context.chosen())).isEqualTo(Reading.Cause.NOT_RECORDED);
        DockerClient decided =
                client(windows(unread.formatted("'DOCKER_HOST': 'tcp://localhost:2375'"), files("null")));
        assertThat(decided.chosen().known().orElseThrow().by()).isEqualTo(By.DOCKER_HOST);
    }
}
