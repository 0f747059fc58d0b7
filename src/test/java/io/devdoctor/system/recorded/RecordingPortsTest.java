package io.devdoctor.system.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.machine.DockerAccess;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.probe.Probe;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Environment.Scope;
import io.devdoctor.system.NetworkReach.HttpRequest;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import io.devdoctor.system.posix.PosixPorts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What is recorded replays to the same facts, and secrets never reach a recording.
class RecordingPortsTest {
    static final List<String> NAMES = Samples.NAMES;
    private static final String ENGINE = "npipe:////./pipe/docker_engine";
    private static final List<String> CANARIES = Stream.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B", "C")
            .map("canary-f00d-"::concat)
            .toList();

    private static Machine examine(Ports ports) {
        return examine(ports, Probes.ALL);
    }

    private static Machine examine(Ports ports, List<Probe<?>> probes) {
        return new Examination(ports, probes, List.of())
                .run(_ -> {}, new Cancellation())
                .machine();
    }

    private static Ports open(byte[] recording) {
        try {
            return RecordedPorts.open(recording, "again");
        } catch (RecordingException e) {
            throw new AssertionError(new String(recording, StandardCharsets.UTF_8), e);
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void aRecordedReplayReplaysToTheSameFacts(String name) throws RecordingException {
        RecordingPorts recorder = RecordingPorts.around(Samples.open(name), "note");
        Machine first = examine(recorder.ports());
        Ports again = open(recorder.recording().bytes());
        Machine second = examine(again);
        assertThat(again.platform()).isEqualTo(recorder.ports().platform());
        for (Part<?> part : Part.ALL) {
            if (!Probes.ALL.stream().anyMatch(probe -> probe.part() == part)) continue;
            if (part == Part.DOCKER_ACCESS) continue;
            assertThat((Object) second.part(part)).as(part.id()).isEqualTo(first.part(part));
        }
        // The name of an account is hidden, what the account may do is not.
        DockerAccess before = first.part(Part.DOCKER_ACCESS).known().orElseThrow();
        DockerAccess after = second.part(Part.DOCKER_ACCESS).known().orElseThrow();
        assertThat(after.account()).isNotEmpty().isNotEqualTo(before.account());
        assertThat(after).isEqualTo(new DockerAccess(after.account(), before.member(), before.listed()));
    }

    /// Without the parts that ask the network: tests stay on this machine.
    @Test
    @EnabledOnOs(OS.LINUX)
    void thisMachineReplaysToWhatItIs() {
        List<Probe<?>> here = Probes.ALL.stream()
                .filter(probe -> !Set.<Part<?>>of(Part.CLOCKS, Part.REGISTRY_MIRRORS, Part.REGISTRY_ACCESS)
                        .contains(probe.part()))
                .toList();
        RecordingPorts recorder = RecordingPorts.around(PosixPorts.live(), "");
        Machine live = examine(recorder.ports(), here);
        Machine replayed = examine(open(recorder.recording().bytes()), here);
        for (Probe<?> probe : here) {
            assertThat(timeless(replayed.part(probe.part())))
                    .as(probe.part().id())
                    .isEqualTo(timeless(live.part(probe.part())));
        }
    }

    /// Facts without the instant of each read and without technical details.
    private static String timeless(Reading<?> reading) {
        return reading.toString().replaceAll("at=\\d{4}[^\\]]*", "at=").replaceAll("detail=.*?, source", "source");
    }

    @Test
    void everyOutcomeSurvives() {
        Ports ports = open("""
            {"devdoctorRecording": 1, "taken": "2026-11-20T08:00:00Z",
             "os": {"family": "windows", "oemCodePage": 936, "ansiCodePage": 936, "home": "C:\\\\Users\\\\li"},
             "registry": {"HKCU\\\\A": {"x": ["REG_QWORD", 5], "n": ["REG_NONE", "00ff"]}, "HKCU\\\\A\\\\B": {}, "HKCU\\\\D": {"denied": true}},
             "registryAbsent": ["HKCU\\\\Gone"],
             "services": {"a": {"timedOut": true}, "b": null, "c": {"unknown": "failed", "detail": "1753"}},
             "commands": [{"run": ["wsl.exe", "--list", "--verbose"], "timedOut": true, "millis": 10000},
                          {"run": ["wsl.exe", "--list", "--verbose"], "absent": true},
                          {"run": ["wsl.exe", "--list", "--verbose"], "stdoutBase64": "gYE=", "exit": -1}],
             "files": {"C:\\\\a": {"denied": true, "size": 7, "attributes": ["sparse"]}, "C:\\\\b": {"entries": ["x"]}},
             "environment": {"process": {"DOCKER_A": "b"}, "unread": {"user": {"denied": true}}},
             "hardware": {"memory": {"unknown": "failed"}, "booted": null},
             "network": {"ntp": [{"server": "s", "failed": "timeout"}], "tcp": [{"to": "h:1", "failed": "refused"}, {"to": "h:2"}],
                         "http": [{"url": "http://u/", "failed": "tls", "detail": "tls: expired"}]},
             "pipes": ["yes", {"name": "no", "denied": true}],
             "win32": {"hypervisorPresent": {"unknown": "failed", "detail": "0xC0000003"}},
             "wmi": [{"class": "C", "where": "a > 1", "timedOut": true}],
             "docker": [{"endpoint": "e", "get": "/cut", "status": 200, "body": "{", "truncated": true},
                        {"endpoint": "e", "get": "/denied", "failed": "denied"},
                        {"endpoint": "e", "get": "/refused", "failed": "refused"},
                        {"endpoint": "e", "get": "/slow", "failed": "timeout"},
                        {"endpoint": "e", "get": "/broken", "failed": "broken", "detail": "half"},
                        {"endpoint": "e", "get": "/html", "status": 502, "body": "<html>", "headers": {"Content-Length": "6"}}]}
            """.getBytes(StandardCharsets.UTF_8));
        RecordingPorts recorder = RecordingPorts.around(ports, "");
        List<String> first = everything(recorder.ports());
        assertThat(everything(open(recorder.recording().bytes()))).containsExactlyElementsOf(first);
    }

    private static List<String> everything(Ports ports) {
        List<Reading<?>> all = List.of(
                ports.registry().key("HKCU\\A"),
                ports.registry().key("HKCU\\A\\C"),
                ports.registry().key("HKCU\\D"),
                ports.registry().key("HKCU\\Gone"),
                ports.services().service("a"),
                ports.services().service("b"),
                ports.services().service("c"),
                ports.commands().run(Queries.WSL_LIST.fill()),
                ports.commands().run(Queries.WSL_LIST.fill()),
                ports.commands().run(Queries.WSL_LIST.fill()),
                ports.files().state("C:\\a"),
                ports.files().read("C:\\a"),
                ports.files().list("C:\\b"),
                ports.files().read("C:\\b"),
                ports.files().state("C:\\c"),
                ports.environment().variables(Scope.PROCESS),
                ports.environment().variables(Scope.USER),
                ports.environment().variables(Scope.MACHINE),
                ports.hardware().memory(),
                ports.hardware().booted(),
                ports.hardware().volumes(),
                ports.network().ntp("s"),
                ports.network().connect("h", 1),
                ports.network().connect("h", 2),
                ports.network().http(HttpRequest.get("http://u/")),
                ports.pipes().pipe("yes"),
                ports.pipes().pipe("no"),
                ports.pipes().pipe("absent"),
                ports.win32().hypervisorPresent(),
                ports.wmi().rows("root\\CIMV2", "C", List.of("a"), "a > 1"),
                ports.engine().get("e", "/cut", Budget.ENGINE_INFO),
                ports.engine().get("e", "/denied", Budget.ENGINE_INFO),
                ports.engine().get("e", "/refused", Budget.ENGINE_INFO),
                ports.engine().get("e", "/slow", Budget.ENGINE_INFO),
                ports.engine().get("e", "/broken", Budget.ENGINE_INFO),
                ports.engine().get("e", "/html", Budget.ENGINE_INFO));
        return all.stream().map(RecordingPortsTest::outcome).toList();
    }

    /// The kind of a reading and what it holds, without headers of the wire and technical details.
    private static String outcome(Reading<?> reading) {
        return switch (reading) {
            case Reading.Known<?>(var value, var _) ->
                "known " + value.toString().replaceAll("content-length=\\d+", "");
            case Reading.Absent<?> _ -> "absent";
            case Reading.Unknown<?>(var cause, var _, var _) -> cause.toString();
            case Reading.NotApplicable<?>(var why) -> why;
        };
    }

    /// Credentials in an address are masked where it is written and where it is asked for, so replay still answers.
    @Test
    void addressesWithCredentialsReplay() {
        String engine = "tcp://me:hunter2canary@build.example:2375";
        String url = "https://me:hunter2canary@mirror.example/v2/";
        RecordingPorts recorder =
                RecordingPorts.around(open("""
                    {"devdoctorRecording": 1, "taken": "2026-11-20T08:00:00Z",
                     "os": {"family": "windows", "home": "C:\\\\Users\\\\li"},
                     "network": {"http": [{"url": "%2$s", "via": "http://me:hunter2canary@proxy:3128", "status": 200}]},
                     "docker": [{"endpoint": "%1$s", "get": "/_ping", "status": 200, "body": "OK"}]}
                    """.formatted(engine, url).getBytes(StandardCharsets.UTF_8)), "");
        String via = "http://me:hunter2canary@proxy:3128";
        HttpRequest request = new HttpRequest("GET", url, Map.of(), via);
        Budget budget = Budget.ENGINE_INFO;
        assertThat(recorder.ports().engine().get(engine, "/_ping", budget).isKnown())
                .isTrue();
        assertThat(recorder.ports().network().http(request).isKnown()).isTrue();

        byte[] recording = recorder.recording().bytes();
        assertThat(new String(recording, StandardCharsets.UTF_8))
                .contains("build.example:2375", "mirror.example")
                .doesNotContain("hunter2canary");
        Ports again = open(recording);
        assertThat(again.engine().get(engine, "/_ping", budget).isKnown()).isTrue();
        assertThat(again.network().http(request).isKnown()).isTrue();
    }

    /// Of what no examination looks at only the name is kept.
    @Test
    void unrelatedVariablesLoseTheirValues() {
        RecordingPorts recorder = RecordingPorts.around(open("""
            {"devdoctorRecording": 1, "taken": "2026-11-20T08:00:00Z", "os": {"family": "windows"},
             "environment": {"process": {"EMPLOYER": "Canary Ltd", "Path": "C:\\\\bin", "no_proxy": ".example"}}}
            """.getBytes(StandardCharsets.UTF_8)), "");
        recorder.ports().environment().variables(Scope.PROCESS);
        assertThat(open(recorder.recording().bytes())
                        .environment()
                        .variables(Scope.PROCESS)
                        .known()
                        .orElseThrow())
                .containsEntry("EMPLOYER", "****")
                .containsEntry("Path", "C:\\bin")
                .containsEntry("no_proxy", ".example");
    }

    @Test
    void secretsNeverReachARecording() {
        String github = "ghp_canaryf00dcanaryf00dcanaryf00dcanary";
        String utf16 =
                Base64.getEncoder().encodeToString(("password=" + CANARIES.get(9)).getBytes(StandardCharsets.UTF_16LE));
        String latin = Base64.getEncoder()
                .encodeToString(
                        ("\u0081\u00ff password=" + CANARIES.get(10) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        Ports ports = open("""
            {"devdoctorRecording": 1, "taken": "2026-11-20T08:00:00Z", "note": "",
             "os": {"family": "windows", "home": "C:\\\\Users\\\\li"},
             "registry": {"HKCU\\\\A": {"ProxyPassword": ["REG_SZ", "%1$s"], "p": ["REG_EXPAND_SZ", "http://u:%2$s@proxy:8080"],
                                       "e": ["REG_MULTI_SZ", ["A_TOKEN=%3$s"]]}},
             "commands": [{"run": ["wsl.exe", "--list", "--verbose"], "stdout": "password=%4$s", "charset": "UTF-16LE", "stderr": "%13$s"}],
             "files": {"C:\\\\config.json": {"text": "{\\"auths\\":{\\"r.example\\":{\\"auth\\":\\"Y2FuYXJ5LWYwMGQtOg==\\",\\"identitytoken\\":\\"%5$s\\"}}}"},
                       "C:\\\\utf16": {"base64": "%14$s"}, "C:\\\\latin": {"base64": "%15$s"}},
             "environment": {"user": {"MY_TOKEN": "%6$s", "HTTP_PROXY": "http://me:%7$s@127.0.0.1:7890"}},
             "network": {"http": [{"url": "https://m:%8$s@mirror.example/v2/", "status": 200, "headers": {"Authorization": "Bearer %9$s"}}]},
             "docker": [{"endpoint": "%16$s", "get": "/containers/a/json", "status": 200,
                         "body": {"Config": {"Env": ["PLAIN=%12$s", "EMPTY="], "Labels": {"x": "token=%11$s"}}}}]}
            """.formatted(
                        CANARIES.get(0),
                        CANARIES.get(1),
                        CANARIES.get(2),
                        CANARIES.get(3),
                        CANARIES.get(4),
                        CANARIES.get(5),
                        CANARIES.get(6),
                        CANARIES.get(7),
                        CANARIES.get(8),
                        "",
                        CANARIES.get(10),
                        CANARIES.get(11),
                        github,
                        utf16,
                        latin,
                        ENGINE)
                .getBytes(StandardCharsets.UTF_8));
        RecordingPorts recorder = RecordingPorts.around(ports, "");
        Ports through = recorder.ports();
        through.registry().key("HKCU\\A");
        through.commands().run(Queries.WSL_LIST.fill());
        through.files().read("C:\\config.json");
        through.files().read("C:\\utf16");
        through.files().read("C:\\latin");
        through.environment().variables(Scope.USER);
        through.network().http(HttpRequest.get("https://m:" + CANARIES.get(7) + "@mirror.example/v2/"));
        through.engine().get(ENGINE, "/containers/a/json", Budget.ENGINE_LIST);
        Recording recording = recorder.recording();
        String text = unpacked(new String(recording.bytes(), StandardCharsets.UTF_8));
        assertThat(text)
                .contains("****", "mirror.example", "MY_TOKEN", "ProxyPassword", "PLAIN=****", "\"EMPTY=\"")
                .doesNotContain("canary-f00d", "canaryf00d", "Y2FuYXJ5");
        assertThat(recording.masked()).isGreaterThanOrEqualTo(12);
        assertThat(open(recording.bytes()).registry().key("HKCU\\A").isKnown()).isTrue();
    }

    /// The document with everything that hides in base64 or between NULs beside it.
    private static String unpacked(String document) {
        StringBuilder all = new StringBuilder(document);
        Matcher base64 = Pattern.compile("Base64\" : \"([^\"]*)\"|\"base64\" : \"([^\"]*)\"")
                .matcher(document);
        while (base64.find()) {
            String packed = base64.group(1) == null ? base64.group(2) : base64.group(1);
            String bytes = new String(Base64.getDecoder().decode(packed), StandardCharsets.ISO_8859_1);
            all.append(bytes).append(bytes.replace("\0", ""));
        }
        return all.toString();
    }

    @Test
    void onLinuxNothingOfWindowsIsWritten() {
        Ports ports = open("{\"devdoctorRecording\":1,\"taken\":\"2026-11-20T08:00:00Z\",\"os\":{\"family\":\"linux\"}}"
                .getBytes(StandardCharsets.UTF_8));
        RecordingPorts recorder = RecordingPorts.around(ports, "");
        examine(recorder.ports());
        String text = new String(recorder.recording().bytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("\"linux\"").doesNotContain("\"registry\"", "\"services\"", "\"win32\"", "\"wmi\"");
    }
}
