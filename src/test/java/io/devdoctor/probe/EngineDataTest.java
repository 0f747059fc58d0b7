package io.devdoctor.probe;

import static io.devdoctor.probe.Recordings.cause;
import static io.devdoctor.probe.Recordings.read;
import static io.devdoctor.probe.Recordings.value;
import static io.devdoctor.probe.Recordings.why;
import static io.devdoctor.probe.Recordings.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.DiskUsage;
import io.devdoctor.machine.Reading;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Containers and disk usage.
class EngineDataTest {
    private static final String ENDPOINT = "tcp://127.0.0.1:2375";

    private static <T> Reading<T> ask(Probe<T> probe, String... answers) {
        String first = get("/_ping", "'status': 200, 'body': 'OK'") + ", "
                + get("/version", "'status': 200, 'body': {'ApiVersion': '1.52', 'MinAPIVersion': '1.44'}");
        String all = answers.length == 0 ? first : first + ", " + String.join(", ", answers);
        return read(
                windows("'docker': [" + all + "]"),
                probe,
                new DockerClientProbe(Optional.of(ENDPOINT)),
                new DockerEngineProbe());
    }

    private static String get(String path, String answer) {
        return "{'endpoint': '" + ENDPOINT + "', 'get': '" + path + "', " + answer + "}";
    }

    private static Containers containers(String list, String... more) {
        String[] answers = new String[more.length + 1];
        answers[0] = get("/containers/json?all=1", "'status': 200, 'body': [" + list + "]");
        System.arraycopy(more, 0, answers, 1, more.length);
        return value(ask(new ContainersProbe(), answers));
    }

