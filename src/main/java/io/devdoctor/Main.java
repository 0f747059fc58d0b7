package io.devdoctor;

import io.devdoctor.cli.CliServices;
import io.devdoctor.cli.DevDoctorCommand;
import io.devdoctor.cli.ExitCode;
import io.devdoctor.cli.Terminal;
import io.devdoctor.report.Reports;
import io.devdoctor.text.Language;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The entry point: wires adapters to ports and hands over to the command line, which opens the window.
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    /// Ends with one of [ExitCode].
    public static void main(String[] arguments) {
        Output out = new Output(new FileOutputStream(FileDescriptor.out));
        Terminal terminal = Terminals.system(out);
        int ended = LastWords.guard(terminal, () -> run(terminal, arguments));
        terminal.out().flush();
        int exit = out.failure()
                .map(failure -> {
                    terminal.err().println(LastWords.say("cli.error.stdout", String.valueOf(failure.getMessage())));
                    return ExitCode.FAILED;
                })
                .orElse(ended);
        terminal.err().flush();
        // The toolkit, docker-java and OSHI may leave threads behind; the work is done.
        System.exit(exit);
    }

    static int run(Terminal terminal, String... arguments) {
        Home home = Home.open(terminal);
        LOG.info("DevDoctor {} on Java {}: {}", Version.CURRENT, Runtime.version(), List.of(arguments));
        AppWindow window = AppWindow.of(LocalSystem.here(), home);
        CliServices services = new CliServices(
                window.machines(),
                Reports::write,
                window.repairs()::repairer,
                window,
                home.settings(),
                Language.of(Locale.getDefault().toLanguageTag()),
                home.folder().root().resolve("reports"),
                Version.CURRENT);
        return DevDoctorCommand.run(services, terminal, arguments);
    }
}
