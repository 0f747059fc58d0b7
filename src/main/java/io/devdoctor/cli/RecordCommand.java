package io.devdoctor.cli;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--lang", paramLabel = "en|zh-CN", descriptionKey = "option.lang")
    private @Nullable String language;

    RecordCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Messages messages = session.messages(language);
        Path target = output.toAbsolutePath();
        if (java.nio.file.Files.isDirectory(target)) {
            throw new CliProblem(Text.of("cli.error.is-folder", target.toString()));
        }
        byte[] recording =
                session.services().machines().record(new Progress(session.terminal(), messages), new Cancellation());
        AtomicFile.onDisk().write(target, recording);
        session.complain(messages, Text.of("cli.recorded", target.toString()));
        return ExitCode.GOOD;
    }
}
