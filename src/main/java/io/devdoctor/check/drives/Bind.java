package io.devdoctor.check.drives;

import io.devdoctor.check.docker.VirtualMachine;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Mount;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A folder of Windows that a container binds, as Windows spells it: the one source of such binds for every check.
///
/// @param path `C:\code\shop` or `\\server\share`
record Bind(Container container, Mount mount, String path) {
    private static final Pattern DRIVE = Pattern.compile("([A-Za-z]):[\\\\/](.*)");
    private static final Pattern SEEN =
            Pattern.compile("(?:/run/desktop/mnt/host|/host_mnt|/mnt)/([A-Za-z])(?:/(.*))?");
    private static final Pattern SHARE = Pattern.compile("(?:/run/desktop/mnt/host|/host_mnt)/uC/(.+)");

    /// Those of all containers. Not applicable where the engine is on another computer, or runs Windows containers.
    static Reading<List<Bind>> all(Machine machine) {
        return LinuxEngine.info(machine)
                .flatMap((info, _) -> VirtualMachine.of(machine, info) == VirtualMachine.REMOTE
                        ? new Reading.NotApplicable<>("an engine on another computer")
                        : machine.containers().map(Bind::all));
    }

    private static List<Bind> all(Containers containers) {
        return containers.all().stream().flatMap(one -> of(one).stream()).toList();
    }

    private static List<Bind> of(Container container) {
        return container.mounts().stream()
                .filter(mount -> mount.type().isEmpty() || mount.type().equals("bind"))
                .flatMap(mount -> path(container, mount).map(path -> new Bind(container, mount, path)).stream())
                .toList();
    }

    /// `C:`, or empty for a share.
    Optional<String> drive() {
        return path.startsWith("\\\\")
                ? Optional.empty()
                : Optional.of(path.substring(0, 2).toUpperCase(Locale.ROOT));
    }

    /// Whether it is rather a single file than a folder, by its last name.
    boolean looksLikeAFile() {
        String last = mount.target().substring(mount.target().lastIndexOf('/') + 1);
        return last.indexOf('.') > 0;
    }

    /// What Docker Desktop wrote down when the container was made tells most.
    private static Optional<String> path(Container container, Mount mount) {
        return BindLabel.of(container).stream()
                .filter(label -> label.isFolder() && label.target().equals(mount.target()))
                .findFirst()
                .flatMap(label -> windows(label.source()))
                .or(() -> windows(mount.source()));
    }

    /// Files of a distribution are no folder of Windows, however they are spelled.
    private static Optional<String> windows(String source) {
        String lower = source.toLowerCase(Locale.ROOT);
        if (lower.startsWith("\\\\wsl$") || lower.startsWith("\\\\wsl.localhost")) return Optional.empty();
        if (source.startsWith("\\\\") && !source.startsWith("\\\\.\\")) return Optional.of(source);
        Matcher drive = DRIVE.matcher(source);
        if (drive.matches()) return Optional.of(path(drive));
        Matcher share = SHARE.matcher(source);
        if (share.matches()) return Optional.of("\\\\" + share.group(1).replace('/', '\\'));
        Matcher seen = SEEN.matcher(source);
        return seen.matches() ? Optional.of(path(seen)) : Optional.empty();
    }

    private static String path(Matcher matcher) {
        String rest = matcher.group(2) == null ? "" : matcher.group(2).replace('/', '\\');
        return matcher.group(1).toUpperCase(Locale.ROOT) + ":\\" + rest;
    }
}
