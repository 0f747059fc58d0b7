package io.devdoctor.cli;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `devdoctor app`, and what `mvn` runs: the window, or where there is none the examination in the terminal and the
/// report as a file.
@Command(name = "app", aliases = "open", mixinStandardHelpOptions = true)
final class AppCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--exit-zero", descriptionKey = "option.exit-zero")
    private boolean exitZero;

    AppCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try {
            session.services().window().show();
            return ExitCode.GOOD;
        } catch (CliServices.NoWindow e) {
            Messages messages = session.messages(null);
            session.complain(messages, Text.of(String.valueOf(e.getMessage())));
            return inTheTerminal(messages);
        }
    }

    private int inTheTerminal(Messages messages) throws IOException {
        ExaminationResult result = session.services()
                .machines()
                .live()
                .run(new Progress(session.terminal(), messages), new Cancellation());
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
}
