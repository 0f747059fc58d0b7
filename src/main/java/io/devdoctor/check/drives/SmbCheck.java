package io.devdoctor.check.drives;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Volumes;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;

/// Whether the servers of CIFS volumes that containers use accept connections, asked from this computer.
final class SmbCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "drives.smb", Area.DRIVES, Set.of(Part.VOLUMES, Part.CONTAINERS, Part.DOCKER_ENGINE), LinuxEngine.CAUSES);

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        Subject whole = LinuxEngine.subject(machine);
        Reading<Volumes> listed = LinuxEngine.info(machine).flatMap((_, _) -> machine.volumes());
        return judgeIfPresent(listed, whole, (volumes, _) -> {
            List<Finding> found = volumes.cifs().stream()
                    .filter(volume -> isUsed(machine, volume))
                    .map(volume -> judge(volume, whole.name()))
                    .toList();
            return found.isEmpty() ? List.of(notApplicable(whole)) : found;
        });
    }

    /// Where the containers could not be listed, any volume may be in use.
    private static boolean isUsed(Machine machine, Volumes.Cifs volume) {
        return machine.containers()
                .known()
                .map(Containers::all)
                .map(all -> all.stream()
                        .flatMap(container -> container.mounts().stream())
                        .anyMatch(mount -> mount.source().contains("/volumes/" + volume.name() + "/")))
                .orElse(true);
    }

    private Finding judge(Volumes.Cifs volume, String endpoint) {
        Subject subject = new Subject(Subject.Kind.VOLUME, volume.name(), endpoint);
        String place = volume.server() + ":" + volume.port();
        return switch (volume.reachable()) {
            case Reading.Known<Boolean> _ -> ok(subject, "ok", volume.name(), place);
            case Reading.Absent<Boolean>(Source source) ->
                closed(
                        subject,
                        "refused",
                        volume,
                        place,
                        Evidence.of("evidence.drives.smb", "refused", Text.of("evidence.value.refused"), source));
            case Reading.Unknown<Boolean> unread
            when unread.cause() == Reading.Cause.TIMED_OUT || unread.cause() == Reading.Cause.FAILED ->
                closed(subject, "unreachable", volume, place, Evidence.unread("evidence.drives.smb", unread));
            case Reading.Unknown<Boolean> unknown -> unknown(subject, unknown);
            case Reading.NotApplicable<Boolean> _ -> notApplicable(subject);
        };
    }

    private Finding closed(Subject subject, String outcome, Volumes.Cifs volume, String place, Evidence connection) {
        List<Evidence> evidence =
                List.of(connection, Evidence.of("evidence.drives.cifs-device", volume.device(), volume.source()));
        return warning(subject, outcome, evidence, volume.name(), place)
                .fixedBy(DriveFixes.manual("drives.smb/reach", null));
    }
}
