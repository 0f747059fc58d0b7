package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.machine.WslAnswer.Room;
import io.devdoctor.machine.WslDisks.Disk;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What each virtual disk takes from its drive, against what is used inside it: the file grows and never shrinks by
/// itself. What `df` says of free space inside means nothing, since the file is thin; the drive's free space counts.
final class DiskCheck implements WslCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "wsl.disk",
            Area.WSL,
            Set.of(Part.WSL, Part.WSL_ANSWER, Part.WSL_DISKS, Part.HOST),
            List.of(
                    CheckInfo.any("wsl.responds").ofUnread(),
                    CheckInfo.sameSubject("wsl.distro-state").ofUnread()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(
                machine.wslDisks(),
                MACHINE,
                (disks, _) -> disks.all().isEmpty()
                        ? List.of(notApplicable(MACHINE))
                        : disks.all().stream()
                                .flatMap(disk -> judge(disk, new DiskFixes(wsl, machine)).stream())
                                .toList());
    }

    private List<Finding> judge(Disk disk, DiskFixes fixes) {
        Subject subject = DiskFixes.subject(disk);
        return judgeIfPresent(
                disk.file(),
                subject,
                (file, source) -> List.of(
                        switch (inside(disk, fixes.machine())) {
                            case Reading.Known<Room>(Room room, Source _) -> measured(disk, file, source, room, fixes);
                            case Reading.Unknown<Room> unread -> unknown(subject, unread);
                            case Reading.Absent<Room> _, Reading.NotApplicable<Room> _ ->
                                unmeasured(disk, file, source, fixes);
                        }));
    }

    /// What is used inside, which only a running distribution can tell.
    private static Reading<Room> inside(Disk disk, Machine machine) {
        return machine.wslAnswer().flatMap((answer, source) -> {
            WslAnswer.Live live = answer.live().get(disk.distro());
            return live == null ? new Reading.Absent<>(source) : live.space();
        });
    }

    private Finding measured(Disk disk, FileState file, Source source, Room room, DiskFixes fixes) {
        Subject subject = DiskFixes.subject(disk);
        long idle = Math.max(0, file.allocated() - room.used());
        Reading<List<Host.Volume>> drives = fixes.machine().host().flatMap((host, _) -> host.volumes());
        Optional<Host.Volume> drive = fixes.volume(disk.path());
        Object[] args = {
            DiskFixes.name(disk),
            Text.size(file.allocated()),
            Text.size(room.used()),
            Text.size(idle),
            disk.path().substring(0, 2),
            Text.size(drive.map(Host.Volume::usable).orElse(0L))
        };
        if (idle < Thresholds.gibibytes("wsl.disk-idle-gib")) return ok(subject, "measured", args);
        if (drives instanceof Reading.Unknown<List<Host.Volume>> unread) return unknown(subject, unread);
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.wsl.disk-allocated", file.allocated(), source),
                Evidence.of("evidence.wsl.disk-used", room.used(), source));
        Finding found = drive.filter(DiskCheck::isLow).isPresent()
                ? warning(subject, "idle-on-a-low-drive", evidence, args)
                : info(subject, "idle", evidence, args);
        return found.fixedBy(fixes.compact(disk));
    }

    private Finding unmeasured(Disk disk, FileState file, Source source, DiskFixes fixes) {
        Subject subject = DiskFixes.subject(disk);
        Optional<Host.Volume> low = fixes.volume(disk.path()).filter(DiskCheck::isLow);
        boolean large = file.allocated() >= Thresholds.gibibytes("wsl.disk-large-gib");
        Object[] args = {
            DiskFixes.name(disk),
            Text.size(file.allocated()),
            disk.path().substring(0, 2),
            Text.size(low.map(Host.Volume::usable).orElse(0L))
        };
        if (low.isEmpty() || !large) return ok(subject, "ok", args);
        Evidence evidence = Evidence.of("evidence.wsl.disk-allocated", file.allocated(), source);
        return info(subject, "large", List.of(evidence), args).fixedBy(fixes.compact(disk));
    }

    private static boolean isLow(Host.Volume volume) {
        return volume.usable() < Thresholds.gibibytes("disk.warning-gib")
                || volume.usable() < volume.total() * Thresholds.share("disk.warning-share");
    }
}
