package io.devdoctor.cli;

import io.devdoctor.text.Text;

/// Something the person at the command line must hear; it ends the command.
final class CliProblem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Text text;

    CliProblem(Text text) {
        super(text.key());
        this.text = text;
    }

    Text text() {
        return text;
    }
}
