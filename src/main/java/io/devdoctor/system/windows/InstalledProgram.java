package io.devdoctor.system.windows;

import io.devdoctor.machine.RegistryValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs where their installers registered them; never through PATH, in which anybody may have put another one.
// unverified on Windows: InstallLocation of a Docker Desktop for one user only
final class InstalledProgram {
    private static final String DESKTOP = "\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Docker Desktop";
    private static final String GIT = "\\SOFTWARE\\GitForWindows";

    private InstalledProgram() {}

    static Optional<Path> docker() {
        return find(DESKTOP, "InstallLocation", Path.of("resources", "bin", "docker.exe"));
    }

    static Optional<Path> git() {
        return find(GIT, "InstallPath", Path.of("cmd", "git.exe"));
    }

    private static Optional<Path> find(String key, String folder, Path program) {
        WindowsRegistry registry = new WindowsRegistry();
        return Stream.of("HKLM", "HKCU")
                .flatMap(hive -> registry.key(hive + key).known().stream())
                .map(known -> known.values().get(folder))
                .filter(RegistryValue.Text.class::isInstance)
                .map(value -> Path.of(((RegistryValue.Text) value).value()).resolve(program))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
