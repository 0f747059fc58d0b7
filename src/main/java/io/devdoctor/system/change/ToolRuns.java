package io.devdoctor.system.change;

import io.devdoctor.machine.Bytes;
import java.time.Duration;
import java.util.List;

/// Runs one tool by its base name from a fixed place, with stdin closed, and kills it with its children on overrun.
/// A second implementation asks Windows for administrator rights first.
public interface ToolRuns {
    /// @param line program and arguments, as the table of tools made them
    Result run(List<String> line, Duration limit);

    /// The same with these bytes on its standard input.
    default Result run(List<String> line, Bytes input, Duration limit) {
        return new NotStarted("takes no input");
    }

    sealed interface Result {}

    /// @param stdout, stderr empty for an elevated tool, whose output nobody can read
    record Exited(int exit, Bytes stdout, Bytes stderr) implements Result {}

    record TimedOut(Duration limit) implements Result {}

    /// The person said no when Windows asked (error 1223).
    record Declined() implements Result {}

    /// The program does not exist here, or tools are not run on this system.
    record NotHere(String program) implements Result {}

    record NotStarted(String detail) implements Result {}
}
