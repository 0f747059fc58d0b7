package io.devdoctor.system.windows;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Commands;
import io.devdoctor.system.Query;
import io.devdoctor.system.live.BoundedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Programs of System32, and docker.exe of Docker Desktop, started by absolute path with System32 as the working
/// folder.
///
/// @param patience how many times its budget each is given
record WindowsCommands(int patience) implements Commands {
    /// UTF-8 instead of UTF-16, and no warnings between the answers; old wsl.exe ignores both.
    private static final Map<String, String> ENVIRONMENT = Map.of("WSL_UTF8", "1", "WSL_DISABLE_WARNINGS", "1");

    WindowsCommands() {
        this(1);
    }

    @Override
    public Duration limit(Query.Filled query) {
        return query.query().budget().duration().multipliedBy(patience);
    }

    @Override
    public Commands patient(int times) {
        return new WindowsCommands(times);
    }

    private static Optional<Path> place(String program) {
        return program.equals("docker") ? InstalledProgram.docker() : SystemFolder.program(program);
    }

    @Override
    public Reading<CommandOutput> run(Query.Filled query) {
        Source source = new Source(Source.Kind.COMMAND, String.join(" ", query.run()), Instant.now());
        Optional<Path> program = place(query.query().program());
        if (program.isEmpty()) return new Reading.Absent<>(source);
        Duration limit = limit(query);
        try {
            CommandOutput output = BoundedProcess.run(
                    program.get().toString(),
                    query.run().subList(1, query.run().size()),
                    ENVIRONMENT,
                    SystemFolder.path().toFile(),
                    limit);
            return output == null
                    ? new Reading.Unknown<>(Reading.Cause.TIMED_OUT, "killed after " + limit.toMillis() + " ms", source)
                    : new Reading.Known<>(output, source);
        } catch (IOException e) {
            return new Reading.Unknown<>(Reading.Cause.FAILED, Reading.reason(e), source);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Reading.Unknown<>(Reading.Cause.FAILED, "interrupted", source);
        }
    }
}
