package io.devdoctor.check.host;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.Host.Volume;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Wsl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The drives whose free space decides whether containers build and run.
final class ContainerDrives {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[\\\\/].*");

    private ContainerDrives() {}

    /// Mounts such as `C:\` or `/`, the system's own first.
    static List<String> of(Machine machine, List<Volume> volumes) {
        return machine.platform().isWindows() ? onWindows(machine) : elsewhere(machine, volumes);
    }

    private static List<String> onWindows(Machine machine) {
        List<String> folders = new ArrayList<>();
        folders.add(machine.platform().home());
        machine.wsl().flatMap((wsl, _) -> wsl.distros()).known().stream()
                .flatMap(List::stream)
                .map(Wsl.Distro::basePath)
                .flatMap(path -> path.known().stream())
                .forEach(folders::add);
        machine.dockerDesktop().known().flatMap(ContainerDrives::movedDisk).ifPresent(folders::add);
        Set<String> drives = new LinkedHashSet<>();
        folders.stream()
                .filter(folder -> DRIVE.matcher(folder).matches())
                .map(folder -> folder.substring(0, 2).toUpperCase(Locale.ROOT) + "\\")
                .forEach(drives::add);
        return List.copyOf(drives);
    }

    /// Where the person moved Docker's disk to; by default it is in the profile.
    private static Optional<String> movedDisk(DockerDesktop desktop) {
        return desktop.settings()
                .known()
                .or(() -> desktop.legacySettings().known())
                .flatMap(file -> JsonDocument.parse(file.bytes().toArray()).memberIgnoreCase("CustomWslDistroDir"))
                .flatMap(value -> value instanceof JsonValue.TextValue(String folder, var _)
                        ? Optional.of(folder)
                        : Optional.empty());
    }

    private static List<String> elsewhere(Machine machine, List<Volume> volumes) {
        return Stream.of("/", machine.platform().home(), "/var/lib/docker")
                .flatMap(folder -> mountOf(folder, volumes).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> mountOf(String folder, List<Volume> volumes) {
        return volumes.stream()
                .map(Volume::mount)
                .filter(mount -> folder.equals(mount) || folder.startsWith(mount.endsWith("/") ? mount : mount + "/"))
                .max(Comparator.comparingInt(String::length));
    }
}
