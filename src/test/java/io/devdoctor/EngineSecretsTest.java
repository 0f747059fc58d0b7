package io.devdoctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.cli.CliServices;
import io.devdoctor.cli.DevDoctorCommand;
import io.devdoctor.cli.Terminal;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.fix.Preview;
import io.devdoctor.machine.Source;
import io.devdoctor.privacy.Secrets;
import io.devdoctor.probe.Probes;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.report.Reports;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.system.posix.PosixPorts;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Secrets planted wherever an engine, a container or Docker's files can hold them reach nobody: no finding, report,
/// terminal or log.
class EngineSecretsTest {
    private static final String CANARY = "q7Canary";
    /// As short as careless passwords are; no word of any text.
    private static final String SHORT = "q7z!";
    private static final String SIGN_IN =
            Base64.getEncoder().encodeToString(("me:" + CANARY + "-sign-in").getBytes(UTF_8));
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HOME = "C:\\Users\\alex\\";
    private static final List<String> VARIABLES = List.of(
            "DB_PASSWORD=" + CANARY + "-variable-1",
            "API_TOKEN=" + CANARY + "-variable-2",
            "POSTGRES_PASSWORD=" + SHORT,
            "MY_SETTING=" + CANARY + "-variable-3",
            "DATABASE_URL=postgres://app:" + CANARY + "-variable-4@db:5432/x");
    private static final List<String> ARGUMENTS =
            List.of("--db-password=" + CANARY + "-argument-1", "--token", CANARY + "-argument-2");
    /// As programs say it when they fail.
    private static final String WORDS = """
        connecting with %s1, %s2 and %s3
        role "admin" with '%short' refused
        dial postgres://app:%s4@db:5432/x: connection refused
        started as: app --db-password=%sargument-1 --token %sargument-2
        Authorization: Bearer %slog-1
        X-Registry-Auth: %slog-2
        password=%slog-3; the end
        """.replace("%short", SHORT)
            .replace("%s1", CANARY + "-variable-1")
            .replace("%s2", CANARY + "-variable-2")
            .replace("%s3", CANARY + "-variable-3")
            .replace("%s4", CANARY + "-variable-4")
            .replace("%s", CANARY + "-");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void noFindingShowsOne() throws Exception {
        List<Finding> findings = examine(machine());
        assertThat(findings)
                .anyMatch(finding -> finding.check().id().equals("container.unhealthy")
                        && finding.verdict().isIllness());
        assertThat(findings.stream()
                        .flatMap(finding -> finding.evidence().stream())
                        .map(Evidence::value)
                        .filter(value -> value.contains("****")))
                .anyMatch(value -> value.contains("started as: app --db-password=****"));
        for (Finding finding : findings) {
            for (String text : shown(finding))
                assertSilent(text, finding.check().id());
        }
    }

    @Test
    void noReportShowsOne() throws Exception {
        var result = new Examination(RecordedPorts.open(machine(), "canary"), Probes.ALL, Checks.ALL)
                .run(_ -> {}, new Cancellation());
        for (ReportFormat format : ReportFormat.values()) {
            for (Language language : Language.values()) {
                for (boolean redacted : List.of(true, false)) {
                    byte[] document = Reports.write(
                            result, format, new ReportOptions(language, redacted, ZoneOffset.UTC, "1.2.3"));
                    assertSilent(new String(document, UTF_8), format + " " + language);
                }
            }
        }
    }

