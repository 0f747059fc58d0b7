package io.devdoctor.system.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.system.Budget;
import io.devdoctor.system.EngineApi;
import io.devdoctor.system.Environment.Scope;
import io.devdoctor.system.NetworkReach.HttpRequest;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Format 1, rule by rule.
class RecordedPortsTest {
    private static final String ENGINE = "npipe:////./pipe/docker_engine";

    private static Ports windows(String sections) {
        return open("""
            {"devdoctorRecording": 1, "taken": "2026-11-20T08:00:00Z", "note": "a note", "someday": [1],
             "os": {"family": "windows", "version": "10.0.26100.2314", "locale": "zh-CN", "ansiCodePage": 936,
                    "oemCodePage": 936, "timeZone": "China Standard Time", "user": "li", "home": "C:\\\\Users\\\\li"},
            %s}\
            """.formatted(sections));
    }

    private static Ports open(String json) {
        try {
            return RecordedPorts.open(json.getBytes(StandardCharsets.UTF_8), "a.devdoctor");
        } catch (RecordingException e) {
            throw new AssertionError(e);
        }
    }

    private static Cause cause(Reading<?> reading) {
        assertThat(reading).isInstanceOf(Reading.Unknown.class);
        return ((Reading.Unknown<?>) reading).cause();
    }

    private static <T> T value(Reading<T> reading) {
        assertThat(reading).isInstanceOf(Reading.Known.class);
        return reading.known().orElseThrow();
    }

