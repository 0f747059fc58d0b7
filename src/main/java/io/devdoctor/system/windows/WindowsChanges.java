package io.devdoctor.system.windows;

import io.devdoctor.machine.RegistryValue;
import io.devdoctor.system.change.Changes;
import io.devdoctor.system.change.Crashpoint;
import io.devdoctor.system.change.DiskCalls;
import io.devdoctor.system.change.DiskFileChanges;
import io.devdoctor.system.change.ProcessToolRuns;
import io.devdoctor.system.docker.DockerJavaEngineChanges;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What may be changed on Windows, and by which tools.
public final class WindowsChanges {
    private static final String UNINSTALL = "\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Docker Desktop";

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
            case "docker.exe" -> docker();
            case "git.exe" -> git();
            default -> SystemFolder.program(program);
        };
    }

    private static Optional<Path> git() {
        WindowsRegistry registry = new WindowsRegistry();
        return Stream.of("HKLM", "HKCU")
                .flatMap(hive -> registry.key(hive + "\\SOFTWARE\\GitForWindows").known().stream())
                .map(key -> key.values().get("InstallPath"))
                .filter(RegistryValue.Text.class::isInstance)
                .map(value -> Path.of(((RegistryValue.Text) value).value(), "cmd", "git.exe"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Path> docker() {
        WindowsRegistry registry = new WindowsRegistry();
        return Stream.of("HKLM", "HKCU")
                .flatMap(hive -> registry.key(hive + UNINSTALL).known().stream())
                .map(key -> key.values().get("InstallLocation"))
                .filter(RegistryValue.Text.class::isInstance)
                .map(value -> Path.of(((RegistryValue.Text) value).value(), "resources", "bin", "docker.exe"))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
