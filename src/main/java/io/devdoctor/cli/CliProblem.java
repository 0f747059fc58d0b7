package io.devdoctor.cli;

import io.devdoctor.text.Text;

/// Something the person at the command line must hear; it ends the command.
final class CliProblem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Text text;

    private final int exit;

    CliProblem(Text text) {
        this(text, ExitCode.FAILED);
    }

    private CliProblem(Text text, int exit) {
        super(text.key());
        this.text = text;
        this.exit = exit;
    }

    /// A name on the command line that stands for nothing.
    static CliProblem usage(Text text) {
        return new CliProblem(text, ExitCode.USAGE);
    }

    int exit() {
        return exit;
    }

    Text text() {
        return text;
    }
}
