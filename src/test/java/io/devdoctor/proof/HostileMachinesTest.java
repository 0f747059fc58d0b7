package io.devdoctor.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.testing.FindingAssert;
import io.devdoctor.testing.InterposedPorts;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Machines that nobody meant to build: too many of everything, names that break quoting, values of the wrong type.
class HostileMachinesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String LXSS = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Lxss";
    private static final String DISTRO = LXSS + "\\{6f1d2c3a-52b7-4c0f-9d6e-0b8f4f6c2a11}";

    /// The same value as somebody's script, or a damaged hive, would have left it.
    static final List<UnaryOperator<RegistryValue>> WRONG_TYPES = List.of(
            value -> new RegistryValue.Text(words(value)),
            value -> new RegistryValue.ExpandText("%" + words(value)),
            value -> new RegistryValue.MultiText(List.of(words(value), "")),
            value -> new RegistryValue.MultiText(List.of()),
            _ -> new RegistryValue.Dword(0xFFFF_FFFFL),
            _ -> new RegistryValue.Qword(-1),
            _ -> new RegistryValue.Binary(Bytes.of(new byte[] {1, 0, 2})),
            _ -> new RegistryValue.Binary(Bytes.EMPTY),
            _ -> new RegistryValue.Other(4, Bytes.of(new byte[] {1, 2, 3})));

    private static String words(RegistryValue value) {
        return switch (value) {
            case RegistryValue.Text(String text) -> text;
            case RegistryValue.ExpandText(String text) -> text;
            case RegistryValue.Dword(long number) -> String.valueOf(number);
            case RegistryValue.Qword(long number) -> String.valueOf(number);
            case RegistryValue.MultiText(List<String> texts) -> String.join(";", texts);
            case RegistryValue.Binary(Bytes bytes) -> bytes.toString();
            case RegistryValue.Other other -> other.toString();
        };
    }

    @ParameterizedTest
    @FieldSource("WRONG_TYPES")
    void everyRegistryValueOfTheWrongType(UnaryOperator<RegistryValue> wrong) throws RecordingException {
        for (Map.Entry<String, RegistryKey> key : keys().entrySet()) {
            Crashes.none(with(key.getKey(), wrong, key.getValue().values().keySet()), "with wrong types in " + key);
        }
    }

    @Test
    void oneRegistryValueOfTheWrongType() throws RecordingException {
        int turn = 0;
        for (Map.Entry<String, RegistryKey> key : keys().entrySet()) {
            for (String value : key.getValue().values().keySet()) {
                UnaryOperator<RegistryValue> wrong = WRONG_TYPES.get(turn++ % WRONG_TYPES.size());
                Crashes.none(
                        with(key.getKey(), wrong, Set.of(value)), "with a wrong type: " + key.getKey() + " " + value);
            }
        }
    }

    /// The generation, the state and the disk of a distribution stand in three values: none may be guessed.
    @ParameterizedTest
    @ValueSource(strings = {"Flags", "State", "BasePath"})
    void aDistributionWithAValueOfTheWrongTypeIsNotWell(String value) throws RecordingException {
        ExaminationResult result = with(DISTRO, _ -> new RegistryValue.Binary(Bytes.of(new byte[] {7})), Set.of(value));
        assertThat(result.findings().stream()
                        .filter(finding -> finding.check().area() == Area.WSL)
                        .filter(Proof::isNotable)
                        .flatMap(finding -> finding.evidence().stream())
                        .map(evidence -> evidence.source().what() + " " + evidence.value()))
                .anyMatch(text -> text.contains(value));
    }

    @Test
    void twoHundredDistributions() throws RecordingException {
        ObjectNode recording = healthy();
        StringBuilder rows = new StringBuilder("  NAME      STATE     VERSION\r\n* Ubuntu-24.04    Running    2\r\n");
        IntStream.range(0, 200).forEach(i -> {
            add(recording, i, "Many-" + i);
            rows.append("  Many-%d    Stopped    2\r\n".formatted(i));
        });
        list(recording, rows.toString());
        ExaminationResult result = examine(recording);
        Crashes.none(result, "with 200 distributions");
        for (String check : List.of("wsl.distro-state", "wsl.distro-version")) {
            assertThat(of(result, check).stream()
                            .map(finding -> finding.subject().name()))
                    .as(check)
                    .contains("Many-0", "Many-199");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My Ubuntu",
                "It's \"mine\"",
                "$(reboot)",
                "%PATH%",
                "开发环境",
                "box-📦",
                "\u202eesrever",
                "-d",
                "a\nb",
                "",
                "..\\..\\evil",
                "<script>"
            })
    void distributionsWithOddNames(String name) throws RecordingException {
        ObjectNode recording = healthy();
        add(recording, 7, name);
        list(
                recording,
                "  NAME      STATE     VERSION\r\n* Ubuntu-24.04    Running    2\r\n  %s    Running    2\r\n"
                        .formatted(name));
        Crashes.none(examine(recording), "with a distribution named " + name);
    }

    @Test
    void distributionWithAVeryLongName() throws RecordingException {
        ObjectNode recording = healthy();
        add(recording, 7, "x".repeat(20_000));
        Crashes.none(examine(recording), "with a long name");
    }

    /// The key that counts stands behind ten thousand lines, and its line is named.
    @Test
    void wslconfigOfTenThousandLines() throws RecordingException {
        String text = "[wsl2]\r\n" + "# nothing\r\n".repeat(10_000) + "memory=8\r\n";
        ExaminationResult result = examine(file(".wslconfig", text));
        Crashes.none(result, "with a long .wslconfig");
        assertThat(of(result, "wsl.config-memory")).anySatisfy(finding -> {
            assertThat(finding.verdict().isIllness()).isTrue();
            assertThat(finding.place()).isNotNull();
            assertThat(finding.place().line()).isEqualTo(10_002);
        });
    }

    @Test
    void wslconfigOfTwentyMegabytes() throws RecordingException {
        String text = "[wsl2]\r\nmemory=8GB\r\n" + "x".repeat(1023) + "\r\n";
        ExaminationResult result = examine(file(".wslconfig", text + ("y".repeat(1022) + "\r\n").repeat(20_000)));
        Crashes.none(result, "with 20 MB in .wslconfig");
        assertThat(result.findings().stream()
                        .filter(finding -> finding.check().id().startsWith("wsl.config-"))
                        .filter(Proof::isNotable)
                        .map(finding -> finding.subject().name() + finding.place()))
                .anyMatch(text2 -> text2.contains(".wslconfig"));
    }

    @Test
    void fiveThousandVariables() throws RecordingException {
        ObjectNode recording = healthy();
        ObjectNode user = recording.withObject("registry").withObject("HKCU\\Environment");
        ObjectNode process = recording.withObject("environment").withObject("process");
        for (int i = 0; i < 5_000; i++) {
            user.putArray("GO_" + i).add("REG_SZ").add("%GO_" + (i + 1) + "%");
            process.put("DOCKER_" + i, "x".repeat(i % 300));
        }
        user.putArray("Path").add("REG_EXPAND_SZ").add("%GO_0%;" + "C:\\none;".repeat(4_000));
        Crashes.none(examine(recording), "with 5000 variables");
    }

    @Test
    void hostsFileOfOneMegabyte() throws RecordingException {
        ObjectNode recording = healthy();
        recording
                .withObject("files")
                .putObject("C:\\Windows\\System32\\drivers\\etc\\hosts")
                .put("text", "0.0.0.0 ads.example # nothing\r\n".repeat(35_000));
        Crashes.none(examine(recording), "with a large hosts file");
    }

    private static void add(ObjectNode recording, int number, String name) {
        ObjectNode registry = (ObjectNode) recording.path("registry");
        ObjectNode key = registry.putObject(LXSS + "\\{00000000-0000-4000-8000-%012d}".formatted(number));
        key.putArray("DistributionName").add("REG_SZ").add(name);
        key.putArray("BasePath").add("REG_SZ").add("C:\\wsl\\" + number);
        key.putArray("State").add("REG_DWORD").add(1);
        key.putArray("Version").add("REG_DWORD").add(2);
        key.putArray("Flags").add("REG_DWORD").add(15);
        recording
                .withObject("files")
                .putObject("C:\\wsl\\" + number + "\\ext4.vhdx")
                .put("size", 1_000_000_000L)
                .put("allocated", 1_000_000_000L);
    }

    private static void list(ObjectNode recording, String rows) {
        ObjectNode patch = MAPPER.createObjectNode();
        ObjectNode answer = patch.putArray("commands").addObject();
        List.of("wsl.exe", "--list", "--verbose").forEach(answer.putArray("run")::add);
        answer.put("exit", 0).put("stdout", rows).put("charset", "UTF-16LE");
        RecordingPatch.set(recording, patch);
    }

    private static ObjectNode file(String name, String text) throws RecordingException {
        ObjectNode recording = healthy();
        recording.withObject("files").putObject("C:\\Users\\alex\\" + name).put("text", text);
        return recording;
    }

    private static Map<String, RegistryKey> keys() throws RecordingException {
        Map<String, RegistryKey> keys = new ConcurrentSkipListMap<>();
        InterposedPorts.Hand hand = (_, real) -> {
            Reading<?> answer = real.get();
            if (answer instanceof Reading.Known<?>(RegistryKey key, var _)) keys.put(key.path(), key);
            return answer;
        };
        new Examination(Samples.open("healthy-en"), InterposedPorts.through(hand, Probes.ALL), List.of())
                .run(_ -> {}, new Cancellation());
        assertThat(keys).hasSizeGreaterThan(10);
        return keys;
    }

    private static ExaminationResult with(String path, UnaryOperator<RegistryValue> wrong, Set<String> names)
            throws RecordingException {
        Set<String> lower = new LinkedHashSet<>(names);
        InterposedPorts.Hand hand = (_, real) -> {
            Reading<?> answer = real.get();
            if (!(answer instanceof Reading.Known<?>(RegistryKey key, var source))
                    || !key.path().equalsIgnoreCase(path)) return answer;
            Map<String, RegistryValue> values = new TreeMap<>(key.values());
            values.replaceAll((name, value) -> lower.contains(name) ? wrong.apply(value) : value);
            return new Reading.Known<>(new RegistryKey(key.path(), values, key.subkeys()), source);
        };
        return new Examination(Samples.open("healthy-en"), InterposedPorts.through(hand, Probes.ALL), Checks.ALL)
                .run(_ -> {}, new Cancellation());
    }

    private static ExaminationResult examine(ObjectNode recording) throws RecordingException {
        byte[] bytes = MAPPER.writeValueAsString(recording).getBytes(StandardCharsets.UTF_8);
        ExaminationResult result = new Examination(RecordedPorts.open(bytes, "hostile"), Probes.ALL, Checks.ALL)
                .run(_ -> {}, new Cancellation());
        result.findings().forEach(FindingAssert::canBeSaid);
        return result;
    }

    private static List<Finding> of(ExaminationResult result, String check) {
        return result.findings().stream()
                .filter(finding -> finding.check().id().equals(check))
                .filter(finding -> finding.verdict() != Verdict.NOT_APPLICABLE)
                .toList();
    }

    private static ObjectNode healthy() throws RecordingException {
        return (ObjectNode) MAPPER.readTree(Samples.bytes("healthy-en"));
    }
}
