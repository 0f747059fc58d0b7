package io.devdoctor.check.docker;

import io.devdoctor.check.Subject;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the spelling of an endpoint tells.
///
/// @param url `npipe:////./pipe/docker_engine`, `unix:///var/run/docker.sock`, `tcp://…`, `ssh://…`
public record Endpoint(String url) {
    private static final Pattern PIPE = Pattern.compile("npipe://+\\./+pipe/+([^/\\\\]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOPBACK =
            Pattern.compile("(tcp|https?)://(localhost|127\\.[0-9.]+|\\[::1])([:/].*)?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> DESKTOP =
            Set.of("docker_engine", "dockerdesktoplinuxengine", "dockerdesktopwindowsengine");
    private static final String LINUX_SOCKET = "unix:///var/run/docker.sock";

    /// The subject of what is said about the engine that was asked; the machine where none was.
    static Subject subject(Machine machine) {
        return machine.dockerEngine()
                .known()
                .map(engine -> Subject.endpoint(engine.endpoint()))
                .orElse(Subject.MACHINE);
    }

    static Reading<DockerEngine.Info> info(Machine machine) {
        return machine.dockerEngine().flatMap((engine, _) -> engine.info());
    }

    Optional<String> pipe() {
        Matcher matcher = PIPE.matcher(url.replace('\\', '/'));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    boolean isPipe(String name) {
        return pipe().filter(name::equalsIgnoreCase).isPresent();
    }

    /// One of the pipes that Docker Desktop serves.
    boolean isDesktops() {
        return pipe().map(name -> name.toLowerCase(Locale.ROOT))
                .filter(DESKTOP::contains)
                .isPresent();
    }

    /// One of the two pipes at which Docker Desktop serves Linux containers.
    boolean isDesktopLinux() {
        return isPipe("docker_engine") || isPipe("dockerDesktopLinuxEngine");
    }

    /// Where an engine is looked for when nobody says otherwise.
    boolean isStandard() {
        return isDesktops() || url.equals(LINUX_SOCKET);
    }

    /// Whether the way leads over a network or another protocol, where no right of this computer decides.
    boolean isElsewhere() {
        return pipe().isEmpty() && !url.startsWith("unix://");
    }

    /// Whether the engine shares this computer's memory and processors.
    public boolean isThisComputer() {
        return pipe().isPresent()
                || url.startsWith("unix://")
                || LOOPBACK.matcher(url).matches();
    }
}
