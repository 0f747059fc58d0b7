package io.devdoctor.proof;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.format.DaemonKeys;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.WslConfig;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network.PortRange;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.Queries;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Outputs that people posted, each through the real decoding and parsing: what must come out stands in
/// `sample-outputs.txt`. The outputs themselves lie in a folder beside the checkout, where it exists.
class SampleOutputsTest {
    private static final Path FOLDER = Path.of("..", "shared", "samples");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String USER_KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Lxss";
    private static final Map<String, Integer> CODE_PAGES =
            Map.of("zh-CN", 936, "zh-TW", 950, "ja", 932, "de", 850, "fr", 850, "es", 850, "pt-BR", 850);

    static final List<Row> TABLE = table();

    /// @param kind how the output is read; `-` = it holds no fact that DevDoctor reads, `fact` says why
    private record Row(String file, String kind, String fact) {
        @Override
        public String toString() {
            return file;
        }
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void isReadAsTheTableSays(Row row) throws IOException, RecordingException {
        assumeTrue(Files.isDirectory(FOLDER), "no folder ../shared/samples beside the checkout");
        Path file = FOLDER.resolve(row.file);
        assertThat(file).exists();
        String fact = switch (row.kind) {
            case "list" -> both(file, bytes -> list(examined(answer(bytes, 0))));
            case "error" -> both(file, bytes -> list(examined(answer(bytes, -1))));
            case "none" -> both(file, bytes -> list(examined(withoutDistros(answer(bytes, -1)))));
            case "bytes" -> list(examined(answer(Files.readAllBytes(file), 0)));
            case "rendered" -> rendered(file);
            case "ports" -> ports(examined(ports(file)));
            case "config" -> config(text(file).getBytes(StandardCharsets.UTF_8));
            case "daemon" -> daemon(examined(file("C:\\Users\\alex\\.docker\\daemon.json", text(file))));
            case "json" ->
                JsonDocument.parse(text(file).getBytes(StandardCharsets.UTF_8)).readable() ? "readable" : "broken";
            case "-" -> row.fact;
            default -> throw new AssertionError("no such kind: " + row.kind);
        };
        assertThat(fact).isEqualTo(row.fact);
        assertThat(row.fact).isNotBlank();
    }

