package io.devdoctor.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `devdoctor completion SHELL`: a script that lets a shell complete commands, options and the ids of checks.
@Command(name = "completion", mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "SHELL", descriptionKey = "option.shell")
    private Shell shell = Shell.bash;

    CompletionCommand(Session session) {
        this.session = session;
    }

    /// Names as they are typed.
    enum Shell {
        bash,
        /// Loads the script for bash by its own `bashcompinit`.
        zsh,
        powershell
    }

    @Override
    public Integer call() {
        CommandLine whole = DevDoctorCommand.commandLine(session);
        String script = switch (shell) {
            case bash, zsh -> AutoComplete.bash(whole.getCommandName(), whole);
            case powershell -> new PowerShellCompletion(whole).script();
        };
        session.terminal().out().print(script.endsWith("\n") ? script : script + "\n");
        session.terminal().out().flush();
        return ExitCode.GOOD;
    }
}
