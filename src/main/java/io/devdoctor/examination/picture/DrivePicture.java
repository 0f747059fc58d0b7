package io.devdoctor.examination.picture;

import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.WslDisks;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The drives on which virtual disks of WSL lie, and how much of each these take. Bytes.
///
/// @param free of the drive
/// @param disks largest first
public record DrivePicture(String mount, long total, long free, List<Disk> disks) {
    /// @param owner the distribution, or Docker Desktop
    public record Disk(String owner, boolean docker, String path, long bytes) {}

    public DrivePicture {
        disks = List.copyOf(disks);
    }

    /// Of the drives of Windows that hold a virtual disk; a drive without one is of no interest here.
    public static List<DrivePicture> of(Machine machine) {
        List<Disk> disks = Facts.known(machine, Part.WSL_DISKS).stream()
                .flatMap(all -> all.all().stream())
                .flatMap(disk -> disk.file().known().stream().map(file -> disk(disk, file)))
                .sorted(Comparator.comparingLong(Disk::bytes).reversed())
                .toList();
        Optional<List<Host.Volume>> volumes =
                Facts.known(machine, Part.HOST).flatMap(host -> host.volumes().known());
        return volumes.orElse(List.of()).stream()
                .filter(volume -> volume.total() > 0)
                .map(volume -> new DrivePicture(
                        volume.mount(),
                        volume.total(),
                        volume.usable(),
                        disks.stream()
                                .filter(disk -> isOn(volume.mount(), disk.path()))
                                .toList()))
                .filter(drive -> !drive.disks().isEmpty())
                .toList();
    }

    /// `C:`
    public String name() {
        return mount.replaceAll("\\\\+$", "");
    }

    private static Disk disk(WslDisks.Disk disk, FileState file) {
        String owner = disk.distro().isEmpty() ? "Docker Desktop" : disk.distro();
        return new Disk(owner, disk.isDockerDesktop(), disk.path(), Math.max(0, file.allocated()));
    }

    private static boolean isOn(String mount, String path) {
        return path.toLowerCase(Locale.ROOT).startsWith(mount.toLowerCase(Locale.ROOT));
    }
}