    @Test
    void aContainerThatRanOutOfMemory() {
        Containers containers = containers("""
            {'Id': 'c2', 'Names': ['/web'], 'Image': 'nginx', 'State': 'running',
             'Ports': [{'IP': '0.0.0.0', 'PrivatePort': 80, 'PublicPort': 8080, 'Type': 'tcp'}, {'PrivatePort': 443}],
             'Labels': {'desktop.docker.io/binds/0/Source': 'C:\\\\src', 'odd': 7},
             'Mounts': [{'Type': 'bind', 'Source': '/run/desktop/mnt/host/c/src', 'Destination': '/src', 'RW': true}]},
            {'Id': 'c1', 'Names': ['/db'], 'Image': 'sha256:1', 'State': 'exited'}\
            """, get("/containers/c1/json", """
                'status': 200, 'body': {'RestartCount': 3, 'State': {'ExitCode': 137, 'OOMKilled': true,
                  'Error': '', 'FinishedAt': '2026-11-20T07:00:00Z'},
                  'HostConfig': {'Memory': 67108864, 'RestartPolicy': {'Name': 'always'}}}\
                """), get("/containers/c2/json", """
                    'status': 200, 'body': {'State': {'ExitCode': 0, 'OOMKilled': false,
                      'FinishedAt': '0001-01-01T00:00:00Z'}, 'HostConfig': {}}\
                    """));
        assertThat(containers.truncated()).isFalse();
        assertThat(containers.all()).extracting(Container::name).containsExactly("db", "web");
        Containers.Details details = value(containers.all().getFirst().details());
        assertThat(details.outOfMemory()).isTrue();
        assertThat(details.exitCode()).isEqualTo(137);
        assertThat(details.memoryLimit()).isEqualTo(64L << 20);
        assertThat(details.restartCount()).isEqualTo(3);
        assertThat(details.finishedAt().known()).contains(Instant.parse("2026-11-20T07:00:00Z"));
        Container web = containers.all().getLast();
        assertThat(value(web.details()).finishedAt()).isInstanceOf(Reading.Absent.class);
        assertThat(web.ports())
                .containsExactly(new Containers.Port("0.0.0.0", 8080, 80, "tcp"), new Containers.Port("", 0, 443, ""));
        assertThat(web.mounts())
                .containsExactly(new Containers.Mount("bind", "/run/desktop/mnt/host/c/src", "/src", true));
        assertThat(web.labels()).containsEntry("desktop.docker.io/binds/0/Source", "C:\\src");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'status': 500, 'body': {'message': 'layer does not exist'}",
                "'status': 200, 'body': {}",
                "'status': 200, 'body': {'State': {'ExitCode': 137}, 'HostConfig': {}}",
                "'status': 200, 'body': '<html>'",
                "'failed': 'timeout'"
            })
    void withoutAStateNothingIsKnownOfAContainer(String answer) {
        Containers containers = containers("{'Id': 'c1', 'State': 'exited'}", get("/containers/c1/json", answer));
        assertThat(containers.all().getFirst().details()).isInstanceOf(Reading.Unknown.class);
    }

    /// It went between the list and the question.
    @Test
    void aContainerThatWentMeanwhileIsAbsent() {
        Containers containers = containers(
                "{'Id': 'c1', 'State': 'exited'}",
                get("/containers/c1/json", "'status': 404, 'body': {'message': 'No such container: c1'}"));
        assertThat(containers.all().getFirst().details().isAbsent()).isTrue();
    }

    @Test
    void inspectingIsBounded() {
        String list = IntStream.range(0, 70)
                .mapToObj(i -> "{'Id': 'c" + i + "', 'State': '" + (i < 65 ? "running" : "exited") + "'}")
                .collect(Collectors.joining(", "));
        Containers containers = containers(list);
        assertThat(containers.truncated()).isTrue();
        assertThat(containers.all()).hasSize(70);
        assertThat(containers.all().subList(0, 5)).extracting(Container::state).containsOnly("exited");
        assertThat(containers.all())
                .filteredOn(c -> c.details() instanceof Reading.NotApplicable)
                .hasSize(10);
    }

    @Test
    void anAnswerThatIsNoListIsUnreadable() {
        String path = "/containers/json?all=1";
        assertThat(cause(ask(new ContainersProbe(), get(path, "'status': 200, 'body': {}"))))
                .isEqualTo(Reading.Cause.UNREADABLE);
        assertThat(why(ask(new ContainersProbe(), get(path, "'status': 500, 'body': 'oops'"))))
                .isEqualTo("FAILED HTTP 500: oops");
        assertThat(cause(ask(new ContainersProbe()))).isEqualTo(Reading.Cause.NOT_RECORDED);
        assertThat(value(ask(new ContainersProbe(), get(path, "'status': 200, 'body': []")))
                        .all())
                .isEmpty();
    }

    private static final String OLD_SHAPE = """
        'LayersSize': 1000, 'Images': [{'Id': 'i1', 'RepoTags': ['<none>:<none>'], 'Size': 500, 'Created': 1795161600,
          'SharedSize': -1, 'Containers': 0}, {'Id': 'i2', 'RepoTags': ['a:1']}],
        'Containers': [{'Id': 'c1', 'Names': ['/db'], 'State': 'running', 'SizeRw': 7}],
        'Volumes': [{'Name': 'v1', 'Labels': {'com.docker.volume.anonymous': ''}, 'UsageData': {'Size': 9, 'RefCount': 0}},
                    {'Name': 'v2', 'Labels': null}],
        'BuildCache': [{'ID': 'b1', 'Type': 'regular', 'Size': 3, 'InUse': false, 'Shared': true}]\
        """;

    private static DiskUsage usage(String body) {
        return value(ask(new DiskUsageProbe(), get("/system/df", "'status': 200, 'body': {" + body + "}")));
    }

    @Test
    void theOldShapeOfDiskUsage() {
        DiskUsage usage = usage(OLD_SHAPE);
        assertThat(usage.layers()).isEqualTo(1000);
        assertThat(usage.images()).extracting(DiskUsage.Image::isDangling).containsExactly(true, false);
        assertThat(usage.images().getFirst().created()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(usage.images().getLast().size()).isEqualTo(-1);
        assertThat(usage.containers()).containsExactly(new DiskUsage.ContainerLayer("c1", "db", "running", 7));
        assertThat(usage.volumes())
                .containsExactly(new DiskUsage.Volume("v1", 9, 0, true), new DiskUsage.Volume("v2", -1, -1, false));
        assertThat(usage.cache()).containsExactly(new DiskUsage.Cache("b1", "regular", 3, false, true, ""));
    }

    @Test
    void theNewShapeAndBothTogether() {
        String fresh = "'ImageUsage': {'TotalSize': 2000, 'Items': [{'Id': 'i9', 'RepoTags': []}]}, 'VolumeUsage': {}";
        assertThat(usage(fresh).layers()).isEqualTo(2000);
        assertThat(usage(fresh).images()).extracting(DiskUsage.Image::id).containsExactly("i9");
        assertThat(usage(fresh).volumes()).isEmpty();
        assertThat(usage(OLD_SHAPE + ", " + fresh).images())
                .extracting(DiskUsage.Image::id)
                .containsExactly("i1", "i2");
    }

    @Test
    void anAnswerOfNeitherShapeIsUnreadable() {
        assertThat(cause(ask(new DiskUsageProbe(), get("/system/df", "'status': 200, 'body': {'a': 1}"))))
                .isEqualTo(Reading.Cause.UNREADABLE);
        assertThat(cause(ask(new DiskUsageProbe(), get("/system/df", "'failed': 'timeout'"))))
                .isEqualTo(Reading.Cause.TIMED_OUT);
    }
}
