package io.devdoctor.check.drives;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.format.WslConfig;
import io.devdoctor.format.WslConfigFile;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether the Windows drives that somebody works on from a running distribution are mounted there. Which ones those
/// are, containers tell: Docker Desktop notes from which distribution and folder they were made.
final class AutomountCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "drives.automount",
            Area.DRIVES,
            Set.of(Part.WSL_ANSWER, Part.CONTAINERS, Part.DOCKER_ENGINE),
            Stream.concat(
                            Stream.of(
                                    CheckInfo.sameWorld("wsl.distro-config"),
                                    CheckInfo.sameWorld("wsl.distro-state").ofUnread()),
                            LinuxEngine.CAUSES.stream())
                    .toList());
    private static final Pattern ON_A_DRIVE = Pattern.compile("/mnt/([A-Za-z])(?:/.*)?");
    private static final String DISTRO = "desktop.docker.io/wsl-distro";
    private static final String FOLDER = "com.docker.compose.project.working_dir";

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(
                machine.wslAnswer().flatMap((answer, _) -> answer.list().map(_ -> answer)), MACHINE, (answer, _) -> {
                    List<Finding> found = new TreeMap<>(answer.live())
                            .entrySet().stream()
                                    .flatMap(entry -> judge(machine, entry.getKey(), entry.getValue()).stream())
                                    .toList();
                    return found.isEmpty() ? List.of(notApplicable(MACHINE)) : found;
                });
    }

    private List<Finding> judge(Machine machine, String distro, WslAnswer.Live live) {
        Subject subject = Subject.distro(distro);
        return judgeIfPresent(
                live.text("/proc/mounts"),
                subject,
                (mounts, source) -> List.of(judge(machine, subject, MountedDrives.of(mounts), live, source)));
    }

    private Finding judge(Machine machine, Subject subject, MountedDrives drives, WslAnswer.Live live, Source source) {
        Set<String> wanted = wanted(machine, subject.name());
        String mounted = drives.options().isEmpty()
                ? "-"
                : String.join(", ", new TreeSet<>(drives.options().keySet()));
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of("evidence.drives.mounted", mounted, source));
        boolean off = isOff(live, evidence);
        List<String> missing =
                wanted.stream().filter(letter -> !drives.has(letter)).toList();
        if (!missing.isEmpty()) {
            return warning(subject, off ? "needed-off" : "needed", evidence, subject.name(), missing.getFirst())
                    .fixedBy(DriveFixes.manual("drives.automount/mount", null));
        }
        if (drives.options().isEmpty() && !off) {
            return likely(subject, "none", evidence, subject.name())
                    .fixedBy(DriveFixes.manual("drives.automount/mount", null));
        }
        // Which drives are needed nobody could tell.
        if (machine.containers() instanceof Reading.Unknown<Containers> unread) return unknown(subject, unread);
        if (drives.options().isEmpty()) return info(subject, "off", evidence, subject.name());
        List<String> plain =
                wanted.stream().filter(letter -> !drives.keepsModes(letter)).toList();
        return plain.isEmpty()
                ? ok(subject, "ok", subject.name())
                : info(subject, "no-metadata", evidence, subject.name(), plain.getFirst())
                        .fixedBy(DriveFixes.manual("drives.automount/metadata", null));
    }

    /// Whether `/etc/wsl.conf` switches the drives off, with the line as evidence.
    private static boolean isOff(WslAnswer.Live live, List<Evidence> evidence) {
        if (!(live.file("/etc/wsl.conf")
                instanceof Reading.Known<io.devdoctor.machine.Bytes>(var bytes, Source from))) {
            return false;
        }
        return WslConfig.parse(bytes.toArray(), WslConfigFile.WSL_CONF)
                .value("automount", "enabled")
                .filter(value -> value.equalsIgnoreCase("false") || value.equals("0"))
                .map(value -> evidence.add(Evidence.of("evidence.drives.automount", value, from)))
                .orElse(false);
    }

    private static Set<String> wanted(Machine machine, String distro) {
        Set<String> letters = new TreeSet<>();
        machine.containers().known().map(Containers::all).orElse(List.of()).stream()
                .filter(container -> distro.equals(container.labels().get(DISTRO)))
                .flatMap(AutomountCheck::folders)
                .map(ON_A_DRIVE::matcher)
                .filter(Matcher::matches)
                .forEach(matcher -> letters.add(matcher.group(1).toUpperCase(Locale.ROOT)));
        return letters;
    }

    private static Stream<String> folders(Container container) {
        return Stream.concat(
                Stream.ofNullable(container.labels().get(FOLDER)),
                BindLabel.of(container).stream().filter(BindLabel::isFolder).map(BindLabel::source));
    }
}
