package io.devdoctor.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Part;
import io.devdoctor.probe.Probe;
import io.devdoctor.probe.ProbeOptions;
import io.devdoctor.probe.Probes;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.report.Reports;
import io.devdoctor.system.posix.PosixPorts;
import io.devdoctor.testing.FindingAssert;
import io.devdoctor.text.Language;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One examination of an engine with very many containers, over a real socket: as few requests as of one with a
/// hundred, and bytes that grow with the lists alone.
@DisabledOnOs(OS.WINDOWS)
class ManyContainersTest {
    /// Ping, version, info, four lists of which one twice, 60 containers, 20 images, 15 logs.
    private static final int MOST_REQUESTS = 104;

    private static final long BYTES_OF_A_CONTAINER = 2500;
    private static final long BYTES_OF_THE_REST = 4 << 20;
    private static final Set<Part<?>> OF_THE_ENGINE = Set.of(
            Part.DOCKER_DESKTOP,
            Part.DOCKER_CLIENT,
            Part.DOCKER_ENGINE,
            Part.CONTAINERS,
            Part.DISK_USAGE,
            Part.VOLUMES,
            Part.ENGINE_NETWORKS);

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final AtomicLong sent = new AtomicLong();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {500, 2000})
    void costABoundedNumberOfRequestsAndSaySo(int containers) throws IOException {
        ExaminationResult result = examine(serving(containers));
        List<Finding> findings = result.findings();
        assertThat(asked).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
        assertThat(sent.get()).isLessThan(containers * BYTES_OF_A_CONTAINER + BYTES_OF_THE_REST);
        assertThat(findings)
                .as("what nobody looked into is told, and never taken for healthy")
                .anyMatch(finding -> finding.verdict() == Verdict.UNKNOWN
                        && finding.title().key().equals("container.not-inspected.title"));
        assertThat(findings.stream().filter(finding -> finding.verdict() == Verdict.UNKNOWN))
                .as("nothing else is unknown: no question ran into its budget")
                .allMatch(finding -> finding.title().key().equals("container.not-inspected.title"));
        findings.forEach(FindingAssert::canBeSaid);
        for (ReportFormat format : ReportFormat.values()) {
            ReportOptions options = new ReportOptions(Language.ENGLISH, false, ZoneOffset.UTC, "1.2.3");
            String document = new String(Reports.write(result, format, options), StandardCharsets.UTF_8);
            assertThat(document).as(format.name()).doesNotContain("\u001B");
            // A program reads JSON, whom no letter can mislead.
            if (format != ReportFormat.JSON) assertThat(document).doesNotContain("\u202E");
            if (format == ReportFormat.HTML) assertThat(document).doesNotContain("<b>c", "<i>img");
        }
    }

    private ExaminationResult examine(Path socket) {
        ProbeOptions options = new ProbeOptions(Optional.of("unix://" + socket), List.of());
        List<Probe<?>> probes = Probes.with(options).stream()
                .filter(probe -> OF_THE_ENGINE.contains(probe.part()))
                .toList();
        List<Check> checks = Checks.ALL.stream()
                .filter(check -> OF_THE_ENGINE.containsAll(check.info().needs()))
                .toList();
        return new Examination(PosixPorts.live(), probes, checks).run(_ -> {}, new Cancellation());
    }

    private Path serving(int containers) throws IOException {
        Path socket = folder.resolve("engine.sock");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(() -> {
            while (true) {
                try {
                    SocketChannel channel = server.accept();
                    Thread.ofVirtual().start(() -> answer(channel, containers));
                } catch (IOException e) {
                    return;
                }
            }
        });
        return socket;
    }

    private void answer(SocketChannel channel, int containers) {
        try (channel) {
            ByteBuffer request = ByteBuffer.allocate(4096);
            channel.read(request);
            String path = new String(request.array(), StandardCharsets.US_ASCII).split(" ", 3)[1];
            asked.add(path);
            byte[] body = body(path.replaceFirst("^/v[0-9.]+", ""), containers).getBytes(StandardCharsets.UTF_8);
            String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
            sent.addAndGet(body.length);
            write(channel, head.getBytes(StandardCharsets.US_ASCII));
            write(channel, body);
        } catch (IOException e) {
            asked.add("broken: " + e);
        }
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) channel.write(rest);
    }

    private static String body(String path, int containers) {
        if (path.equals("/_ping")) return "OK";
        if (path.equals("/version")) {
            return "{\"Version\":\"29.7.2\",\"ApiVersion\":\"1.55\",\"MinAPIVersion\":\"1.40\",\"Os\":\"linux\","
                    + "\"Arch\":\"amd64\"}";
        }
        if (path.equals("/info")) return "{\"OSType\":\"linux\",\"NCPU\":8,\"MemTotal\":8000000000}";
        if (path.equals("/networks")) return "[]";
        if (path.equals("/volumes")) return "{\"Volumes\":[]}";
        if (path.startsWith("/images/")) return "{\"Architecture\":\"amd64\",\"Os\":\"linux\",\"Config\":{}}";
        if (path.contains("/logs")) return "panic: something\n".repeat(20);
        if (path.equals("/system/df")) {
            return "{\"LayersSize\":0,\"Volumes\":[],\"BuildCache\":[],\"Images\":" + images(containers)
                    + ",\"Containers\":" + list(containers) + "}";
        }
        return path.startsWith("/containers/json") ? list(containers) : inspected(path);
    }

    private static String list(int containers) {
        return IntStream.range(0, containers)
                .mapToObj(i -> """
                    {"Id":"%064x","Names":["/<b>c%d</b>\\u001b[31m\\u202e"],"Image":"<i>img</i>","State":"%s",
                     "Status":"Exited (1)","Ports":[],"Mounts":[],"SizeRw":1,
                     "Labels":{"com.docker.compose.project":"<b>c\\u0007</b>","com.docker.compose.service":"\\u001b]0;s"}}\
                    """.formatted(i, i, i % 2 == 0 ? "running" : "exited"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /// A third of them could go.
    private static String images(int images) {
        return IntStream.range(0, images)
                .mapToObj(i -> """
                    {"Id":"sha256:%064x","RepoTags":%s,"Size":9000000,"SharedSize":0,"Containers":0,"Created":1,
                     "Labels":{"<i>img</i>":"\\u001b[2J"}}\
                    """.formatted(i, i % 3 == 0 ? "[]" : "[\"<i>img\\u001b[31m" + i + ":1\"]"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String inspected(String path) {
        String id = path.split("/")[2];
        return """
            {"Image":"sha256:%s","Path":"/app","RestartCount":0,"LogPath":"",
             "State":{"OOMKilled":false,"ExitCode":%d,"Error":"","StartedAt":"2026-11-20T07:00:00Z",
                      "FinishedAt":"2026-11-20T07:59:00Z"},
             "HostConfig":{"Memory":0,"LogConfig":{"Type":"json-file","Config":{}}},"Config":{"Env":[]}}\
            """.formatted(id, Integer.parseInt(id.substring(60), 16) % 2);
    }
}