    @Test
    void everyOutputStandsInTheTable() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no folder ../shared/samples beside the checkout");
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(TABLE.stream().map(Row::file))
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.startsWith("wsl-") || name.startsWith("pain-"))
                                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /// In both encodings that wsl.exe writes; the fact must not depend on it.
    private static String both(Path file, Read read) throws IOException, RecordingException {
        String text = text(file);
        String wide = read.fact(text.getBytes(StandardCharsets.UTF_16LE));
        assertThat(read.fact(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(wide);
        return wide;
    }

    private interface Read {
        String fact(byte[] bytes) throws RecordingException;
    }

    /// The text below the header lines, with the line ends of Windows.
    private static String text(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(lines.indexOf("#@---") + 1, lines.size()).stream().collect(joining("\r\n", "", "\r\n"));
    }

    private static String locale(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#@ locale: "))
                .map(line -> line.substring("#@ locale: ".length()))
                .findFirst()
                .orElse("en");
    }

    /// Several outputs in one file: the three that the program may meet.
    private static String rendered(Path file) throws IOException, RecordingException {
        String missing = section(file, "any command, HCS not installed");
        String unknown = section(file, "wsl -d Nope");
        String none = section(file, "wsl -l (no distributions");
        return list(examined(answer(missing.getBytes(StandardCharsets.UTF_16LE), -1))) + " "
                + list(examined(answer(unknown.getBytes(StandardCharsets.UTF_16LE), -1))) + " "
                + list(examined(withoutDistros(answer(none.getBytes(StandardCharsets.UTF_16LE), -1))));
    }

    private static String section(Path file, String title) throws IOException {
        String rest = text(file).split("## " + java.util.regex.Pattern.quote(title) + "[^\r]*\r\n", 2)[1];
        return rest.split("\r\n## ", 2)[0];
    }

    private static Machine examined(ObjectNode recording) throws RecordingException {
        byte[] bytes = MAPPER.writeValueAsString(recording).getBytes(StandardCharsets.UTF_8);
        return new Examination(RecordedPorts.open(bytes, "output"), Probes.ALL, List.of())
                .run(_ -> {}, new Cancellation())
                .machine();
    }

    private static ObjectNode answer(byte[] stdout, int exit) throws RecordingException {
        return answer(Queries.WSL_LIST.fill().run(), stdout, exit);
    }

    private static ObjectNode answer(List<String> run, byte[] stdout, int exit) throws RecordingException {
        ObjectNode recording = healthy();
        ObjectNode patch = MAPPER.createObjectNode();
        ObjectNode command = patch.putArray("commands").addObject();
        run.forEach(command.putArray("run")::add);
        command.put("exit", exit).put("stdoutBase64", Base64.getEncoder().encodeToString(stdout));
        RecordingPatch.set(recording, patch);
        return recording;
    }

    private static ObjectNode withoutDistros(ObjectNode recording) {
        ObjectNode registry = (ObjectNode) recording.path("registry");
        List.copyOf(registry.propertyNames()).stream()
                .filter(key -> key.startsWith(USER_KEY + "\\{"))
                .forEach(registry::remove);
        return recording;
    }

    private static ObjectNode ports(Path file) throws IOException, RecordingException {
        int page = CODE_PAGES.getOrDefault(locale(file), 437);
        Charset charset = Charset.forName(page == 936 ? "GBK" : "IBM" + page);
        ObjectNode recording = answer(
                Queries.EXCLUDED_PORTS.fill("ipv4", "protocol=tcp").run(),
                text(file).getBytes(charset),
                0);
        ((ObjectNode) recording.path("os")).put("oemCodePage", page);
        return recording;
    }

    private static ObjectNode file(String path, String text) throws RecordingException {
        ObjectNode recording = healthy();
        ((ObjectNode) recording.path("files")).putObject(path).put("text", text);
        return recording;
    }

    private static ObjectNode healthy() throws RecordingException {
        return (ObjectNode) MAPPER.readTree(Samples.bytes("healthy-en"));
    }

    private static String list(Machine machine) {
        return switch (machine.wslAnswer().flatMap((answer, _) -> answer.list())) {
            case Reading.Known<List<WslAnswer.Row>>(var rows, var _) ->
                rows.stream()
                        .map(row -> (row.isDefault() ? "*" : "") + row.name() + "=" + row.version()
                                + (row.isRunning() ? "+" : ""))
                        .collect(joining(" "));
            case Reading.Absent<List<WslAnswer.Row>> _ -> "none";
            case Reading.Unknown<List<WslAnswer.Row>> unknown ->
                unknown.detail().split(": ")[0];
            case Reading.NotApplicable<List<WslAnswer.Row>> _ -> "not applicable";
        };
    }

    private static String ports(Machine machine) {
        return switch (machine.network()
                .flatMap((network, _) -> network.excluded(io.devdoctor.machine.Network.Stack.TCP4))) {
            case Reading.Known<List<PortRange>>(var ranges, var _) ->
                ranges.size() + " ranges, "
                        + ranges.stream().filter(PortRange::administered).count() + " administered";
            case Reading.Unknown<List<PortRange>> unknown -> "unread: " + unknown.detail();
            case Reading.Absent<List<PortRange>> _ -> "none";
            case Reading.NotApplicable<List<PortRange>> _ -> "not applicable";
        };
    }

    private static String config(byte[] bytes) {
        String problems = WslConfig.parse(bytes).problems().stream()
                .map(problem -> problem.line() + ":" + problem.kind())
                .collect(joining(" "));
        return problems.isEmpty() ? "right" : problems;
    }

    private static String daemon(Machine machine) {
        FileContent file = machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.daemonJson())
                .known()
                .orElseThrow();
        String problems = DaemonKeys.problems(JsonDocument.parse(file.bytes().toArray())).stream()
                .map(problem -> problem.key() + ":" + problem.kind())
                .collect(joining(" "));
        return problems.isEmpty() ? "right" : problems;
    }

    private static List<Row> table() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/sample-outputs.txt")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 3))
                    .map(cells -> new Row(cells[0].strip(), cells[1].strip(), cells[2].strip()))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
