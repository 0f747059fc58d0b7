package io.devdoctor.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Preview;
import io.devdoctor.machine.Proxies;
import io.devdoctor.privacy.Secrets;
import io.devdoctor.probe.Probes;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.report.Reports;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.RecordingPorts;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The password of a proxy stands in every place that may name one, in every spelling: it reaches nobody.
class ProxyPasswordsTest {
    private static final String CANARY = "f00d";
    private static final String PLAIN = "http://canary:long-" + CANARY + "@127.0.0.1:7890";
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String SETTINGS = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final String CONNECTIONS =
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections";
    private static final String MACHINE = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";
    private static final String HOME = "C:\\Users\\alex\\";

    @ParameterizedTest
    @ValueSource(
            strings = {
                PLAIN,
                "http://canary:f00d@proxy.corp.example:8080/",
                "canary:f00d@proxy.corp.example:8080",
                "canary:f00d@proxy.corp.example",
                "http://canary:f00d@proxy.corp.example",
                "http://corp%5Ccanary:1f00d@proxy.corp.example:8080",
                "http://canary:x@y/f00d@127.0.0.1:7890",
                "http://canary:f00d'f00d@127.0.0.1:7890",
                "canary:12/f00d@127.0.0.1:7890",
                "http=canary:f00d@127.0.0.1:7890;https=canary:f00d@127.0.0.1:7891",
                "http://canary:f00d@",
            })
    void reachesNothingThatIsShownOrWritten(String address) throws RecordingException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            RecordingPorts recorder = RecordingPorts.around(machine(address), "");
            ExaminationResult result = examine(recorder.ports());
            for (Finding finding : result.findings()) {
                for (String text : shown(finding))
                    assertThat(text).as(Proof.line(finding)).doesNotContain(CANARY);
            }
            for (String document : reports(result)) assertThat(document).doesNotContain(CANARY);
            assertThat(decoded(recorder.recording().bytes())).doesNotContain(CANARY);
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(CANARY));
    }

    /// Else the test above would prove nothing.
    @Test
    void everyPlaceIsRead() throws RecordingException {
        Proxies proxies = examine(machine(PLAIN)).machine().proxies().known().orElseThrow();
        Set<Proxies.Kind> kinds =
                proxies.places().stream().map(Proxies.Place::kind).collect(Collectors.toSet());
        assertThat(kinds).isEqualTo(EnumSet.allOf(Proxies.Kind.class));
        assertThat(proxies.of(Proxies.Kind.VARIABLE).map(Proxies.Place::scope)).contains("user", "machine", "process");
        assertThat(proxies.places())
                .allSatisfy(place ->
                        assertThat(place.setting().isKnown()).as(place.id()).isTrue());
    }

    /// What a person sends is judged as the machine itself was.
    @Test
    void aRecordingWithoutThePasswordTellsTheSame() throws RecordingException {
        RecordingPorts recorder = RecordingPorts.around(machine(PLAIN), "");
        List<String> here =
                examine(recorder.ports()).findings().stream().map(Proof::line).toList();
        byte[] recording = recorder.recording().bytes();
        assertThat(examine(RecordedPorts.open(recording, "sent")).findings().stream()
                        .map(Proof::line))
                .containsExactlyElementsOf(here);
    }

    private static ExaminationResult examine(Ports ports) {
        return new Examination(ports, Probes.ALL, Checks.ALL).run(_ -> {}, new Cancellation());
    }

    private static Ports machine(String address) throws RecordingException {
        ObjectNode recording = (ObjectNode) MAPPER.readTree(Samples.bytes("healthy-en"));
        ObjectNode set = MAPPER.createObjectNode();
        ObjectNode registry = set.putObject("registry");
        registry.withObject("/" + SETTINGS)
                .putArray("ProxyServer")
                .add("REG_SZ")
                .add(address);
        registry.withObject("/" + SETTINGS)
                .putArray("ProxyEnable")
                .add("REG_DWORD")
                .add(1);
        registry.withObject("/" + CONNECTIONS)
                .putArray("WinHttpSettings")
                .add("REG_BINARY")
                .add(winHttp(address));
        registry.withObject("/" + "HKCU\\Environment")
                .putArray("HTTPS_PROXY")
                .add("REG_SZ")
                .add(address);
        registry.withObject("/" + MACHINE)
                .putArray("HTTP_PROXY")
                .add("REG_EXPAND_SZ")
                .add(address);
        set.putObject("environment").putObject("process").put("all_proxy", address);
        files(set.putObject("files"), MAPPER.writeValueAsString(address));
        for (String pipe : List.of("docker_engine", "dockerDesktopLinuxEngine")) {
            ObjectNode info = set.withArray("docker").addObject();
            info.put("endpoint", "npipe:////./pipe/" + pipe)
                    .put("get", "/v1.55/info")
                    .put("edit", true);
            info.putObject("body").put("HttpProxy", address).put("HttpsProxy", address);
        }
        ObjectNode network = set.putObject("network");
        network.withArray("tcp").addObject().put("to", "127.0.0.1:7890").put("failed", "refused");
        network.withArray("tcp").addObject().put("to", "127.0.0.1:7891").put("failed", "refused");
        RecordingPatch.set(recording, set);
        return RecordedPorts.open(MAPPER.writeValueAsString(recording).getBytes(UTF_8), "a.devdoctor");
    }

    private static void files(ObjectNode files, String address) {
        String both = "\"httpProxy\": " + address + ", \"httpsProxy\": " + address;
        text(files, HOME + ".gitconfig", "[core]\n\tautocrlf = input\n[http]\n\tproxy = " + address + "\n");
        text(files, HOME + ".docker\\config.json", "{\"auths\": {}, \"proxies\": {\"default\": {" + both + "}}}");
        text(files, HOME + ".docker\\daemon.json", "{\n \"proxies\": {\"http-proxy\": " + address + "}\n}");
        text(
                files,
                HOME + "AppData\\Roaming\\Docker\\settings-store.json",
                "{\"ProxyHTTPMode\": \"manual\", \"OverrideProxyHTTP\": " + address + ", \"OverrideProxyHTTPS\": "
                        + address + ", \"SettingsVersion\": 45}");
        text(
                files,
                "C:\\ProgramData\\DockerDesktop\\admin-settings.json",
                "{\"configurationFileVersion\": 2, \"proxy\": {\"locked\": true, \"mode\": \"manual\", \"http\": "
                        + address + "}}");
    }

    private static void text(ObjectNode files, String path, String text) {
        files.putObject(path).put("text", text);
    }

    private static String winHttp(String address) {
        byte[] text = address.getBytes(ISO_8859_1);
        return HexFormat.of()
                .formatHex(ByteBuffer.allocate(20 + text.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(24)
                        .putInt(0)
                        .putInt(3)
                        .putInt(text.length)
                        .put(text)
                        .putInt(0)
                        .array());
    }

    /// Everything that a person reads of a finding; raw content of files as both faces show it.
    private static List<String> shown(Finding finding) {
        List<String> texts = new ArrayList<>();
        for (Language language : Language.values()) {
            Messages messages = Messages.of(language);
            texts.add(messages.say(finding.title()));
            texts.add(messages.say(finding.message()));
            for (Evidence evidence : finding.evidence()) texts.add(messages.say(evidence.what()));
            for (Fix fix : finding.fixes()) {
                texts.add(messages.say(fix.title()));
                fix.warnings().forEach(warning -> texts.add(messages.say(warning)));
                Preview.of(fix).parts().forEach(part -> texts.addAll(shown(part, messages)));
            }
        }
        finding.evidence().forEach(evidence -> texts.add(evidence.value() + evidence.source()));
        texts.add(finding.subject() + " " + finding.place());
        return texts;
    }

    private static List<String> shown(Preview.Part part, Messages messages) {
        return switch (part) {
            case Preview.FileChange file -> Secrets.maskLines(file.diff().unified());
            case Preview.FolderMove move -> List.of(move.toString());
            case Preview.RegistryChange change -> List.of(change.toString());
            case Preview.CommandLine command -> List.of(command.toString());
            case Preview.EngineObjects objects -> List.of(objects.toString());
            case Preview.Words words -> List.of(messages.say(words.words()), String.valueOf(words.opens()));
        };
    }

    private static List<String> reports(ExaminationResult result) {
        List<String> documents = new ArrayList<>();
        for (ReportFormat format : ReportFormat.values()) {
            for (boolean redacted : List.of(true, false)) {
                ReportOptions options = new ReportOptions(Language.ENGLISH, redacted, ZoneOffset.UTC, "1.2.3");
                documents.add(new String(Reports.write(result, format, options), UTF_8));
            }
        }
        return documents;
    }

    /// With the values that are written as hexadecimal digits in readable letters.
    private static String decoded(byte[] recording) {
        String text = new String(recording, UTF_8);
        String hex = MAPPER.readTree(recording)
                .path("registry")
                .path(CONNECTIONS)
                .path("WinHttpSettings")
                .path(1)
                .asString("");
        return text + new String(HexFormat.of().parseHex(hex), ISO_8859_1);
    }
}
