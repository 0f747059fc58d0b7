package io.devdoctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.cli.CliServices;
import io.devdoctor.cli.DevDoctorCommand;
import io.devdoctor.cli.ExitCode;
import io.devdoctor.cli.Terminal;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.report.Canaries;
import io.devdoctor.report.ForeignReport;
import io.devdoctor.report.HostileTextTest;
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
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A report may come from anybody, with anything in it: `show` and `compare` let no secret through, and nothing that
/// steers a terminal or a page.
class ForeignReportTest {
    private static final List<String> COMMANDS =
            List.of("show", "compare", "compare --format md", "compare --format json");

    @TempDir
    private Path folder;

    @Test
    void noSecretOfAForeignReportIsShown() throws IOException {
        for (Canaries.Secret secret : Canaries.allSecrets()) {
            for (String command : COMMANDS) {
                assertThat(run(command, secret.text())).as(command).doesNotContain(secret.gone());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.devdoctor.report.HostileTextTest#corpus")
    void textOfAForeignReportStaysText(String hostile) throws IOException {
        for (String command : List.of("show", "compare")) {
            String text = run(command, hostile);
            HostileTextTest.checkCharacters(text);
            assertThat(text.lines()).noneMatch(line -> line.startsWith("# heading") || line.startsWith("- [ ] list"));
        }
        HostileTextTest.checkMarkdown(run("compare --format md", hostile), 3);
    }

    /// @return what is printed and complained
    private String run(String command, String hostile) throws IOException {
        Path good = Files.write(folder.resolve("good.json"), ForeignReport.with("harmless"));
        Path evil = Files.write(folder.resolve("evil.json"), ForeignReport.with(hostile));
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        if (!command.equals("show")) words.add(good.toString());
        words.add(evil.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new BufferedReader(Reader.nullReader()),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                false,
                false,
                100);
        assertThat(DevDoctorCommand.run(services(), terminal, words.toArray(String[]::new)))
                .isLessThan(ExitCode.FAILED);
        assertThat(out.toString(UTF_8)).contains("wsl.config-memory");
        // Of a page, what is complained is no part.
        return command.contains("--format") ? out.toString(UTF_8) : out.toString(UTF_8) + err.toString(UTF_8);
    }

    private CliServices services() {
        return new CliServices(
                new LocalMachines(PosixPorts::live, () -> MachineMutes.NONE, Settings.defaults()::asking),
                Reports::write,
                () -> {
                    throw new IllegalStateException("nothing is repaired here");
                },
                _ -> {
                    throw new CliServices.NoWindow("cli.no-window.display");
                },
                new SettingsFile(new DataFolder(folder), AtomicFile.onDisk()),
                Language.ENGLISH,
                folder,
                "test");
    }
}
