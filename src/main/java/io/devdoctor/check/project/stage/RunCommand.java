package io.devdoctor.check.project.stage;

import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.ShellCommand;
import java.util.Optional;

/// A command of a RUN, and the state of the stage in which it runs.
///
/// @param folder  the working directory; empty = not known
/// @param changes how many changes of the stage's files come before it
/// @param user    as whom it runs; empty = not known
public record RunCommand(
        ShellCommand command, Instruction.Run run, Optional<String> folder, int changes, Optional<String> user) {
    public int line() {
        return command.line();
    }
}
