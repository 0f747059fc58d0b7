package io.devdoctor.system.posix;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.system.change.Changes;
import io.devdoctor.system.change.DiskFileChanges;
import io.devdoctor.system.change.NoRegistry;
import io.devdoctor.system.change.NoTools;
import io.devdoctor.system.change.ProcessToolRuns;
import io.devdoctor.system.change.ProgramOpenings;
import io.devdoctor.system.docker.DockerJavaEngineChanges;
import io.devdoctor.system.docker.EngineClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What may be changed on Linux: files, engine objects, what git holds, and opening a page. All other tools belong to
/// Windows.
public final class PosixChanges {
    private PosixChanges() {}

    public static Changes here() {
        return new Changes(
                new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE),
                new NoRegistry(),
                new ProcessToolRuns(PosixChanges::git, Map.of()),
                new NoTools(),
                new DockerJavaEngineChanges(EngineClients::open, Instant::now),
                new ProgramOpenings("xdg-open", new ProcessToolRuns(PosixChanges::place, Map.of())));
    }

    /// The table of tools speaks of Windows programs; git alone is here as well.
    private static Optional<Path> git(String program) {
        return program.equals("git.exe") ? place("git") : Optional.empty();
    }

    /// The two folders of the system, never through PATH.
    private static Optional<Path> place(String program) {
        return Stream.of("/usr/bin", "/bin")
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
