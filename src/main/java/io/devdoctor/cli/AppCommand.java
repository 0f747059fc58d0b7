package io.devdoctor.cli;

import io.devdoctor.text.Text;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `devdoctor app`: the window.
@Command(name = "app", mixinStandardHelpOptions = true)
final class AppCommand implements Callable<Integer> {
    private final Session session;

    AppCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try {
            session.services().window().show();
            return ExitCode.GOOD;
        } catch (CliServices.NoWindow e) {
            throw new CliProblem(Text.of(String.valueOf(e.getMessage())));
        }
    }
}
