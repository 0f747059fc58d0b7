package io.devdoctor.cli;

import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `devdoctor`; without a subcommand it opens the app.
@Command(name = "devdoctor", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class DevDoctorCommand implements Callable<Integer> {
    private final Session session;

    private DevDoctorCommand(Session session) {
        this.session = session;
    }

    /// Runs the command line and returns the exit code. Never throws.
    public static int run(CliServices services, Terminal terminal, String... arguments) {
        Session session = new Session(services, terminal);
        try {
            return commandLine(session).execute(arguments);
        } catch (RuntimeException | Error e) {
            // picocli passes errors on, for example of a library that cannot be linked.
            return session.failed(e);
        }
    }

    private static CommandLine commandLine(Session session) {
        CliServices services = session.services();
        Terminal terminal = session.terminal();
        CommandLine line = new CommandLine(new DevDoctorCommand(session));
        line.getCommandSpec().versionProvider(() -> new String[] {"DevDoctor " + services.version()});
        line.addSubcommand("check", new CheckCommand(session));
        line.addSubcommand("record", new RecordCommand(session));
        line.addSubcommand("list", new ListCommand(session));
        line.addSubcommand("fix", new FixCommand(session));
        line.addSubcommand("history", new HistoryCommand(session));
        line.addSubcommand("undo", new UndoCommand(session));
        line.addSubcommand("resume", new ResumeCommand(session));
        line.addSubcommand("mute", new MuteCommand(session));
        line.addSubcommand("unmute", new UnmuteCommand(session));
        line.addSubcommand("app", new AppCommand(session));
        line.setResourceBundle(new HelpTexts(Messages.of(services.language())));
        line.setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()));
        line.setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()));
        line.registerConverter(LocalDate.class, DevDoctorCommand::day);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((error, _) -> usage(error, session));
        line.setExecutionExceptionHandler((error, _, _) -> session.failed(error));
        return line;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException _) {
            throw CliProblem.usage(Text.of("cli.error.no-day", typed));
        }
    }

    private static int usage(CommandLine.ParameterException error, Session session) {
        if (error.getCause() instanceof CliProblem problem) return session.failed(problem);
        Terminal terminal = session.terminal();
        session.complain(String.valueOf(error.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(
                error, new PrintWriter(terminal.err(), true, terminal.err().charset()));
        error.getCommandLine().usage(error.getCommandLine().getErr());
        return ExitCode.USAGE;
    }

    @Override
    public Integer call() throws IOException {
        return new AppCommand(session).call();
    }

    /// Help texts of picocli from our own bundles, under `cli.help.<command>.…`.
    private static final class HelpTexts extends ResourceBundle {
        private static final String PREFIX = "cli.help.";
        private final Messages messages;

        HelpTexts(Messages messages) {
            this.messages = messages;
        }

        @Override
        protected @org.jspecify.annotations.Nullable Object handleGetObject(String key) {
            return messages.has(PREFIX + key) ? messages.say(PREFIX + key) : null;
        }

        @Override
        public java.util.Enumeration<String> getKeys() {
            return java.util.Collections.enumeration(messages.keys().stream()
                    .filter(key -> key.startsWith(PREFIX))
                    .map(key -> key.substring(PREFIX.length()))
                    .toList());
        }

        @Override
        public Locale getLocale() {
            return messages.language() == Language.CHINESE ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        }
    }
}
