package io.devdoctor.cli;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.Machines;
import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `devdoctor app`, and what `mvn` runs: the window, or where there is none the examination in the terminal and the
/// report as a file.
@Command(name = "app", aliases = "open", mixinStandardHelpOptions = true)
final class AppCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--exit-zero", descriptionKey = "option.exit-zero")
    private boolean exitZero;

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "app.recording")
    private @Nullable Path recording;

    AppCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, UnusableRecording {
        try {
            session.services().window().show(Optional.ofNullable(recording));
            return ExitCode.GOOD;
        } catch (CliServices.NoWindow e) {
            Messages messages = session.messages(null);
            session.complain(messages, Text.of(String.valueOf(e.getMessage())));
            return inTheTerminal(messages);
        }
    }

    private int inTheTerminal(Messages messages) throws IOException, UnusableRecording {
        ExaminationResult result = examination().run(new Progress(session.terminal(), messages), new Cancellation());
        new TextReport(new Sheet(session.terminal(), messages), messages).print(result);
        ReportOptions options = new ReportOptions(
                messages.language(),
                true,
                ZoneId.systemDefault(),
                session.services().version());
        Path folder = session.services().reportFolder();
        Files.createDirectories(folder);
        Path file = folder.resolve("devdoctor-report.html").toAbsolutePath();
        AtomicFile.onDisk().write(file, session.services().reports().write(result, ReportFormat.HTML, options));
        session.say(messages.say("cli.report-at", file.toString()));
        return exitZero ? ExitCode.GOOD : ExitCode.of(result.findings());
    }

    private Examination examination() throws UnusableRecording {
        Machines machines = session.services().machines();
        return recording == null ? machines.live() : MachineChoice.recorded(machines, recording);
    }
}
