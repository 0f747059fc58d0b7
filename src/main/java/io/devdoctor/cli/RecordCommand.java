package io.devdoctor.cli;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Mixin
    private Projects projects = new Projects();

    @Option(names = "--build-check", descriptionKey = "option.build-check")
    private boolean buildCheck;

    @Option(
            names = "--lang",
            paramLabel = "en|zh-CN",
            completionCandidates = Completions.Languages.class,
            descriptionKey = "option.lang")
    private @Nullable String language;

    RecordCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Messages messages = session.messages(language);
        OutputFile file = OutputFile.prepare(output, force, session, messages);
        byte[] recording = session.services()
                .machines()
                .record(projects.wish(buildCheck), new Progress(session.terminal(), messages), new Cancellation());
        file.write(recording);
        session.complain(messages, Text.of("cli.recorded", file.path().toString()));
        return ExitCode.GOOD;
    }
}
