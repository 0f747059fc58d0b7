package io.devdoctor.system.windows;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Commands;
import io.devdoctor.system.Query;
import io.devdoctor.system.live.BoundedProcess;
import java.nio.file.Path;
import java.time.Duration;
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
        return place(query.query().program())
                .map(program -> BoundedProcess.ask(
                        program, query, ENVIRONMENT, SystemFolder.path().toFile(), limit(query)))
                .orElseGet(() -> new Reading.Absent<>(BoundedProcess.source(query)));
    }
}