    @Test
    void nowIsWhenTheRecordingWasTaken() {
        Ports ports = windows("\"services\": {}");
        assertThat(ports.clock().now()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(ports.origin()).isEqualTo(new Origin.Replay("a.devdoctor", "a note"));
        assertThat(ports.platform().oemCodePage()).isEqualTo(936);
        assertThat(ports.platform().home()).isEqualTo("C:\\Users\\li");
    }

    @Test
    void recordedRegistryKeysAreComplete() {
        Ports ports = windows("""
            "registry": {
              "HKEY_CURRENT_USER\\\\Software\\\\Lxss": {"DefaultVersion": ["REG_DWORD", 2], "": ["REG_SZ", "x"]},
              "HKCU\\\\Software\\\\Lxss\\\\{a}": {
                 "M": ["REG_MULTI_SZ", ["a", "b"]], "B": ["REG_BINARY", "0aff"], "denied": ["REG_SZ", "value"]},
              "HKLM\\\\Refused": {"denied": true}},
            "registryAbsent": ["HKLM\\\\SOFTWARE\\\\Docker Inc.\\\\Docker\\\\1.0"]\
            """);
        var lxss = value(ports.registry().key("hkcu\\SOFTWARE\\lxss"));
        assertThat(lxss.values())
                .containsEntry("defaultversion", new RegistryValue.Dword(2))
                .containsEntry("", new RegistryValue.Text("x"));
        assertThat(lxss.subkeys()).containsExactly("{a}");
        var distro = value(ports.registry().key("HKCU\\Software\\Lxss\\{A}"));
        assertThat(distro.values().get("M")).isEqualTo(new RegistryValue.MultiText(List.of("a", "b")));
        assertThat(distro.values().get("B")).hasToString("Binary[value=Bytes[2]]");
        assertThat(distro.values().get("denied")).isEqualTo(new RegistryValue.Text("value"));
        assertThat(ports.registry().key("HKCU\\Software\\Lxss\\{b}").isAbsent()).isTrue();
        assertThat(ports.registry().key("HKCU\\Software\\Lxss\\{b}\\deep").isAbsent())
                .isTrue();
        assertThat(ports.registry()
                        .key("HKLM\\software\\Docker Inc.\\Docker\\1.0\\x")
                        .isAbsent())
                .isTrue();
        assertThat(cause(ports.registry().key("HKLM\\SOFTWARE\\Docker Inc."))).isEqualTo(Cause.NOT_RECORDED);
        assertThat(cause(ports.registry().key("HKCU\\Software"))).isEqualTo(Cause.NOT_RECORDED);
        assertThat(cause(ports.registry().key("HKLM\\REFUSED"))).isEqualTo(Cause.DENIED);
    }

    @Test
    void servicesMayBeMissingOrRefused() {
        Ports ports = windows("""
            "services": {"WSLService": {"state": "running", "start": "auto"}, "LxssManager": null,
                         "vmms": {"denied": true}, "P9Rdr": {"state": "stopped"}}\
            """);
        assertThat(value(ports.services().service("wslservice")))
                .isEqualTo(new ServiceState("WSLService", ServiceState.Run.RUNNING, ServiceState.Start.AUTO));
        assertThat(ports.services().service("LxssManager").isAbsent()).isTrue();
        assertThat(cause(ports.services().service("vmms"))).isEqualTo(Cause.DENIED);
        assertThat(value(ports.services().service("P9Rdr")).start()).isEqualTo(ServiceState.Start.UNREAD);
        assertThat(cause(ports.services().service("HNS"))).isEqualTo(Cause.NOT_RECORDED);
    }

    @Test
    void equalCommandsAreAnsweredInOrderAndTheLastStays() {
        Ports ports = windows("""
            "commands": [
              {"run": ["WSL", "--list", "--verbose"], "exit": 0, "stdout": "名", "charset": "UTF-16LE",
               "at": "2026-11-20T08:00:05Z", "millis": 310},
              {"run": ["C:\\\\Windows\\\\System32\\\\wsl.exe", "--list", "--verbose"], "exit": -1,
               "stdoutBase64": "/w=="},
              {"run": ["netsh.exe", "interface", "ipv4", "show", "excludedportrange", "protocol=tcp"],
               "timedOut": true, "millis": 8000}]\
            """);
        CommandOutput first = value(ports.commands().run(Queries.WSL_LIST.fill()));
        assertThat(first.stdout().toArray()).isEqualTo("名".getBytes(StandardCharsets.UTF_16LE));
        assertThat(first.startedAt()).isEqualTo(Instant.parse("2026-11-20T08:00:05Z"));
        assertThat(first.took()).isEqualTo(Duration.ofMillis(310));
        for (int again = 0; again < 2; again++) {
            CommandOutput second = value(ports.commands().run(Queries.WSL_LIST.fill()));
            assertThat(second.exit()).isEqualTo(-1);
            assertThat(second.stdout().toArray()).containsExactly(0xff);
        }
        long start = System.nanoTime();
        assertThat(cause(ports.commands().run(Queries.EXCLUDED_PORTS.fill("ipv4", "protocol=tcp"))))
                .isEqualTo(Cause.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(cause(ports.commands().run(Queries.DISTRO_CLOCK.fill("Ubuntu"))))
                .isEqualTo(Cause.NOT_RECORDED);
    }

    @Test
    void filesAreFoundWithoutCase() {
        Ports ports = windows("""
            "files": {
              "C:\\\\Users\\\\li\\\\.wslconfig": {"text": "# 中文", "charset": "GBK", "modified": "2026-11-19T10:00:00Z"},
              "C:\\\\disk\\\\a.vhdx": {"size": 64424509440, "allocated": 1024, "attributes": ["compressed"]},
              "C:\\\\gone": null,
              "C:\\\\refused": {"denied": true},
              "C:\\\\link": {"size": 0, "reparseTag": "0xA000000C"},
              "C:\\\\folder": {"entries": ["b", "A"]}}\
            """);
        var config = value(ports.files().read("c:/users/LI/.wslconfig"));
        assertThat(config.bytes().toArray()).isEqualTo("# 中文".getBytes(Charset.forName("GBK")));
        assertThat(config.modified()).isEqualTo(Instant.parse("2026-11-19T10:00:00Z"));
        FileState disk = value(ports.files().state("C:\\disk\\a.vhdx"));
        assertThat(disk.allocated()).isEqualTo(1024);
        assertThat(disk.attributes()).containsExactly(FileState.Attribute.COMPRESSED);
        assertThat(cause(ports.files().read("C:\\disk\\a.vhdx"))).isEqualTo(Cause.UNREADABLE);
        assertThat(ports.files().read("C:\\gone").isAbsent()).isTrue();
        assertThat(ports.files().read("C:\\gone\\below").isAbsent()).isTrue();
        assertThat(cause(ports.files().read("C:\\refused"))).isEqualTo(Cause.DENIED);
        assertThat(value(ports.files().state("C:\\link")).kind()).isEqualTo(FileState.Kind.LINK);
        assertThat(value(ports.files().list("C:\\folder"))).containsExactly("A", "b");
        assertThat(cause(ports.files().read("C:\\folder"))).isEqualTo(Cause.UNREADABLE);
        assertThat(cause(ports.files().read("C:\\folder\\a"))).isEqualTo(Cause.NOT_RECORDED);
        assertThat(ports.files().read("C:\\folder\\c").isAbsent()).isTrue();
        assertThat(cause(ports.files().read("C:\\elsewhere"))).isEqualTo(Cause.NOT_RECORDED);
    }

    @Test
    void environmentAndHardware() {
        Ports ports = windows("""
            "environment": {"process": {"Path": "C:\\\\Windows"}, "user": {}},
            "hardware": {"memory": {"total": 17179869184, "available": 5368709120},
              "cpu": {"logical": 8, "physical": 4},
              "volumes": [{"mount": "C:\\\\", "type": "NTFS", "kind": "fixed", "total": 2, "usable": 1}],
              "listeners": [{"port": 8080, "address": "0.0.0.0", "protocol": "tcp", "pid": 4, "program": "x.exe"}],
              "programs": {"denied": true}, "booted": null}\
            """);
        assertThat(value(ports.environment().variables(Scope.PROCESS))).containsEntry("PATH", "C:\\Windows");
        assertThat(value(ports.environment().variables(Scope.USER))).isEmpty();
        assertThat(cause(ports.environment().variables(Scope.MACHINE))).isEqualTo(Cause.NOT_RECORDED);
        assertThat(value(ports.hardware().memory()).available()).isEqualTo(5368709120L);
        assertThat(value(ports.hardware().processor()).physical()).isEqualTo(4);
        assertThat(value(ports.hardware().volumes()).getFirst().usable()).isEqualTo(1);
        assertThat(value(ports.hardware().listeners()).getFirst().program()).isEqualTo("x.exe");
        assertThat(cause(ports.hardware().programs())).isEqualTo(Cause.DENIED);
        assertThat(ports.hardware().booted().isAbsent()).isTrue();
    }

    @Test
    void theNtpShorthandEvaluatesToItsOffset() {
        Ports ports = windows("""
            "network": {"ntp": [{"server": "ntp.tencent.com", "offsetMillis": -120, "rttMicros": 38000,
                                 "stratum": 2, "at": "2026-11-20T08:00:00.100Z"},
                                {"server": "silent", "failed": "timeout"}, {"server": "nowhere", "failed": "dns"}]}\
            """);
        var reply = value(ports.network().ntp("ntp.tencent.com"));
        ByteBuffer packet = ByteBuffer.wrap(reply.packet().toArray());
        assertThat(packet.capacity()).isEqualTo(48);
        assertThat(packet.get(0)).isEqualTo((byte) 0x24);
        assertThat(packet.get(1)).isEqualTo((byte) 2);
        double sent = seconds(packet, 24);
        double received = seconds(packet, 32);
        double answered = seconds(packet, 40);
        double back = sent + reply.roundTrip().toNanos() / 1e9;
        assertThat(((received - sent) + (answered - back)) / 2).isBetween(-0.1201, -0.1199);
        assertThat(reply.sentAt()).isEqualTo(Instant.parse("2026-11-20T08:00:00.100Z"));
        assertThat(cause(ports.network().ntp("silent"))).isEqualTo(Cause.TIMED_OUT);
        assertThat(cause(ports.network().ntp("nowhere"))).isEqualTo(Cause.FAILED);
        assertThat(cause(ports.network().ntp("unheard.of"))).isEqualTo(Cause.NOT_RECORDED);
    }

    private static double seconds(ByteBuffer packet, int at) {
        return Integer.toUnsignedLong(packet.getInt(at)) % 100_000
                + Integer.toUnsignedLong(packet.getInt(at + 4)) / 4294967296.0;
    }

    @Test
    void httpAndTcp() {
        Ports ports = windows("""
            "network": {"http": [{"url": "https://m.example/v2/", "status": 401, "headers": {"WWW-Authenticate": "Bearer"},
                "body": "", "millis": 210, "certificates": [{"subject": "s", "issuer": "i", "notAfter": "2027-01-01T00:00:00Z"}]},
              {"url": "https://m.example/v2/", "via": "127.0.0.1:7890", "failed": "tls"},
              {"url": "https://dead.example/v2/", "failed": "dns"}],
              "tcp": [{"to": "127.0.0.1:7890", "failed": "refused"}, {"to": "127.0.0.1:8080"}]}\
            """);
        var direct = value(ports.network().http(HttpRequest.get("https://m.example/v2/")));
        assertThat(direct.headers()).containsEntry("www-authenticate", "Bearer");
        assertThat(direct.certificates()).hasSize(1);
        var proxied = ports.network().http(new HttpRequest("GET", "https://m.example/v2/", Map.of(), "127.0.0.1:7890"));
        assertThat(proxied)
                .isInstanceOfSatisfying(
                        Reading.Unknown.class,
                        unknown -> assertThat(unknown.detail()).startsWith("tls"));
        assertThat(cause(ports.network().http(HttpRequest.get("https://dead.example/v2/"))))
                .isEqualTo(Cause.FAILED);
        assertThat(ports.network().connect("127.0.0.1", 7890).isAbsent()).isTrue();
        assertThat(value(ports.network().connect("127.0.0.1", 8080))).isTrue();
    }

    @Test
    void pipesAreAListing() {
        Ports ports = windows("\"pipes\": [\"docker_engine\", {\"name\": \"other\", \"denied\": true}]");
        assertThat(value(ports.pipes().pipe("Docker_Engine"))).isTrue();
        assertThat(cause(ports.pipes().pipe("other"))).isEqualTo(Cause.DENIED);
        assertThat(ports.pipes().pipe("missing").isAbsent()).isTrue();
        assertThat(cause(windows("\"services\": {}").pipes().pipe("x"))).isEqualTo(Cause.NOT_RECORDED);
        Ports asked = windows("\"pipes\": [], \"pipesAsked\": [\"a\"]");
        assertThat(asked.pipes().pipe("a").isAbsent()).isTrue();
        assertThat(cause(asked.pipes().pipe("b"))).isEqualTo(Cause.NOT_RECORDED);
    }

    @Test
    void win32AndWmi() {
        Ports ports = windows("""
            "win32": {"hypervisorPresent": true, "processorFeature(21)": false},
            "wmi": [{"namespace": "root\\\\CIMV2", "class": "Win32_OptionalFeature", "rows": [
               {"Name": "VirtualMachinePlatform", "InstallState": 1, "Caption": "x"},
               {"Name": "Other", "InstallState": 2}]}]\
            """);
        assertThat(value(ports.win32().hypervisorPresent())).isTrue();
        assertThat(value(ports.win32().processorFeature(21))).isFalse();
        assertThat(cause(ports.win32().vmMonitorModeExtensions())).isEqualTo(Cause.NOT_RECORDED);
        var rows = ports.wmi().rows("root\\cimv2", "win32_optionalfeature", List.of("Name", "InstallState"), "");
        assertThat(value(rows)).hasSize(2).contains(Map.of("Name", "VirtualMachinePlatform", "InstallState", 1L));
        var some = ports.wmi()
                .rows("root\\CIMV2", "Win32_OptionalFeature", List.of("InstallState"), "Name = 'other' OR Name='z'");
        assertThat(value(some)).containsExactly(Map.of("InstallState", 2L));
    }

    @Test
    void enginesAnswerThroughTheTransport() {
        Ports ports = windows("""
            "pipes": ["docker_engine", {"name": "closed", "denied": true}],
            "docker": [
              {"endpoint": "%1$s", "get": "/_ping", "status": 200, "headers": {"Api-Version": "1.51"}, "body": "OK", "millis": 12},
              {"endpoint": "%1$s", "get": "/v1.44/info", "status": 200, "body": {"OSType": "linux"}, "at": "2026-11-20T08:00:01Z", "millis": 40},
              {"endpoint": "%1$s", "get": "/half", "status": 200, "headers": {"Content-Length": "10"}, "body": "12345"},
              {"endpoint": "%1$s", "get": "/cut", "status": 200, "body": "{", "truncated": true},
              {"endpoint": "%1$s", "get": "/slow", "failed": "timeout", "millis": 10000},
              {"endpoint": "tcp://localhost:2375", "failed": "refused"}]\
            """.formatted(ENGINE));
        EngineApi engine = ports.engine();
        var ping = value(engine.get(ENGINE, "/_ping", Budget.ENGINE_PING));
        assertThat(ping.headers()).containsEntry("api-version", "1.51");
        assertThat(ping.took()).isEqualTo(Duration.ofMillis(12));
        var info = value(engine.get(ENGINE, "/v1.51/info", Budget.ENGINE_INFO));
        assertThat(new String(info.body().toArray(), StandardCharsets.UTF_8)).isEqualTo("{\"OSType\":\"linux\"}");
        assertThat(info.askedAt()).isEqualTo(Instant.parse("2026-11-20T08:00:01Z"));
        assertThat(info.answeredAt()).isEqualTo(Instant.parse("2026-11-20T08:00:01.040Z"));
        assertThat(cause(engine.get(ENGINE, "/half", Budget.ENGINE_INFO))).isEqualTo(Cause.UNREADABLE);
        assertThat(cause(engine.get(ENGINE, "/cut", Budget.ENGINE_INFO))).isEqualTo(Cause.UNREADABLE);
        assertThat(cause(engine.get(ENGINE, "/slow", Budget.ENGINE_INFO))).isEqualTo(Cause.TIMED_OUT);
        assertThat(cause(engine.get(ENGINE, "/other", Budget.ENGINE_INFO))).isEqualTo(Cause.NOT_RECORDED);
        assertThat(engine.get("tcp://localhost:2375", "/_ping", Budget.ENGINE_PING)
                        .isAbsent())
                .isTrue();
        assertThat(engine.get("npipe:////./pipe/none", "/_ping", Budget.ENGINE_PING)
                        .isAbsent())
                .isTrue();
        assertThat(cause(engine.get("npipe:////./pipe/closed", "/_ping", Budget.ENGINE_PING)))
                .isEqualTo(Cause.DENIED);
    }

    @Test
    void onLinuxTheQuestionsOfWindowsDoNotArise() {
        Ports ports = open("""
            {"devdoctorRecording": 1, "taken": "2026-11-20T08:00:00Z", "os": {"family": "linux", "home": "/home/li"},
             "files": {"/etc": {"entries": ["os-release"]}}}\
            """);
        assertThat(ports.registry().key("HKCU\\X")).isInstanceOf(Reading.NotApplicable.class);
        assertThat(ports.services().service("x")).isInstanceOf(Reading.NotApplicable.class);
        assertThat(ports.win32().hypervisorPresent()).isInstanceOf(Reading.NotApplicable.class);
        assertThat(ports.wmi().rows("a", "b", List.of(), "")).isInstanceOf(Reading.NotApplicable.class);
        assertThat(ports.pipes().pipe("x")).isInstanceOf(Reading.NotApplicable.class);
        assertThat(ports.environment().variables(Scope.MACHINE)).isInstanceOf(Reading.NotApplicable.class);
        assertThat(ports.files().read("/etc/nothing").isAbsent()).isTrue();
        assertThat(cause(ports.files().read("/ETC/nothing"))).isEqualTo(Cause.NOT_RECORDED);
    }
}
