package io.devdoctor.cli;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Wish;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `devdoctor record`: everything that was read, as one file that can be replayed anywhere.
@Command(name = "record", mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            descriptionKey = "option.record-output")
    private Path output = Path.of("");

    @Option(names = "--force", descriptionKey = "option.force")
    private boolean force;

    @Option(names = "--pseudonymous", descriptionKey = "option.pseudonymous")
    private boolean pseudonymous;

    @Mixin
    private Projects projects = new Projects();

    @Mixin
    private EngineChoice engine = new EngineChoice();

    @Option(names = "--build-check", descriptionKey = "option.build-check")
    private boolean buildCheck;

    @Mixin
    private LanguageChoice language = new LanguageChoice();

    RecordCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Messages messages = language.messages(session);
        OutputFile file = OutputFile.prepare(output, force, session, messages);
        Wish wish = engine.of(projects.wish(buildCheck));
        byte[] recording = session.services()
                .machines()
                .record(
                        pseudonymous ? wish.pseudonymously() : wish,
                        new Progress(session.terminal(), messages),
                        new Cancellation());
        file.write(recording);
        session.complain(
                messages,
                Text.of(
                        pseudonymous ? "cli.recorded-pseudonymous" : "cli.recorded",
                        file.path().toString()));
        return ExitCode.GOOD;
    }
}
