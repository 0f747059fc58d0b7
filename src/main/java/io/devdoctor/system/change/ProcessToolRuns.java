package io.devdoctor.system.change;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.CommandOutput;
import io.devdoctor.system.live.BoundedProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Tools as child processes of this one, without more rights than it has.
///
/// @param places where a program's base name is found; never through PATH
/// @param extra  variables the child gets beside ours, for example `WSL_UTF8=1`
public record ProcessToolRuns(Function<String, Optional<Path>> places, Map<String, String> extra) implements ToolRuns {
    public ProcessToolRuns {
        extra = Map.copyOf(extra);
    }

    @Override
    public Result run(List<String> line, Duration limit) {
        return run(line, Bytes.EMPTY, limit);
    }

    @Override
    public Result run(List<String> line, Bytes input, Duration limit) {
        Optional<Path> program = places.apply(line.getFirst());
        if (program.isEmpty()) return new NotHere(line.getFirst());
        File neutral = new File(System.getProperty("java.io.tmpdir"));
        try {
            CommandOutput output = BoundedProcess.run(
                    program.get().toString(), line.subList(1, line.size()), extra, neutral, input, limit);
            return output == null ? new TimedOut(limit) : new Exited(output.exit(), output.stdout(), output.stderr());
        } catch (IOException e) {
            return new NotStarted(e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new NotStarted("interrupted");
        }
    }
}
