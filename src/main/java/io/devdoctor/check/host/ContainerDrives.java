package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Subject;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Host.Volume;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Wsl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /// Places that hold disks and could not be read: a drive may be missing from the list for each of them.
    static Map<Subject, Reading.Unknown<?>> unread(Machine machine) {
        Map<Subject, Reading.Unknown<?>> unread = new LinkedHashMap<>();
        note(unread, MACHINE, machine.wsl().flatMap((wsl, _) -> wsl.distros()));
        machine.wsl().flatMap((wsl, _) -> wsl.distros()).known().stream()
                .flatMap(List::stream)
                .forEach(distro -> note(unread, Subject.distro(distro.name()), distro.basePath()));
        Subject settings = Subject.of(Subject.Kind.FILE, "settings-store.json");
        note(unread, settings, machine.dockerDesktop().flatMap((desktop, _) -> settings(desktop)));
        return unread;
    }

    /// Whether the disk of a distribution, which may hold room that nobody uses, lies on this drive.
    static boolean holdsDistro(Machine machine, String drive) {
        return distroFolders(machine).anyMatch(folder -> folder.regionMatches(true, 0, drive, 0, drive.length()));
    }

    private static Stream<String> distroFolders(Machine machine) {
        return machine.wsl().flatMap((wsl, _) -> wsl.distros()).known().stream()
                .flatMap(List::stream)
                .map(Wsl.Distro::basePath)
                .flatMap(path -> path.known().stream());
    }

    private static void note(Map<Subject, Reading.Unknown<?>> unread, Subject subject, Reading<?> reading) {
        if (reading instanceof Reading.Unknown<?> unknown) unread.putIfAbsent(subject, unknown);
    }

    private static List<String> onWindows(Machine machine) {
        List<String> folders = new ArrayList<>();
        folders.add(machine.platform().home());
        distroFolders(machine).forEach(folders::add);
        machine.dockerDesktop()
                .flatMap((desktop, _) -> settings(desktop))
                .known()
                .flatMap(ContainerDrives::movedDisk)
                .ifPresent(folders::add);
        Set<String> drives = new LinkedHashSet<>();
        folders.stream()
                .filter(folder -> DRIVE.matcher(folder).matches())
                .map(folder -> folder.substring(0, 2).toUpperCase(Locale.ROOT) + "\\")
                .forEach(drives::add);
        return List.copyOf(drives);
    }

    /// The settings that count: the newer file, else the older one; a damaged file tells nothing.
    private static Reading<JsonDocument> settings(DockerDesktop desktop) {
        Reading<FileContent> file = desktop.settings().isAbsent() ? desktop.legacySettings() : desktop.settings();
        return file.flatMap((content, source) -> {
            JsonDocument document = JsonDocument.parse(content.bytes().toArray());
            return document.readable()
                    ? new Reading.Known<>(document, source)
                    : new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no JSON document", source);
        });
    }

    /// Where the person moved Docker's disk to; by default it is in the profile.
    private static Optional<String> movedDisk(JsonDocument settings) {
        return settings.memberIgnoreCase("CustomWslDistroDir")
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
