package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;
import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslDisks;
import io.devdoctor.machine.WslDisks.Disk;
import io.devdoctor.system.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks at the files of all virtual disks, without opening one and without starting anything. Docker Desktop's data
/// disk stands in no registry key; its places changed with the releases.
public final class WslDisksProbe implements Probe<WslDisks> {
    private static final int AT_ONCE = 4;

    /// Below Docker's own folder: since 4.30, and before.
    private static final List<String> DOCKER_DISKS = List.of("\\disk\\docker_data.vhdx", "\\data\\ext4.vhdx");

    @Override
    public Part<WslDisks> part() {
        return Part.WSL_DISKS;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.WSL, Part.DOCKER_DESKTOP);
    }

    @Override
    public Reading<WslDisks> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        return known.wsl().flatMap((wsl, _) -> wsl.distros()).flatMap((distros, source) -> {
            var docker = together(() -> ofDocker(system, known));
            Map<String, Disk> disks = new LinkedHashMap<>();
            ofDistros(system, distros).forEach(disk -> disks.putIfAbsent(key(disk.path()), disk));
            docker.join().forEach(disk -> disks.putIfAbsent(key(disk.path()), disk));
            Source files = new Source(Source.Kind.FILE, "virtual disks", source.at());
            return new Reading.Known<>(
                    new WslDisks(disks.values().stream()
                            .filter(disk -> !disk.file().isAbsent())
                            .toList()),
                    files);
        });
    }

    private static List<Disk> ofDistros(Ports system, List<Wsl.Distro> distros) {
        List<Wsl.Distro> onDisks = distros.stream()
                .filter(distro -> !(distro.disk() instanceof Reading.NotApplicable<FileState>))
                .toList();
        return each(onDisks, AT_ONCE, distro -> {
            Source place = distro.disk().sourceOr(distro.source());
            Reading<FileState> folder =
                    distro.basePath().flatMap((path, _) -> system.files().state(path));
            return new Disk(distro.name(), place.what(), distro.disk(), folder);
        });
    }

    private static List<Disk> ofDocker(Ports system, Machine known) {
        Optional<String> moved = known.dockerDesktop().known().flatMap(WslDisksProbe::movedFolder);
        List<String> paths = Stream.concat(Stream.of(Folders.of(system).localData() + "\\Docker\\wsl"), moved.stream())
                .flatMap(folder -> DOCKER_DISKS.stream().map(folder::concat))
                .toList();
        return each(paths, AT_ONCE, path -> {
            var folder = together(() -> system.files().state(path.substring(0, path.lastIndexOf('\\'))));
            return new Disk("", path, system.files().state(path), folder.join());
        });
    }

    /// Where the person moved Docker's disk to.
    private static Optional<String> movedFolder(DockerDesktop desktop) {
        Reading<FileContent> file = desktop.settings().isAbsent() ? desktop.legacySettings() : desktop.settings();
        return file.known()
                .map(content -> JsonDocument.parse(content.bytes().toArray()))
                .filter(JsonDocument::readable)
                .flatMap(settings -> settings.memberIgnoreCase("CustomWslDistroDir"))
                .flatMap(value -> value instanceof JsonValue.TextValue(String folder, var _) && !folder.isBlank()
                        ? Optional.of(folder)
                        : Optional.empty());
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
