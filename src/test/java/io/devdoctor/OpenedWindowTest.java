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
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the start menu, a double click and a person typing open.
class OpenedWindowTest {
    @TempDir
    Path folder;

    private final List<Optional<Path>> opened = new ArrayList<>();

    private int run(String... arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        CliServices services = new CliServices(
                new LocalMachines(PosixPorts::live, () -> MachineMutes.NONE, Settings.defaults()::asking),
                Reports::write,
                () -> {
                    throw new AssertionError("nothing is changed here");
                },
                opened::add,
                new SettingsFile(new DataFolder(folder), AtomicFile.onDisk()),
                Language.ENGLISH,
                folder,
                "test");
        return DevDoctorCommand.run(
                services,
                new Terminal(new BufferedReader(Reader.nullReader()), nowhere, nowhere, false, false, false, 100),
                arguments);
    }

    @Test
    void theStartMenuOpensThisMachine() {
        assertThat(run()).isEqualTo(ExitCode.GOOD);
        assertThat(opened).containsExactly(Optional.empty());
    }

    /// Windows passes the name on as it is written on the disk.
    @ParameterizedTest
    @CsvSource({
        "/home/li/a machine.devdoctor",
        "机器 一.devdoctor",
        "MACHINE.DEVDOCTOR",
        "C:\\Users\\李\\Desktop\\old.Devdoctor"
    })
    void aDoubleClickOpensTheRecording(String file) {
        assertThat(run(file)).isEqualTo(ExitCode.GOOD);
        assertThat(opened).containsExactly(Optional.of(Path.of(file)));
    }

    /// Any other name is taken for a command, unless it is asked for.
    @Test
    void aRecordingOfAnyNameIsOpenedByTheCommand() {
        assertThat(run("machine.json")).isEqualTo(ExitCode.USAGE);
        assertThat(opened).isEmpty();
        assertThat(run("app", "machine.json")).isEqualTo(ExitCode.GOOD);
        assertThat(opened).containsExactly(Optional.of(Path.of("machine.json")));
    }
}
