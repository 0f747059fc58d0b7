package io.devdoctor.check.wsl;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.machine.WslAnswer.Room;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a running distribution can write to its root: mounted for writing, room and inodes left.
final class FileSystemCheck implements InsideCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "wsl.file-system",
            Area.WSL,
            Set.of(Part.WSL, Part.WSL_ANSWER),
            List.of(
                    // A disk that cannot grow on a full drive is remounted read-only.
                    CheckInfo.any("host.disk-space").whenBroken(),
                    CheckInfo.any("wsl.responds").ofUnread(),
                    CheckInfo.sameSubject("wsl.distro-state").ofUnread()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Finding examineInside(String distro, WslAnswer.Live live, Wsl wsl, Machine machine) {
        Subject subject = Subject.distro(distro);
        Reading<RootMount> root = live.text("/proc/mounts")
                .flatMap((mounts, source) -> RootMount.of(mounts)
                        .<Reading<RootMount>>map(mount -> new Reading.Known<>(mount, source))
                        .orElseGet(() ->
                                new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no root in /proc/mounts", source)));
        return readOnly(subject, root)
                .or(() -> full(subject, live.space()))
                .or(() -> withoutInodes(subject, live.inodes()))
                .or(() -> unread(subject, root, live.space(), live.inodes()))
                .orElseGet(() -> ok(subject, "ok", distro, available(live.space())));
    }

    private Optional<Finding> readOnly(Subject subject, Reading<RootMount> root) {
        return root instanceof Reading.Known<RootMount>(RootMount mount, Source source) && mount.isReadOnly()
                ? Optional.of(problem(
                                subject,
                                "read-only",
                                List.of(Evidence.of("evidence.wsl.root-mount", mount.line(), source)),
                                subject.name())
                        .fixedBy(WslTools.manual("wsl.file-system/repair", subject.name())))
                : Optional.empty();
    }

    private Optional<Finding> full(Subject subject, Reading<Room> space) {
        if (!(space instanceof Reading.Known<Room>(Room room, Source source)) || room.total() <= 0) {
            return Optional.empty();
        }
        boolean full = room.available() < Thresholds.mebibytes("wsl.root-full-mib");
        boolean low = room.available() < room.total() * Thresholds.share("wsl.root-low-share");
        if (!full && !low) return Optional.empty();
        List<Evidence> evidence = List.of(Evidence.of("evidence.wsl.root-available", room.available(), source));
        Object[] args = {subject.name(), Text.size(room.available()), Text.size(room.total())};
        Finding found = full ? problem(subject, "full", evidence, args) : warning(subject, "low", evidence, args);
        return Optional.of(found.fixedBy(WslTools.manual("wsl.file-system/make-room", subject.name())));
    }

    private Optional<Finding> withoutInodes(Subject subject, Reading<Room> inodes) {
        if (!(inodes instanceof Reading.Known<Room>(Room room, Source source)) || room.total() <= 0) {
            return Optional.empty();
        }
        boolean few = room.available() < room.total() * Thresholds.share("wsl.inodes-low-share");
        if (!few) return Optional.empty();
        List<Evidence> evidence = List.of(Evidence.of("evidence.wsl.root-inodes", room.available(), source));
        Object[] args = {subject.name(), room.available(), room.total()};
        Finding found = room.available() == 0
                ? problem(subject, "no-inodes", evidence, args)
                : warning(subject, "few-inodes", evidence, args);
        return Optional.of(found.fixedBy(WslTools.manual("wsl.file-system/many-files", subject.name())));
    }

    private Optional<Finding> unread(Subject subject, Reading<?>... readings) {
        for (Reading<?> reading : readings) {
            if (reading instanceof Reading.Unknown<?> unknown) return Optional.of(unknown(subject, unknown));
        }
        return Optional.empty();
    }

    private static Text.Arg available(Reading<Room> space) {
        return Text.size(space.known().map(Room::available).orElse(0L));
    }
}
