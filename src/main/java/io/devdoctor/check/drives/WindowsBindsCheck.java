package io.devdoctor.check.drives;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Running containers that work in folders of Windows drives: slow, and without change events.
final class WindowsBindsCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "drives.windows-binds", Area.DRIVES, Set.of(Part.CONTAINERS, Part.DOCKER_ENGINE), LinuxEngine.CAUSES);

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        Subject whole = LinuxEngine.subject(machine);
        return judgeIfPresent(Bind.all(machine), whole, (binds, _) -> {
            Map<Container, List<Bind>> used = binds.stream()
                    .filter(bind -> bind.drive().isPresent())
                    .filter(bind -> bind.container().state().equals("running"))
                    .collect(Collectors.groupingBy(Bind::container, LinkedHashMap::new, Collectors.toList()));
            return used.isEmpty()
                    ? List.of(ok(whole, "ok"))
                    : used.entrySet().stream()
                            .map(entry -> judge(entry.getKey(), entry.getValue(), whole.name()))
                            .toList();
        });
    }

    private Finding judge(Container container, List<Bind> binds, String endpoint) {
        Subject subject = Subject.container(container.name(), endpoint);
        List<Evidence> evidence = binds.stream()
                .map(bind -> Evidence.of(
                        "evidence.drives.bind",
                        bind.path() + " -> " + bind.mount().target(),
                        container.source()))
                .toList();
        // A single file or a read-only folder is rarely worked in.
        if (binds.stream().noneMatch(bind -> bind.mount().writable() && !bind.looksLikeAFile())) {
            return info(subject, "few", evidence, container.name(), binds.size());
        }
        return warning(subject, "bound", evidence, container.name(), binds.size())
                .fixedBy(move());
    }

    private static Fix move() {
        return Fix.safe(
                "drives.windows-binds/move",
                Text.of("fix.drives.windows-binds/move.title"),
                new Step.Manual(
                        Text.of("fix.drives.windows-binds/move.words"),
                        "https://docs.docker.com/desktop/features/wsl/best-practices/"));
    }
}
