package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Host.Volume;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Free space on the system drive and on every drive that holds a disk of a distribution or of Docker.
final class DiskSpaceCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "host.disk-space",
            Area.HOST,
            Set.of(Part.HOST, Part.WSL, Part.DOCKER_DESKTOP),
            List.of(CheckInfo.any("wsl.disk")));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        List<Finding> found = new ArrayList<>(drives(machine));
        // What could not be read may lie on a drive that nobody looked at.
        ContainerDrives.unread(machine).forEach((subject, unread) -> {
            if (found.stream().noneMatch(each -> each.subject().equals(subject))) found.add(unknown(subject, unread));
        });
        return List.copyOf(found);
    }

    private List<Finding> drives(Machine machine) {
        return judgeIfPresent(
                machine.host().flatMap((host, _) -> host.volumes()),
                MACHINE,
                (volumes, source) -> ContainerDrives.of(machine, volumes).stream()
                        .map(drive ->
                                judge(drive, volumes, source, machine.platform().isWindows()))
                        .map(finding -> ContainerDrives.holdsDistro(
                                        machine, finding.subject().name())
                                ? finding
                                : finding.explainedBy(List.of()))
                        .toList());
    }

    private Finding judge(String drive, List<Volume> volumes, Source source, boolean windows) {
        Subject subject = Subject.of(Subject.Kind.VOLUME, drive);
        Optional<Volume> volume = volumes.stream()
                .filter(each -> each.mount().equalsIgnoreCase(drive))
                .filter(each -> each.total() > 0)
                .findFirst();
        if (volume.isEmpty()) {
            String detail = "no size is known of " + drive;
            return unknown(subject, new Reading.Unknown<>(Reading.Cause.UNREADABLE, detail, source));
        }
        return judge(volume.get(), subject, source, windows);
    }

    private Finding judge(Volume volume, Subject subject, Source source, boolean windows) {
        Verdict verdict = verdict(volume);
        Text.Arg usable = Text.size(volume.usable());
        Text.Arg total = Text.size(volume.total());
        if (verdict == Verdict.OK) return ok(subject, "ok", subject.name(), usable, total);
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.host.volume-usable", volume.usable(), source),
                Evidence.of("evidence.host.volume-total", volume.total(), source));
        Finding low = verdict == Verdict.PROBLEM
                ? problem(subject, "full", evidence, subject.name(), usable, total)
                : warning(subject, "low", evidence, subject.name(), usable, total);
        return windows ? low.fixedBy(cleanUp()) : low;
    }

    private static Verdict verdict(Volume volume) {
        if (volume.usable() < Thresholds.gibibytes("disk.problem-gib")) return Verdict.PROBLEM;
        boolean low = volume.usable() < Thresholds.gibibytes("disk.warning-gib")
                || volume.usable() < volume.total() * Thresholds.share("disk.warning-share");
        return low ? Verdict.WARNING : Verdict.OK;
    }

    private static Fix cleanUp() {
        return Fix.safe(
                "host.disk-space/clean-up",
                Text.of("fix.host.disk-space/clean-up.title"),
                new Step.Manual(Text.of("fix.host.disk-space/clean-up.words"), "ms-settings:storagesense"));
    }
}