    @Test
    void noTerminalShowsOne() throws Exception {
        Path recording = folder.resolve("a.devdoctor");
        Files.write(recording, machine());
        for (String language : List.of("en", "zh-CN")) {
            for (String command : List.of("check", "fix")) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                run(out, command, "--replay", recording.toString(), "--lang", language);
                assertThat(out.toString(UTF_8)).isNotEmpty();
                assertSilent(out.toString(UTF_8), command + " " + language);
            }
        }
    }

    private void assertSilent(String text, String where) {
        assertThat(text).as(where).doesNotContain(CANARY, SHORT, SIGN_IN);
        assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(CANARY));
    }

    private static List<Finding> examine(byte[] machine) throws RecordingException {
        return new Examination(RecordedPorts.open(machine, "canary"), Probes.ALL, Checks.ALL)
                .run(_ -> {}, new Cancellation())
                .findings();
    }

    /// Everything that a person reads of a finding; content of files as both faces show it.
    private static List<String> shown(Finding finding) {
        List<String> texts = new ArrayList<>();
        for (Language language : Language.values()) {
            Messages messages = Messages.of(language);
            texts.add(messages.say(finding.title()) + messages.say(finding.message()));
            for (Evidence evidence : finding.evidence()) texts.add(messages.say(evidence.what()));
            finding.fixes().forEach(fix -> {
                texts.add(messages.say(fix.title()));
                fix.warnings().forEach(warning -> texts.add(messages.say(warning)));
                Preview.of(fix)
                        .parts()
                        .forEach(part -> texts.add(
                                part instanceof Preview.FileChange file
                                        ? String.join(
                                                "\n",
                                                Secrets.maskLines(file.diff().unified()))
                                        : part.toString()));
            });
        }
        // What the engine says holds none anyway; lines of files are masked by whoever shows them.
        finding.evidence()
                .forEach(evidence -> texts.add(
                        evidence.source().kind() == Source.Kind.FILE
                                ? Secrets.mask(evidence.value()).text()
                                : evidence.value() + evidence.source()));
        texts.add(finding.subject() + " " + finding.place());
        return texts;
    }

    private void run(ByteArrayOutputStream out, String... arguments) {
        PrintStream stream = new PrintStream(out, true, UTF_8);
        Terminal terminal =
                new Terminal(new BufferedReader(new StringReader("")), stream, stream, false, false, false, 100);
        CliServices services = new CliServices(
                new LocalMachines(PosixPorts::live, () -> MachineMutes.NONE, Settings.defaults()::asking),
                Reports::write,
                () -> {
                    throw new UnsatisfiedLinkError("nothing is changed here");
                },
                _ -> {
                    throw new CliServices.NoWindow("cli.no-window.display");
                },
                new SettingsFile(new DataFolder(folder), AtomicFile.onDisk()),
                Language.ENGLISH,
                folder,
                "test");
        DevDoctorCommand.run(services, terminal, arguments);
    }

    private static byte[] machine() throws IOException, RecordingException {
        ObjectNode machine = (ObjectNode) JSON.readTree(Samples.bytes("healthy-en"));
        List<String> ids = new ArrayList<>();
        for (JsonNode entry : machine.path("docker")) {
            String path = entry.path("get").asString();
            if (path.endsWith("/info")) engine((ObjectNode) entry.path("body"));
            if (path.endsWith("/volumes")) volumes((ObjectNode) entry.path("body"));
            if (path.startsWith("/containers/json")) listed(entry.path("body"));
            if (path.startsWith("/images/") && path.length() > 40) image((ObjectNode) entry.path("body"));
            if (path.matches("/containers/[0-9a-f]{64}/json")) {
                inspected((ObjectNode) entry.path("body"), ids.size());
                ids.add(path.split("/")[2]);
            }
        }
        logs(machine, ids);
        files((ObjectNode) machine.path("files"));
        machine.withObject("environment")
                .withObject("process")
                .put("DOCKER_AUTH_CONFIG", "{\"auths\": {\"r.example\": {\"auth\": \"" + SIGN_IN + "\"}}}")
                .put("REGISTRY_PASSWORD", CANARY + "-process");
        return JSON.writeValueAsBytes(machine);
    }

    /// One runs and is ill, one runs in a loop, one has failed, one could not start.
    private static void inspected(ObjectNode container, int number) {
        ObjectNode config = (ObjectNode) container.path("Config");
        fill(config.putArray("Env"), VARIABLES);
        fill(config.putArray("Cmd"), ARGUMENTS);
        fill(container.putArray("Args"), ARGUMENTS);
        config.withObject("Labels").put("secret.of.label", CANARY + "-label");
        fill(
                config.putObject("Healthcheck").putArray("Test"),
                List.of("CMD-SHELL", "curl -u app:" + CANARY + "-check http://localhost"));
        ObjectNode state = (ObjectNode) container.path("State");
        switch (number) {
            case 0 -> {
                ObjectNode health =
                        state.putObject("Health").put("Status", "unhealthy").put("FailingStreak", 3);
                health.putArray("Log").addObject().put("ExitCode", 1).put("Output", WORDS);
            }
            case 1 -> {
                state.put("Status", "restarting").put("ExitCode", 3).put("FinishedAt", "2026-11-20T16:59:00Z");
                container.put("RestartCount", 9);
            }
            case 2 -> ended(state, "");
            default -> ended(state, "could not do this: " + WORDS);
        }
    }

    private static void ended(ObjectNode state, String error) {
        state.put("Status", "exited").put("ExitCode", 1).put("Error", error).put("FinishedAt", "2026-11-20T16:59:00Z");
    }

    private static void listed(JsonNode list) {
        for (JsonNode container : list) {
            ObjectNode entry = (ObjectNode) container;
            entry.put("Command", "/app --db-password=" + CANARY + "-argument-1");
            entry.withObject("Labels").put("secret.of.label", CANARY + "-label");
        }
    }

    private static void image(ObjectNode image) {
        ObjectNode config = image.withObject("Config");
        fill(config.putArray("Env"), VARIABLES);
        config.withObject("Labels").put("secret.of.label", CANARY + "-label");
    }

    private static void engine(ObjectNode info) {
        String proxy = "http://me:" + CANARY + "-proxy@10.1.1.1:3128";
        info.put("HttpProxy", proxy).put("HttpsProxy", proxy);
        info.withObject("RegistryConfig")
                .putArray("Mirrors")
                .add("https://me:" + CANARY + "-mirror@mirror.corp.example/");
    }

    private static void volumes(ObjectNode body) {
        ObjectNode volume = body.withArray("Volumes").addObject();
        volume.put("Name", "share").put("Driver", "local").put("Mountpoint", "/x");
        volume.putObject("Options")
                .put("type", "cifs")
                .put("device", "//nas/share")
                .put("o", "addr=10.0.0.9,username=me,password=" + CANARY + "-volume");
    }

    private static void logs(ObjectNode machine, List<String> ids) {
        for (String id : ids) {
            ObjectNode entry = machine.withArray("docker").addObject();
            entry.put("endpoint", "npipe:////./pipe/dockerDesktopLinuxEngine")
                    .put("get", "/containers/" + id + "/logs?stdout=1&stderr=1&tail=20")
                    .put("status", 200)
                    .put("body", WORDS)
                    .put("millis", 3);
        }
    }

    private static void files(ObjectNode files) {
        files.putObject(HOME + ".docker\\config.json")
                .put("text", """
                    {
                      "auths": {
                        "r.example": {"auth": "%s", "identitytoken": "%s-identity", "registrytoken": "%s-registry"},
                        "https://me:%s-address@other.example/v2/": {"username": "me", "password": "%s-plain"}
                      },
                      "HttpHeaders": {"X-Secret": "%s-header"},
                      "currentContext": "desktop-linux"
                    }
                    """.formatted(SIGN_IN, CANARY, CANARY, CANARY, CANARY, CANARY));
        files.putObject(HOME + ".docker\\daemon.json").put("text", """
            {
              "registry-mirrors": ["https://me:%s-mirror@mirror.corp.example", "https://ok.example"],
              "proxies": {"http-proxy": "http://me:%s-daemon@10.1.1.1:3128"},
            }
            """.formatted(CANARY, CANARY));
    }

    private static void fill(ArrayNode list, List<String> texts) {
        texts.forEach(list::add);
    }
}
