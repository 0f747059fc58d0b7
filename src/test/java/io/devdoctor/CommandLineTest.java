package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.cli.CliServices;
import io.devdoctor.cli.DevDoctorCommand;
import io.devdoctor.cli.ExitCode;
import io.devdoctor.cli.Terminal;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.report.Reports;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.system.posix.PosixPorts;
import io.devdoctor.text.Language;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The command line as it is wired, with the sample machines.
class CommandLineTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static final String KEY = """
        -----BEGIN RSA PRIVATE KEY-----
        MIIEpAIBAAKCAQEA1hunter2canary000000000000000000000000000000000000
        hunter2canary==
        -----END RSA PRIVATE KEY-----\
        """;

    private final String typed = "";

    @Test
    void virtualizationOffIsOneRootCause() {
        int exit = run("check", "--sample", "no-virtualization-en", "--format", "json");

        JsonNode report = JsonMapper.shared().readTree(out());
        assertThat(exit).isEqualTo(ExitCode.PROBLEMS);
        assertThat(report.get("rootCauses")).hasSize(1);
        assertThat(report.at("/rootCauses/0/check").asString()).isEqualTo("host.virtualization");
        assertThat(report.at("/rootCauses/0/explains").size()).isGreaterThanOrEqualTo(3);
        assertThat(err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en    | 2 GB of memory | swap=8gb | 41.3 s | WSL 1 | mirror
        zh-CN | 2 GB           | swap=8gb | 41.3 秒 | WSL 1 | 镜像
        """)
    void theStarvedMachineShowsItsFiveIllnesses(
            String language, String memory, String line, String clock, String distro, String mirror) {
        run("check", "--sample", "starved-zh-cn", "--lang", language);

        assertThat(out()).contains(memory, line, clock, distro, mirror);
        assertThat(out()).contains("wsl.config-memory", "wsl.config-syntax", "clock.wsl", "wsl.distro-version");
        assertThat(out()).contains("docker.registry-mirrors");
    }

    @Test
    void theHealthyMachineEndsInZero() {
        assertThat(run("check", "--sample", "healthy-en")).isEqualTo(ExitCode.GOOD);
    }

    @Test
    void aPersonReadsWordsAndWhatToDoByHand() {
        run("check", "--sample", "no-virtualization-en", "--lang", "en");

        assertThat(out())
                .contains("A hypervisor runs: no", "UEFI Firmware Settings", "Open: ms-settings:recovery")
                .doesNotContain(": false", ": absent");
    }

    /// Paths, keys and commands cannot be broken; everything else keeps to the width of the terminal.
    @ParameterizedTest
    @ValueSource(strings = {"starved-zh-cn", "no-virtualization-en", "hung-wsl-en"})
    void linesOfProseFitTheTerminal(String sample) {
        for (String language : List.of("en", "zh-CN")) {
            run("check", "--sample", sample, "--lang", language);

            assertThat(out().lines().filter(line -> !line.strip().matches("(devdoctor|npipe:|HK[A-Z]{2}\\\\).*")))
                    .allMatch(line ->
                            line.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum() <= 100);
        }
    }

    @Test
    void exitZeroHidesWhatWasFoundButNotAFailure() {
        assertThat(run("check", "--sample", "no-virtualization-en", "--exit-zero"))
                .isEqualTo(ExitCode.GOOD);
        assertThat(run("check", "--replay", "/no/such/file", "--exit-zero")).isEqualTo(ExitCode.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --nonsense",
                "check --format pdf",
                "nonsense",
                "check --sample nobody",
                "check --project /no/such/folder",
                "check --sample healthy-en --project /",
                "check --build-check",
                "check --sample healthy-en --build-check",
                "record --build-check -o here.devdoctor",
                "fix no.such",
                "list --lang fr"
            })
    void wrongUsageIs64(String words) {
        assertThat(run(words.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(out()).isEmpty();
        assertThat(err()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        not json at all
        { "devdoctorRecording": 99, "taken": "2026-11-20T08:00:00Z" }
        { "devdoctorRecording": 1, "taken":
        [1, 2, 3]
        """)
    void aFileThatIsNoRecordingIsNamed(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("strange.devdoctor"), content);

        assertThat(run("check", "--replay", file.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("strange.devdoctor").doesNotContain("Exception", "\tat ");
        assertThat(out()).isEmpty();
    }

    @Test
    void documentsGoToFilesAndNeverToFolders() throws IOException {
        Path html = folder.resolve("报告.html");

        assertThat(run("check", "--sample", "healthy-en", "--report", html.toString()))
                .isEqualTo(ExitCode.GOOD);
        assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>").contains("</html>");
        assertThat(run("check", "--sample", "healthy-en", "-o", folder.toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains(folder.toString());
    }

    @Test
    void aDryRunShowsTheDiffOfARecordedMachine() {
        int exit = run("fix", "wsl.config-memory", "--sample", "starved-zh-cn", "--dry-run", "--lang", "en");

        assertThat(exit).isEqualTo(ExitCode.GOOD);
        assertThat(out()).contains("-memory=2GB", "+memory=8GB", "after WSL restarts");
    }

    @Test
    void aRecordedMachineIsNeverChanged() {
        assertThat(run("fix", "wsl.config-memory", "--sample", "starved-zh-cn", "--yes"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(out()).isEmpty();
        assertThat(err()).isNotBlank();
    }

    @Test
    void theListHoldsEveryCheckWithItsCauses() {
        run("list", "--format", "json");

        JsonNode list = JsonMapper.shared().readTree(out());
        assertThat(list.findValuesAsString("id"))
                .containsExactlyElementsOf(
                        Checks.ALL.stream().map(check -> check.info().id()).toList());
        for (JsonNode check : list) {
            assertThat(check.get("id").asString()).matches("[a-z]+\\.[a-z0-9-]+");
            assertThat(check.get("title").asString()).isNotBlank().doesNotContain("check.");
            assertThat(check.get("needs")).isNotEmpty();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsRecordedHereCanBeReplayed() {
        Path file = folder.resolve("here.devdoctor");

        assertThat(run("record", "-o", file.toString())).isEqualTo(ExitCode.GOOD);
        run("check", "--format", "json");
        JsonNode live = JsonMapper.shared().readTree(out());
        run("check", "--replay", file.toString(), "--format", "json");
        JsonNode replayed = JsonMapper.shared().readTree(out());

        assertThat(replayed.at("/machine/memory")).isEqualTo(live.at("/machine/memory"));
        assertThat(verdict(replayed, "host.memory")).isEqualTo(verdict(live, "host.memory"));
        assertThat(verdict(replayed, "wsl.installed")).isEqualTo("NOT_APPLICABLE");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProjectIsRecordedWithTheMachine() throws IOException {
        Path project = Files.createDirectories(folder.resolve("shop"));
        Path broken = Files.writeString(project.resolve("pom.xml"), "<project>");
        Path file = folder.resolve("here.devdoctor");

        run("check", "--project", project.toString(), "--lang", "en");
        assertThat(out()).contains("docker.client-libraries", broken.toString());
        run("record", "--project", project.toString(), "-o", file.toString());
        run("check", "--replay", file.toString(), "--lang", "en");
        assertThat(out()).contains("docker.client-libraries", broken.toString());
    }

    /// Names and file contents of a machine must neither steer the terminal nor tell a secret.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        check             | --lang en
        check             | --lang zh-CN
        check --format md | --lang en
        fix wsl.config-memory --dry-run      | --lang en
        fix docker.registry-mirrors --dry-run| --lang en
        """)
    void hostileTextsReachNoTerminal(String command, String language) throws IOException {
        Path file = folder.resolve("hostile.devdoctor");
        boolean shown = command.startsWith("check");
        Files.write(file, hostile(shown ? "" : KEY));

        int exit = run((command + " --replay " + file + " " + language).split(" "));

        assertThat(exit).isLessThan(ExitCode.FAILED);
        String all = out() + err();
        assertThat(all).isNotBlank().doesNotContain("hunter2canary", "\u202E", "\u001B", "\u0007");
        assertThat(all.chars().filter(c -> c < ' ' && c != '\n' && c != '\t')).isEmpty();
        if (command.equals("check")) {
            assertThat(all.lines().mapToInt(String::length).max().orElse(0)).isLessThan(3000);
        }
    }

    /// The starved machine, with escapes, marks, a key and a long name in what it is made of.
    private static byte[] hostile(String key) throws IOException {
        ObjectNode root = (ObjectNode) JsonMapper.shared()
                .readTree(CommandLineTest.class.getResourceAsStream("/io/devdoctor/samples/starved-zh-cn.devdoctor"));
        ObjectNode files = (ObjectNode) root.get("files");
        ObjectNode config = (ObjectNode) files.get("C:\\Users\\li\\.wslconfig");
        config.put("text", """
            # \u001B]0;owned\u0007 \u202Etxt.exe it's {0} http://li:hunter2canary@proxy:3128
            %s
            [wsl2]
            memory=2GB
            swap=8gb \u001B[2J
            nonsense\u202E=%s
            """.formatted(key, "x".repeat(50_000)));
        ObjectNode daemon = (ObjectNode) files.get("C:\\Users\\li\\.docker\\daemon.json");
        daemon.put(
                "text",
                daemon.get("text")
                        .asString()
                        .replace("json-file", "\\u001b[31m{0}'json-file")
                        .replace(
                                "{\n  \"builder",
                                "{\n  \"proxies\": { \"http\": \"http://li:hunter2canary@p:1\" },\n  \"builder"));
        String text = JsonMapper.shared().writeValueAsString(root);
        return text.replace("\"Debian\"", "\"De{0}b'ian\\u001B[2J\\u202E\"").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aLibraryThatCannotBeLinkedIsAFailureInOneSentence() {
        int exit = run("undo");

        assertThat(exit).isEqualTo(ExitCode.FAILED);
        assertThat(err().lines()).hasSize(1);
        assertThat(err()).contains("no jnidispatch in java.library.path").doesNotContain("\tat ");
    }

    @Test
    void complaintsOfThePlainCommandLineAreMaskedToo() {
        run("check", "--proxy=http://li:hunter2canary@p:1", "\u001B[2J");
        assertThat(err()).contains("p:1").doesNotContain("hunter2canary", "\u001B");
    }

    private static String verdict(JsonNode report, String check) {
        return report.get("findings")
                .valueStream()
                .filter(finding -> finding.get("check").asString().equals(check))
                .map(finding -> finding.get("verdict").asString())
                .findFirst()
                .orElse("missing");
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader(typed)), stream(out), stream(err), false, false, false, 100);
        CliServices services = new CliServices(
                new LocalMachines(PosixPorts::live, () -> MachineMutes.NONE, Settings.defaults()::asking),
                Reports::write,
                () -> {
                    throw new UnsatisfiedLinkError("no jnidispatch in java.library.path\nmore");
                },
                _ -> {
                    throw new CliServices.NoWindow("cli.no-window.display");
                },
                new SettingsFile(new DataFolder(folder), AtomicFile.onDisk()),
                Language.ENGLISH,
                folder,
                "test");
        return DevDoctorCommand.run(services, terminal, arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
