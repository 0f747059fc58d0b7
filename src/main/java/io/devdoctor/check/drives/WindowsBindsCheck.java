package io.devdoctor.check.drives;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Mount;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;

/// Running containers that work in folders of Windows drives: slow, and without change events.
final class WindowsBindsCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "drives.windows-binds",
            Area.DRIVES,
            Set.of(Part.CONTAINERS, Part.DOCKER_ENGINE),
            List.of(
                    CheckInfo.any("wsl.responds").ofUnread(),
                    CheckInfo.sameWorld("docker.engine").ofUnread(),
                    CheckInfo.any("docker.endpoint").ofUnread()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        String endpoint =
                machine.dockerEngine().known().map(engine -> engine.endpoint()).orElse("");
        Subject whole = endpoint.isEmpty() ? MACHINE : Subject.endpoint(endpoint);
        return judgeIfPresent(machine.containers(), whole, (containers, _) -> {
            List<Finding> bound = containers.all().stream()
                    .filter(container -> container.state().equals("running"))
                    .filter(container -> !onWindowsDrives(container).isEmpty())
                    .map(container -> judge(container, endpoint))
                    .toList();
            return bound.isEmpty() ? List.of(ok(whole, "ok")) : bound;
        });
    }

    private Finding judge(Container container, String endpoint) {
        List<Mount> mounts = onWindowsDrives(container);
        Subject subject = Subject.container(container.name(), endpoint);
        List<Evidence> evidence = mounts.stream()
                .map(mount -> Evidence.of(
                        "evidence.drives.bind", mount.source() + " -> " + mount.target(), container.source()))
                .toList();
        // A single file or a read-only folder is rarely worked in.
        if (mounts.stream().noneMatch(mount -> mount.writable() && !looksLikeAFile(mount))) {
            return info(subject, "few", evidence, container.name(), mounts.size());
        }
        return warning(subject, "bound", evidence, container.name(), mounts.size())
                .fixedBy(move());
    }

    private static List<Mount> onWindowsDrives(Container container) {
        return container.mounts().stream()
                .filter(mount -> mount.type().isEmpty() || mount.type().equals("bind"))
                .filter(mount -> WindowsPath.isOnADrive(mount.source()))
                .toList();
    }

    private static boolean looksLikeAFile(Mount mount) {
        String last = mount.target().substring(mount.target().lastIndexOf('/') + 1);
        return last.indexOf('.') > 0;
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
