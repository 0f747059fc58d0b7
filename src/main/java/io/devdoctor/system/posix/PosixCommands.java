package io.devdoctor.system.posix;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Commands;
import io.devdoctor.system.Query;
import io.devdoctor.system.live.BoundedProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// docker, where the PATH leads for it. Everything else in the catalogue is a program of Windows.
///
/// @param path     folders between colons
/// @param patience how many times its budget each is given
record PosixCommands(String path, int patience) implements Commands {
    private static final String DOCKER = "docker";

    PosixCommands(String path) {
        this(path, 1);
    }

    @Override
    public Duration limit(Query.Filled query) {
        return query.query().budget().duration().multipliedBy(patience);
    }

    @Override
    public Commands patient(int times) {
        return new PosixCommands(path, times);
    }

    @Override
    public Reading<CommandOutput> run(Query.Filled query) {
        if (!query.query().program().equals(DOCKER)) return PosixPorts.elsewhere();
        Source source = new Source(Source.Kind.COMMAND, String.join(" ", query.run()), Instant.now());
        Optional<Path> program = find();
        if (program.isEmpty()) return new Reading.Absent<>(source);
        Duration limit = limit(query);
        try {
            CommandOutput output = BoundedProcess.run(
                    program.get().toString(),
                    query.run().subList(1, query.run().size()),
                    Map.of(),
                    new File("/"),
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

    /// Relative folders, the current one among them, are passed over.
    private Optional<Path> find() {
        return Stream.of(path.split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, DOCKER))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
