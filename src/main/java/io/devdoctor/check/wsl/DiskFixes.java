package io.devdoctor.check.wsl;

import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.check.Version;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Step.RunTool;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.FileState.Attribute;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.machine.WslDisks.Disk;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Fixes of virtual disks. Those of a person's own distribution can be worked on while it is stopped; Docker Desktop's
/// are held by Docker Desktop and get words. Nothing here ever makes a disk sparse: that has lost data.
record DiskFixes(Wsl wsl, Machine machine) {
    private static final Version COMPACTS = Version.of("3.0.1");
    private static final Version MANAGES = Version.of("2.0.0");

    /// The distribution, or the file where it belongs to none.
    static Subject subject(Disk disk) {
        return disk.distro().isEmpty() ? Subject.of(Subject.Kind.FILE, disk.path()) : Subject.distro(disk.distro());
    }

    static String name(Disk disk) {
        return disk.distro().isEmpty() ? "Docker Desktop" : disk.distro();
    }

    /// Gives back to Windows what the distribution does not use any more.
    Fix compact(Disk disk) {
        if (disk.isDockerDesktop() || !isAtLeast(COMPACTS) || !isNamed(disk)) {
            return WslTools.manual("wsl.disk/compact-by-hand", disk.path());
        }
        return fix("wsl.disk/compact", disk, false, new RunTool(Tool.WSL_COMPACT, List.of(disk.distro()), null))
                .warning(Text.of("warning.wsl.disk-export"), Text.of("warning.wsl.editors"));
    }

    /// The file, and the folder that would compress it again.
    Fix[] uncompress(Disk disk, FileState file) {
        List<RunTool> steps = new ArrayList<>();
        if (isCompressed(disk.folder())) folderOf(disk).ifPresent(folder -> steps.add(plain(folder)));
        if (Tool.Grammar.DISK_PATH.admits(disk.path())) steps.add(plain(disk.path()));
        boolean able = !steps.isEmpty()
                && !disk.isDockerDesktop()
                && isNamed(disk)
                && hasRoom(disk.path(), file.size() - file.allocated());
        if (!able) return new Fix[] {WslTools.manual("wsl.disk-attributes/uncompress-by-hand", disk.path())};
        Fix fix = fix("wsl.disk-attributes/uncompress", disk, true, steps.toArray(RunTool[]::new));
        return new Fix[] {isRunning(disk) ? fix.warning(Text.of("warning.wsl.editors")) : fix};
    }

    /// New files only: nothing that exists is touched.
    Fix[] uncompressFolder(Disk disk, FileState folder) {
        if (!Tool.Grammar.DISK_PATH.admits(folder.path())) return new Fix[0];
        return new Fix[] {
            Fix.safe(
                    "wsl.disk-attributes/uncompress-folder",
                    Text.of("fix.wsl.disk-attributes/uncompress-folder.title", name(disk)),
                    plain(folder.path()))
        };
    }

    /// Turns sparse off, which needs the whole size of the disk.
    Fix dense(Disk disk, FileState file) {
        boolean able = !disk.isDockerDesktop()
                && isAtLeast(MANAGES)
                && isNamed(disk)
                && hasRoom(disk.path(), file.size() - file.allocated());
        if (!able) return WslTools.manual("wsl.disk-attributes/dense-by-hand", name(disk), disk.path());
        return fix(
                        "wsl.disk-attributes/dense",
                        disk,
                        false,
                        new RunTool(Tool.WSL_NOT_SPARSE, List.of(disk.distro()), null))
                .warning(Text.of("warning.wsl.disk-export"), Text.of("warning.wsl.editors"));
    }

    private Fix fix(String id, Disk disk, boolean reversible, RunTool... tools) {
        List<Step> steps = new ArrayList<>();
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        if (isRunning(disk)) {
            steps.add(new RunTool(Tool.WSL_TERMINATE, List.of(disk.distro()), null));
            effects.addAll(Set.of(Effect.STOPS_DISTRO, Effect.STOPS_CONTAINERS, Effect.NOT_REVERSIBLE));
        }
        if (!reversible) effects.add(Effect.NOT_REVERSIBLE);
        steps.addAll(List.of(tools));
        return Fix.of(id, Text.of("fix." + id + ".title", disk.distro()), effects, steps.toArray(Step[]::new));
    }

    private static RunTool plain(String path) {
        return new RunTool(Tool.NTFS_UNCOMPRESS, List.of(path), new RunTool(Tool.NTFS_COMPRESS, List.of(path), null));
    }

    private static Optional<String> folderOf(Disk disk) {
        return disk.folder().known().map(FileState::path).filter(Tool.Grammar.DISK_PATH::admits);
    }

    private static boolean isCompressed(Reading<FileState> file) {
        return file.known()
                .filter(state -> state.attributes().contains(Attribute.COMPRESSED))
                .isPresent();
    }

    private static boolean isNamed(Disk disk) {
        return Tool.Grammar.DISTRO.admits(disk.distro());
    }

    private boolean isAtLeast(Version version) {
        return wsl.packageVersion()
                .known()
                .flatMap(Version::parse)
                .filter(release -> !release.isBefore(version))
                .isPresent();
    }

    private boolean isRunning(Disk disk) {
        return machine.wslAnswer().known().flatMap(answer -> answer.list().known()).stream()
                .flatMap(List::stream)
                .filter(WslAnswer.Row::isRunning)
                .anyMatch(row -> row.name().equals(disk.distro()));
    }

    private boolean hasRoom(String path, long bytes) {
        long spare = Thresholds.gibibytes("disk.problem-gib");
        return volume(path).filter(volume -> volume.usable() >= bytes + spare).isPresent();
    }

    /// The drive of a path, where its size is known.
    Optional<Host.Volume> volume(String path) {
        if (path.length() < 3) return Optional.empty();
        String mount = path.substring(0, 2).toUpperCase(Locale.ROOT) + "\\";
        return machine.host().flatMap((host, _) -> host.volumes()).known().stream()
                .flatMap(List::stream)
                .filter(volume -> volume.mount().equalsIgnoreCase(mount) && volume.total() > 0)
                .findFirst();
    }
}
