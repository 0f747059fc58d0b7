package io.devdoctor.repair;

import io.devdoctor.check.Checks;
import io.devdoctor.cli.CliServices;
import io.devdoctor.cli.DevDoctorCommand;
import io.devdoctor.cli.Terminal;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.examination.Machines;
import io.devdoctor.examination.Wish;
import io.devdoctor.probe.Probes;
import io.devdoctor.report.Reports;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.text.Language;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Types commands at a simulated machine.
final class Typist {
    private final Clinic clinic;
    private final Path data;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /// @param data DevDoctor's own folder
    Typist(Clinic clinic, Path data) {
        this.clinic = clinic;
        this.data = data;
    }

    /// @return the exit code
    int run(String... arguments) {
        return answering("", arguments);
    }

    /// @param typed what the person answers
    int answering(String typed, String... arguments) {
        out.reset();
        err.reset();
        BufferedReader in = new BufferedReader(new StringReader(typed));
        Terminal terminal = new Terminal(in, stream(out), stream(err), false, false, false, 100);
        CliServices services = new CliServices(
                new Here(clinic, settings()),
                Reports::write,
                () -> clinic.repairer,
                _ -> {
                    throw new CliServices.NoWindow("cli.no-window.display");
                },
                settings(),
                Language.ENGLISH,
                data.resolve("reports"),
                "test");
        return DevDoctorCommand.run(services, terminal, arguments);
    }

    /// What DevDoctor keeps there, mutes among it.
    SettingsFile settings() {
        return new SettingsFile(new DataFolder(data), AtomicFile.onDisk());
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /// The simulated machine as the live one.
    private record Here(Clinic clinic, SettingsFile settings) implements Machines {
        @Override
        public Examination live(Wish wish) {
            MachineMutes mutes = new MachineMutes(
                    settings.load(Instant.EPOCH).settings().mutes().all(), "settings.json");
            return new Examination(clinic.windows.ports().about(wish.projects()), Probes.ALL, Checks.ALL).muting(mutes);
        }

        @Override
        public Examination recorded(Path file) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Examination sample(String name) {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<String> samples() {
            return List.of();
        }

        @Override
        public byte[] record(Wish wish, Consumer<? super ExaminationEvent> listener, Cancellation cancellation) {
            throw new AssertionError("not asked for");
        }
    }
}
