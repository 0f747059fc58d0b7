package io.devdoctor.system.posix;

import io.devdoctor.system.change.Changes;
import io.devdoctor.system.change.Crashpoint;
import io.devdoctor.system.change.DiskCalls;
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

/// What may be changed on Linux: files, engine objects, and opening a page. Tools belong to Windows.
public final class PosixChanges {
    private PosixChanges() {}

    public static Changes here() {
        return new Changes(
                new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE),
                new NoRegistry(),
                new NoTools(),
                new NoTools(),
                new DockerJavaEngineChanges(EngineClients::open, Instant::now),
                new ProgramOpenings("xdg-open", new ProcessToolRuns(PosixChanges::place, Map.of())));
    }

    /// The two folders of the system, never through PATH.
    private static Optional<Path> place(String program) {
        return Stream.of("/usr/bin", "/bin")
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
