package io.devdoctor.check.drives;

import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Mount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A folder of Windows that a container binds, as Windows spells it.
///
/// @param path `C:\code\shop` or `\\server\share`
record Bind(Container container, Mount mount, String path) {
    private static final Pattern DRIVE = Pattern.compile("([A-Za-z]):[\\\\/](.*)");
    private static final Pattern SEEN =
            Pattern.compile("(?:/run/desktop/mnt/host|/host_mnt|/mnt)/([A-Za-z])(?:/(.*))?");
    private static final Pattern SHARE = Pattern.compile("(?:/run/desktop/mnt/host|/host_mnt)/uC/(.+)");
    private static final String LABEL = "desktop.docker.io/binds/";

    static List<Bind> of(Container container) {
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

    /// What Docker Desktop wrote down when the container was made tells most.
    private static Optional<String> path(Container container, Mount mount) {
        Optional<String> label = container.labels().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(LABEL)
                        && entry.getKey().endsWith("/Target")
                        && entry.getValue().equals(mount.target()))
                .map(entry -> entry.getKey().replaceFirst("/Target$", "/Source"))
                .flatMap(key -> Optional.ofNullable(container.labels().get(key)).stream())
                .findFirst();
        return label.flatMap(Bind::windows).or(() -> windows(mount.source()));
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
