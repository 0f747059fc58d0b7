package io.devdoctor.check.drives;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Volumes.Cifs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How volumes on Windows shares are mounted: passwords in clear, an old protocol, files that belong to root.
final class CifsVolumesCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "drives.cifs-volumes", Area.DRIVES, Set.of(Part.VOLUMES, Part.DOCKER_ENGINE), LinuxEngine.CAUSES);
    private static final Set<String> PASSWORDS = Set.of("password", "pass", "passwd", "password2", "pass2");
    private static final List<String> OWNERSHIP = List.of("uid", "gid", "file_mode", "dir_mode");
    private static final Set<String> OLD = Set.of("1", "1.0");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        Subject whole = LinuxEngine.subject(machine);
        return judgeIfPresent(
                LinuxEngine.info(machine).flatMap((_, _) -> machine.volumes()),
                whole,
                (volumes, _) -> volumes.cifs().isEmpty()
                        ? List.of(notApplicable(whole))
                        : volumes.cifs().stream().flatMap(this::judge).toList());
    }

    private Stream<Finding> judge(Cifs volume) {
        Map<String, String> options = volume.options();
        boolean clear = PASSWORDS.stream()
                        .anyMatch(name -> !options.getOrDefault(name, "").isEmpty())
                || Stream.of("user", "username")
                        .anyMatch(name -> options.getOrDefault(name, "").contains("%"));
        boolean old = OLD.contains(options.getOrDefault("vers", ""));
        boolean rooted = OWNERSHIP.stream().noneMatch(options::containsKey);
        if (!clear && !old && !rooted) return Stream.of(ok(subject(volume, ""), "ok", volume.name()));
        Stream.Builder<Finding> found = Stream.builder();
        if (clear) found.add(found(volume, "credentials"));
        if (old) found.add(found(volume, "old-version"));
        if (rooted) found.add(found(volume, "ownership"));
        return found.build();
    }

    private Finding found(Cifs volume, String outcome) {
        String options = new TreeMap<>(volume.options())
                .entrySet().stream()
                        .map(one -> one.getValue().isEmpty() ? one.getKey() : one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(","));
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.drives.cifs-options", options, volume.source()),
                Evidence.of("evidence.drives.cifs-device", volume.device(), volume.source()));
        Subject subject = subject(volume, outcome);
        // Whether the files' owner matters depends on who the container runs as.
        Finding finding = outcome.equals("ownership")
                ? likely(subject, outcome, evidence, volume.name())
                : warning(subject, outcome, evidence, volume.name());
        return finding.fixedBy(DriveFixes.manual("drives.cifs-volumes/" + outcome, null));
    }

    /// One subject for each thing that is wrong.
    private static Subject subject(Cifs volume, String aspect) {
        return new Subject(Subject.Kind.VOLUME, volume.name(), aspect);
    }
}
