package io.devdoctor.system.windows;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.system.change.Changes;
import io.devdoctor.system.change.DiskFileChanges;
import io.devdoctor.system.change.ProcessToolRuns;
import io.devdoctor.system.docker.DockerJavaEngineChanges;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What may be changed on Windows, and by which tools.
public final class WindowsChanges {
    private WindowsChanges() {}

    public static Changes here() {
        return new Changes(
                new DiskFileChanges(DiskCalls.REAL, Crashpoint.NONE),
                new WindowsRegistryChanges(),
                new ProcessToolRuns(WindowsChanges::place, Map.of("WSL_UTF8", "1")),
                new WindowsElevation(),
                new DockerJavaEngineChanges(WindowsPipes::client, Instant::now),
                new WindowsOpenings());
    }

    /// docker.exe and git.exe where their installers registered them, everything else in System32; never through PATH.
    private static Optional<Path> place(String program) {
        return switch (program) {
            case "docker.exe" -> InstalledProgram.docker();
            case "git.exe" -> InstalledProgram.git();
            default -> SystemFolder.program(program);
        };
    }
}
