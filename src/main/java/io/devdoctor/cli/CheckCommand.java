package io.devdoctor.cli;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `devdoctor check`: examines, prints, writes documents. With `--format` nothing but the document goes to stdout.
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private final Session session;

    @ArgGroup(order = 1, headingKey = "heading.machine")
    private MachineChoice machine = new MachineChoice();

    @ArgGroup(order = 2, exclusive = false, validate = false, headingKey = "heading.extent")
    private Extent extent = new Extent();

    @ArgGroup(order = 3, exclusive = false, validate = false, headingKey = "heading.documents")
    private DocumentChoice documents = new DocumentChoice();

    @ArgGroup(order = 4, exclusive = false, validate = false, headingKey = "heading.ending")
    private Result ending = new Result();

    @ArgGroup(order = 5, exclusive = false, validate = false, headingKey = "heading.fleet")
    private Delivery delivery = new Delivery();

    @Option(names = "--build-check", descriptionKey = "option.build-check")
    private boolean buildCheck;

    @Mixin
    private Projects projects = new Projects();

    @Mixin
    private EngineChoice engine = new EngineChoice();

    @Mixin
    private LanguageChoice language = new LanguageChoice();

    CheckCommand(Session session) {
        this.session = session;
    }

    /// How loud the command is and how it ends.
    static final class Result {
        @Option(names = "--fail-on", order = 1, paramLabel = "warning|problem", descriptionKey = "option.fail-on")
        private FailOn failOn = FailOn.warning;

        @Option(names = "--exit-zero", order = 2, descriptionKey = "option.exit-zero")
        private boolean exitZero;

        @Option(
                names = {"-q", "--quiet"},
                order = 3,
                descriptionKey = "option.quiet")
        private boolean quiet;

        @Option(
                names = "--watch",
                order = 4,
                arity = "0..1",
                fallbackValue = "60s",
                paramLabel = "TIME",
                descriptionKey = "option.watch")
        private @Nullable Duration watch;

        int exit(ExaminationResult result) {
            int found = ExitCode.of(result.findings());
            boolean passes = exitZero || failOn == FailOn.problem && found == ExitCode.WARNINGS;
            return passes ? ExitCode.GOOD : found;
        }
    }

    /// Names as they are typed.
    enum FailOn {
        warning,
        problem
    }

    @Override
    public Integer call() throws Exception {
        Messages messages = language.messages(session);
        delivery.check();
        // Before a file is touched: it may be refused.
        Examination first = examination();
        Documents wanted = documents.prepare(session, messages, delivery.host());
        Duration interval = ending.watch;
        if (interval != null) return watch(interval, wanted, messages);
        ExaminationResult result = first.run(progress(messages), new Cancellation());
        wanted.write(result, ending.quiet);
        if (!ending.quiet && extent.missesAll(result)) session.complain(messages, Text.of("cli.nothing-applies"));
        delivery.send(result, messages, session, ending.quiet);
        return ending.exit(result);
    }

    private int watch(Duration interval, Documents wanted, Messages messages) throws Exception {
        if (!machine.isLive()) throw CliProblem.usage(Text.of("cli.error.watch-live"));
        if (interval.compareTo(SHORTEST) < 0) throw CliProblem.usage(Text.of("cli.error.watch-often", SHORTEST));
        if (wanted.isDocument()) throw CliProblem.usage(Text.of("cli.error.watch-document"));
        if (!ending.quiet) session.complain(messages, Text.of("cli.watching", interval));
        Watch.Round round = () -> {
            ExaminationResult result = examination().run(progress(messages), new Cancellation());
            wanted.save(result, true);
            delivery.send(result, messages, session, true);
            return result;
        };
        String version = session.services().version();
        return ending.exit(
                new Watch(session.terminal(), session.readable(messages), version, round, Watch::sleep, ending.quiet)
                        .run(interval, result -> wanted.talk(result, ending.quiet)));
    }

    private Examination examination() throws IOException, UnusableRecording {
        Examination whole = machine.examination(session.services().machines(), engine.of(projects.wish(buildCheck)));
        return extent.of(whole, !machine.isLive() || !projects.isEmpty());
    }

    private Consumer<ExaminationEvent> progress(Messages messages) {
        return ending.quiet ? _ -> {} : new Progress(session.terminal(), messages);
    }
}
