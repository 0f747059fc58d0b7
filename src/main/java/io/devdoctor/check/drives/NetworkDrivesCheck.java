package io.devdoctor.check.drives;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.machine.Drives;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Folders of network drives, of subst drives and of shares that containers bind. Such letters belong to the session
/// of one person; the engine's machine has none of them and finds an empty folder.
final class NetworkDrivesCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "drives.network",
            Area.DRIVES,
            Set.of(Part.DRIVES, Part.CONTAINERS, Part.DOCKER_ENGINE),
            LinuxEngine.CAUSES);

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        Subject whole = LinuxEngine.subject(machine);
        return judgeIfPresent(Bind.all(machine), whole, (binds, _) -> {
            if (binds.isEmpty()) return List.of(notApplicable(whole));
            return judgeIfPresent(machine.drives(), whole, (drives, _) -> judge(whole, binds, drives));
        });
    }

    private List<Finding> judge(Subject whole, List<Bind> binds, Drives drives) {
        if (drives.devices() instanceof Reading.Unknown<?> unread) return List.of(unknown(whole, unread));
        Map<Subject, Finding> found = new java.util.LinkedHashMap<>();
        for (Bind bind : binds) {
            Subject subject = Subject.container(bind.container().name(), whole.name());
            judge(subject, bind, drives).ifPresent(one -> found.putIfAbsent(subject, one));
        }
        return found.isEmpty() ? List.of(ok(whole, "ok")) : List.copyOf(found.values());
    }

    private Optional<Finding> judge(Subject subject, Bind bind, Drives drives) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of(
                "evidence.drives.bind",
                bind.path() + " -> " + bind.mount().target(),
                bind.container().source()));
        Optional<String> drive = bind.drive();
        if (drive.isEmpty()) return Optional.of(found(subject, "share", bind, evidence));
        Map<String, String> devices = drives.devices().known().orElse(Map.of());
        Map<String, String> mapped = drives.mapped().known().orElse(Map.of());
        String device = devices.getOrDefault(drive.get(), "");
        boolean network = device.toLowerCase(Locale.ROOT).contains("\\lanmanredirector")
                || device.toLowerCase(Locale.ROOT).startsWith("\\device\\mup");
        if (network || mapped.containsKey(drive.get())) {
            String target = mapped.getOrDefault(drive.get(), device);
            evidence.add(Evidence.of(
                    "evidence.drives.device",
                    drive.get() + " " + target,
                    drives.mapped().sourceOr(bind.container().source())));
            return Optional.of(found(subject, "mapped", bind, evidence));
        }
        String outcome = device.startsWith("\\??\\") ? "subst" : "gone";
        if (!device.isEmpty() && !outcome.equals("subst")) return Optional.empty();
        evidence.add(Evidence.of(
                "evidence.drives.device",
                drive.get() + " " + (device.isEmpty() ? "-" : device),
                drives.devices().sourceOr(bind.container().source())));
        return Optional.of(found(subject, outcome, bind, evidence));
    }

    private Finding found(Subject subject, String outcome, Bind bind, List<Evidence> evidence) {
        return warning(subject, outcome, evidence, bind.container().name(), bind.path())
                .fixedBy(DriveFixes.manual("drives.network/move", null));
    }
}
