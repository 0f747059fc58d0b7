package io.devdoctor.system.posix;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Commands;
import io.devdoctor.system.Query;
import io.devdoctor.system.live.BoundedProcess;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        return find().map(program -> BoundedProcess.ask(program, query, Map.of(), new File("/"), limit(query)))
                .orElseGet(() -> new Reading.Absent<>(BoundedProcess.source(query)));
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
