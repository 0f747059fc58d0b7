package io.devdoctor.cli;

import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/// The command `devdoctor`; without a subcommand it opens the app.
@Command(name = "devdoctor", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class DevDoctorCommand implements Callable<Integer> {
    private static final int WIDEST_HELP = 110;
    private static final Set<String> VERSION = Set.of("-V", "--version");

    /// The library refuses less.
    private static final int NARROWEST_HELP = 55;

    private final Session session;

    private DevDoctorCommand(Session session) {
        this.session = session;
    }

    /// Runs the command line and returns the exit code. Never throws.
    public static int run(CliServices services, Terminal terminal, String... arguments) {
        Session session = new Session(services, terminal);
        try {
            session.speak(arguments);
            String[] asked = opened(arguments);
            if (asked.length == 0) return window(session);
            CommandLine line = commandLine(session, asked);
            // Help is printed through the terminal, which knows what its encoding lacks.
            StringWriter help = new StringWriter();
            line.setOut(new PrintWriter(help, true));
            int exit = line.execute(asked);
            terminal.out().print(help.toString());
            terminal.out().flush();
            return exit;
        } catch (RuntimeException | Error e) {
            // picocli passes errors on, for example of a library that cannot be linked.
            return session.failed(e);
        }
    }

    /// Without arguments nothing is parsed: the window is what people wait for.
    private static int window(Session session) {
        try {
            return new DevDoctorCommand(session).call();
        } catch (IOException | UnusableRecording e) {
            return session.failed(e);
        }
    }

    /// A recording alone is what the system passes on when a person double-clicks it.
    private static String[] opened(String... arguments) {
        boolean recording =
                arguments.length == 1 && arguments[0].toLowerCase(Locale.ROOT).endsWith(".devdoctor");
        return recording ? new String[] {"app", arguments[0]} : arguments;
    }

    static CommandLine commandLine(Session session) {
        CommandLine line = empty(session);
        subcommands(session).forEach((name, command) -> line.addSubcommand(name, command.get()));
        return set(line, session);
    }

    /// Of the subcommands only the one that is called: to read the options of all takes longer than an examination.
    private static CommandLine commandLine(Session session, String... asked) {
        String name = asked[0];
        if (VERSION.contains(name)) return set(empty(session), session);
        Supplier<Object> called = subcommands(session).get(name);
        if (called == null) return commandLine(session);
        CommandLine line = empty(session);
        line.addSubcommand(name, called.get());
        return set(line, session);
    }

    private static CommandLine empty(Session session) {
        Completions.Factory factory = new Completions.Factory(session.services().machines());
        CommandLine line = new CommandLine(new DevDoctorCommand(session), factory);
        line.getCommandSpec().versionProvider(() ->
                new String[] {"DevDoctor " + session.services().version()});
        return line;
    }

    private static Map<String, Supplier<Object>> subcommands(Session session) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("check", () -> new CheckCommand(session));
        commands.put("record", () -> new RecordCommand(session));
        commands.put("show", () -> new ShowCommand(session));
        commands.put("compare", () -> new CompareCommand(session));
        commands.put("list", () -> new ListCommand(session));
        commands.put("fix", () -> new FixCommand(session));
        commands.put("history", () -> new HistoryCommand(session));
        commands.put("undo", () -> new UndoCommand(session));
        commands.put("resume", () -> new ResumeCommand(session));
        commands.put("mute", () -> new MuteCommand(session));
        commands.put("unmute", () -> new UnmuteCommand(session));
        commands.put("app", () -> new AppCommand(session));
        commands.put("completion", () -> new CompletionCommand(session));
        return commands;
    }

    private static CommandLine set(CommandLine line, Session session) {
        line.setResourceBundle(new HelpTexts(session.messages(null)));
        line.setUsageHelpWidth(Math.clamp(session.terminal().width(), NARROWEST_HELP, WIDEST_HELP));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                session.terminal().colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.registerConverter(LocalDate.class, DevDoctorCommand::day);
        line.registerConverter(Duration.class, Spans::of);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionStrategy(parsed -> execute(parsed, session));
        line.setParameterExceptionHandler((error, _) -> usage(error, session));
        line.setExecutionExceptionHandler((error, _, _) -> session.failed(error));
        everyCommand(line)
                .forEach(command -> command.getCommandSpec()
                        .usageMessage()
                        .abbreviateSynopsis(true)
                        .sortOptions(false));
        return line;
    }

    private static int execute(CommandLine.ParseResult parsed, Session session) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) last = last.subcommand();
        Optional<OptionSpec> repeated = Repeats.in(last.commandSpec(), session.typed());
        if (repeated.isPresent()) {
            CommandLine command = last.commandSpec().commandLine();
            throw new CommandLine.OverwrittenOptionException(command, repeated.get(), "typed twice");
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static List<CommandLine> everyCommand(CommandLine line) {
        List<CommandLine> all = new java.util.ArrayList<>(line.getSubcommands().values());
        all.add(line);
        return all;
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
        Messages messages = session.messages(null);
        new UsageError(error, session.typed(), messages).lines().forEach(session::complain);
        return ExitCode.USAGE;
    }

    @Override
    public Integer call() throws IOException, UnusableRecording {
        return new AppCommand(session).call();
    }
}
