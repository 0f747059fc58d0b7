package io.devdoctor.cli;

import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What every command of one invocation shares: services, terminal, and how failures are told.
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private final CliServices services;
    private final Terminal terminal;

    Session(CliServices services, Terminal terminal) {
        this.services = services;
        this.terminal = terminal;
    }

    CliServices services() {
        return services;
    }

    Terminal terminal() {
        return terminal;
    }

    /// @param tag `en`, `zh-CN`, or null for the system's language
    Messages messages(@Nullable String tag) {
        return Messages.of(tag == null ? services.language() : Language.of(tag));
    }

    void complain(Messages messages, Text text) {
        terminal.err().println(services.masked().apply(messages.say(text)));
    }

    /// Turns an exception into one sentence that names the file or tool, and exit code 3; the trace goes to the log.
    int failed(Exception error) {
        if (!(error instanceof CliProblem)) LOG.error("command failed", error);
        Messages messages = Messages.of(services.language());
        complain(messages, reason(error));
        return error instanceof CliProblem problem ? problem.exit() : ExitCode.FAILED;
    }

    private static Text reason(Exception error) {
        String detail = String.valueOf(error.getMessage());
        return switch (error) {
            case UnusableRecording unusable -> unusable.reason();
            case CliProblem problem -> problem.text();
            case NoSuchFileException _ -> Text.of("cli.error.no-such-file", detail);
            case FileAlreadyExistsException _ -> Text.of("cli.error.exists", detail);
            case IOException _ -> Text.of("cli.error.file", detail);
            default -> Text.of("cli.error.bug", error.toString());
        };
    }
}
