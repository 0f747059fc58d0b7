package io.devdoctor.proof;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.machine.Reading;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.testing.FindingAssert;
import io.devdoctor.testing.InterposedPorts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Each file that Docker's programs read, in every state in which a person, a script or a crash may leave it: nothing
/// breaks, and nobody takes it for a good one.
class DockerFilesBadInputTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DOCKER = "C:\\Users\\alex\\.docker\\";
    private static final List<String> FILES = List.of(
            "C:\\Users\\alex\\AppData\\Roaming\\Docker\\settings-store.json",
            "C:\\ProgramData\\DockerDesktop\\admin-settings.json",
            "C:\\ProgramData\\DockerDesktop\\registry.json",
            DOCKER + "daemon.json",
            DOCKER + "config.json",
            DOCKER + "contexts\\meta\\fe9c6bd7a66301f49ca9b6a70b217107cd1284598bfc254700c989b916da791e\\meta.json");

    enum State {
        /// No settings at all, which most programs take for none.
        EMPTY(text -> new byte[0]),
        BLANK(text -> " \r\n".getBytes(UTF_8)),
        OBJECT(text -> "{}".getBytes(UTF_8)),
        UTF_16LE_MARKED(text -> ("\uFEFF" + text).getBytes(UTF_16LE)),
        UTF_16BE_MARKED(text -> ("\uFEFF" + text).getBytes(UTF_16BE)),
        UTF_16LE_BARE(text -> text.getBytes(UTF_16LE)),
        ZEROS(text -> new byte[4096]),
        ARRAY(text -> ("[" + text + "]").getBytes(UTF_8)),
        EMPTY_ARRAY(text -> "[]".getBytes(UTF_8)),
        NUMBER(text -> "7".getBytes(UTF_8)),
        WORD(text -> "\"text\"".getBytes(UTF_8)),
        HTML(text -> "<html><body>404</body></html>".getBytes(UTF_8)),
        CUT(text -> Arrays.copyOf(text.getBytes(UTF_8), Math.max(1, text.length() / 2))),
        DEEP(text -> "[".repeat(100_000).getBytes(UTF_8)),
        NOISE(text -> noise());

        private final UnaryOperator<String> base64;

        State(java.util.function.Function<String, byte[]> bytes) {
            base64 = text -> Base64.getEncoder().encodeToString(bytes.apply(text));
        }

        /// Whether nobody could blame a program for taking it as it is.
        boolean isFine() {
            return this == EMPTY || this == BLANK || this == OBJECT;
        }

        private static byte[] noise() {
            byte[] bytes = new byte[300];
            new java.util.Random(5).nextBytes(bytes);
            return bytes;
        }
    }

    @ParameterizedTest
    @EnumSource
    void noFileInThatStatePassesForAGoodOne(State state) throws RecordingException {
        List<String> silent = new ArrayList<>();
        for (String file : FILES) {
            ObjectNode machine = healthy();
            ObjectNode files = (ObjectNode) machine.path("files");
            String text = files.path(file).path("text").asString("{\"allowedOrgs\": [\"x\"]}");
            files.putObject(file).put("base64", state.base64.apply(text));
            ExaminationResult result = examine(machine);
            Crashes.none(result, state + " in " + file);
            if (!state.isFine() && told(result, file).isEmpty()) silent.add(file);
        }
        assertThat(silent).as(state.name()).isEmpty();
    }

    /// Members of another type than the program that wrote them uses.
    @ParameterizedTest
    @EnumSource(Other.class)
    void membersOfOtherTypesBreakNothing(Other other) throws RecordingException {
        for (String file : FILES) {
            ObjectNode machine = healthy();
            ObjectNode files = (ObjectNode) machine.path("files");
            JsonNode json = JSON.readTree(files.path(file).path("text").asString("{\"allowedOrgs\": [\"x\"]}"));
            ObjectNode spoilt = JSON.createObjectNode();
            json.propertyNames().forEach(name -> spoilt.set(name, JSON.readTree(other.json)));
            for (String name : MEMBERS) spoilt.set(name, JSON.readTree(other.json));
            files.putObject(file).put("text", JSON.writeValueAsString(spoilt));
            Crashes.none(examine(machine), other + " in " + file);
        }
    }

    private static final List<String> MEMBERS = List.of(
            "auths",
            "credsStore",
            "credHelpers",
            "currentContext",
            "proxies",
            "HttpHeaders",
            "cliPluginsExtraDirs",
            "registry-mirrors",
            "insecure-registries",
            "log-driver",
            "log-opts",
            "hosts",
            "dns",
            "builder",
            "features",
            "WslEngineEnabled",
            "IntegratedWslDistros",
            "EnableIntegrationWithDefaultWslDistro",
            "MemoryMiB",
            "Cpus",
            "FilesharingDirectories",
            "ProxyHTTPMode",
            "OverrideProxyHTTP",
            "ExposeDockerAPIOnTCP2375",
            "LicenseTermsVersion",
            "KubernetesEnabled",
            "CustomWslDistroDir",
            "configurationFileVersion",
            "linuxVM",
            "proxy",
            "allowedOrgs",
            "Name",
            "Metadata",
            "Endpoints");

    enum Other {
        NULL("null"),
        WHOLE("7"),
        HUGE("1e400"),
        TRUE("true"),
        WORD("\"text\""),
        LIST("[]"),
        LISTS("[[], {}, null, 7]"),
        OBJECT("{}"),
        OBJECTS("{\"a\": {\"docker\": [7]}, \"docker\": 7, \"default\": []}");

        private final String json;

        Other(String json) {
            this.json = json;
        }
    }

    /// Another process holds the file, so that nobody can look into it.
    @ParameterizedTest
    @EnumSource(
            names = {"DENIED", "FAILED", "TIMED_OUT"},
            value = Reading.Cause.class)
    void aLockedFileIsUnknown(Reading.Cause cause) throws RecordingException {
        List<String> silent = new ArrayList<>();
        for (String file : FILES) {
            ObjectNode machine = healthy();
            ((ObjectNode) machine.path("files")).withObject("/" + file).put("text", "{}");
            InterposedPorts.Hand hand = (call, real) ->
                    call.question().startsWith("files.") && call.question().contains(file)
                            ? call.unread(cause)
                            : real.get();
            ExaminationResult result = new Examination(
                            RecordedPorts.open(JSON.writeValueAsBytes(machine), "locked"),
                            InterposedPorts.through(hand, Probes.ALL),
                            Checks.ALL)
                    .run(_ -> {}, new Cancellation());
            Crashes.none(result, cause + " in " + file);
            boolean unknown = result.findings().stream().anyMatch(finding -> finding.verdict() == Verdict.UNKNOWN);
            if (!unknown) silent.add(file);
        }
        assertThat(silent).as(cause.name()).isEmpty();
    }

    /// What is said of a file, by its name.
    private static List<Finding> told(ExaminationResult result, String file) {
        return result.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.OK && finding.verdict() != Verdict.NOT_APPLICABLE)
                .filter(finding -> Stream.concat(
                                Stream.of(finding.subject().name(), String.valueOf(finding.place())),
                                finding.evidence().stream()
                                        .map(each -> each.source().what()))
                        .anyMatch(where -> where.contains(file)))
                .toList();
    }

    private static ExaminationResult examine(ObjectNode machine) throws RecordingException {
        ExaminationResult result = new Examination(
                        RecordedPorts.open(JSON.writeValueAsBytes(machine), "bad"), Probes.ALL, Checks.ALL)
                .run(_ -> {}, new Cancellation());
        result.findings().forEach(FindingAssert::canBeSaid);
        return result;
    }

    private static ObjectNode healthy() throws RecordingException {
        return (ObjectNode) JSON.readTree(Samples.bytes("healthy-en"));
    }
}
