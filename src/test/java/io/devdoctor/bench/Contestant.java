package io.devdoctor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A program that is started over and over.
///
/// @param fine exit codes that count as success
record Contestant(String name, List<String> command, Path folder, Map<String, String> environment, Set<Integer> fine)
        implements Race.Runner {

    Contestant(String name, List<String> command, Path folder) {
        this(name, command, folder, Map.of(), Set.of(0));
    }

    Contestant with(Map<String, String> more) {
        return new Contestant(name, command, folder, more, fine);
    }

    @Override
    public Duration run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        int exit = start().waitFor();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (!fine.contains(exit)) throw new IOException(name + ": exit " + exit);
        return took;
    }

    /// Its output is thrown away.
    Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
