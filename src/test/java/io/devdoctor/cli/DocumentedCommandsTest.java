package io.devdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.examination.Machines;
import io.devdoctor.examination.Wish;
import io.devdoctor.report.Reports;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// Every command line that a document, a script or the help names is one that the program understands.
class DocumentedCommandsTest {
    private static final Pattern COMMAND = Pattern.compile(
            "^ *(?:\\$said = @\\()?(?:& \\$)?(?:source <\\()?devdoctor ([a-z].*?)(?:\\)?(?: {2,}.*)?| [>|] .*|"
                    + " 2>&1\\))$");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

    @ParameterizedTest
    @MethodSource("commands")
    void isUnderstood(String command) {
        String[] words = WORD.matcher(command)
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toArray(String[]::new);

        assertThatCode(() -> line().parseArgs(words)).as(command).doesNotThrowAnyException();
    }

    static Stream<String> commands() throws IOException {
        Stream.Builder<String> all = Stream.builder();
        for (Path file : documents()) {
            Files.readAllLines(file).stream()
                    .map(COMMAND::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .map(match -> match.group(1).strip())
                    .forEach(all);
        }
        for (Language language : Language.values()) {
            Messages messages = Messages.of(language);
            messages.keys().stream()
                    .filter(key -> key.startsWith("cli.help.") && key.contains(".usage.footer."))
                    .map(key -> COMMAND.matcher(messages.say(key)))
                    .filter(java.util.regex.Matcher::matches)
                    .map(match -> match.group(1).strip())
                    .forEach(all);
        }
        return all.build().filter(command -> !command.contains("COMMAND")).distinct();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"));
                Stream<Path> scripts = Files.list(Path.of("installer/fleet/intune"))) {
            return Stream.of(
                            Stream.of(Path.of("README.md"), Path.of("README.zh-CN.md")),
                            docs.filter(file -> file.toString().endsWith(".md")),
                            scripts)
                    .flatMap(files -> files)
                    .toList();
        }
    }

    /// Windows PowerShell 5.1 reads a script without a mark in the code page of the machine.
    @Test
    void scriptsAreAscii() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("installer/fleet/intune"))) {
            assertThat(scripts)
                    .hasSize(2)
                    .allSatisfy(script ->
                            assertThat(Files.readString(script).chars()).allMatch(c -> c < 0x7F));
        }
    }

    /// What the scripts for Intune run is among them.
    @Test
    void theScriptsAreRead() throws IOException {
        assertThat(commands()).anyMatch(command -> command.startsWith("check --format json --output $file"));
        assertThat(commands()).contains("fix --all-safe --yes --lang en");
    }

    /// Whatever a remediation writes to stderr makes Intune take it for failed.
    @Test
    void theScriptsKeepStderrToThemselves() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("installer/fleet/intune"))) {
            assertThat(scripts.flatMap(DocumentedCommandsTest::lines).filter(line -> line.contains("& $devdoctor ")))
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).endsWith("2>&1)"));
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyCommandHasADescriptionAndAnExample() {
        for (Language language : Language.values()) {
            Messages messages = Messages.of(language);
            for (String command : line().getSubcommands().keySet()) {
                if (command.equals("open")) continue;
                String prefix = "cli.help.devdoctor." + command + ".usage.";
                assertThat(messages.has(prefix + "description")).as(command).isTrue();
                assertThat(messages.has(prefix + "footer.0")).as(command).isTrue();
            }
        }
    }

    /// Whatever the exit codes are, the document says them.
    @Test
    void theTableOfExitCodesIsWhole() throws IOException {
        String text = Files.readString(Path.of("docs/command-line.md"));
        assertThat(Arrays.asList(ExitCode.GOOD, ExitCode.WARNINGS, ExitCode.PROBLEMS, ExitCode.FAILED, ExitCode.USAGE))
                .allSatisfy(code -> assertThat(text).contains("\n| " + code + " | "));
    }

    private static CommandLine line() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(new BufferedReader(Reader.nullReader()), nowhere, nowhere, false, false, false, 100);
        CliServices services = new CliServices(
                new NoMachines(),
                Reports::write,
                () -> {
                    throw new AssertionError("nothing is changed here");
                },
                _ -> {
                    throw new CliServices.NoWindow("cli.no-window.display");
                },
                new SettingsFile(new DataFolder(Path.of("target")), AtomicFile.onDisk()),
                Language.ENGLISH,
                Path.of("target"),
                "test");
        return DevDoctorCommand.commandLine(new Session(services, terminal));
    }

    /// Words are read and nothing is run.
    private static final class NoMachines implements Machines {
        @Override
        public Examination live(Wish wish) {
            throw new AssertionError("nothing is examined here");
        }

        @Override
        public Examination recorded(Path file) {
            throw new AssertionError("nothing is examined here");
        }

        @Override
        public Examination sample(String name) {
            throw new AssertionError("nothing is examined here");
        }

        @Override
        public List<String> samples() {
            return List.of();
        }

        @Override
        public byte[] record(Wish wish, Consumer<? super ExaminationEvent> listener, Cancellation cancellation) {
            throw new AssertionError("nothing is recorded here");
        }
    }
}
