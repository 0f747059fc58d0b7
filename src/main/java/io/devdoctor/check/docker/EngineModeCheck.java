package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.machine.DockerEngine.Info;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the engine runs Linux containers, which nearly every image needs, or Windows containers.
final class EngineModeCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.engine-mode",
            Area.DOCKER,
            Set.of(Part.DOCKER_ENGINE, Part.DOCKER_DESKTOP, Part.POLICIES, Part.CONTAINERS),
            List.of(
                    any("docker.engine").ofUnread(),
                    any("docker.endpoint").ofUnread(),
                    any("docker.settings-file").ofUnread()));
    private static final String KEY = "UseWindowsContainers";

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        Subject subject = Endpoint.subject(machine);
        Optional<Finding> stuck = stuck(machine, subject);
        if (stuck.isPresent()) return List.of(stuck.get());
        return judgeIfPresent(
                Endpoint.info(machine), subject, (info, source) -> List.of(judge(machine, info, subject, source)));
    }

    /// A switch to Windows containers that failed stays in the settings, and no engine starts any more.
    private Optional<Finding> stuck(Machine machine, Subject subject) {
        boolean silent = machine.dockerEngine()
                .flatMap((engine, _) -> engine.version())
                .known()
                .isEmpty();
        boolean starting = machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.backendRunning())
                .known()
                .orElse(false);
        if (!silent || !starting) return Optional.empty();
        return DesktopSettings.of(machine)
                .known()
                .filter(settings -> settings.isOn(KEY, false))
                .map(settings -> stuck(machine, subject, settings));
    }

    private Finding stuck(Machine machine, Subject subject, DesktopSettings settings) {
        Finding stuck = likely(subject, "stuck", List.of(settings.evidence(KEY)))
                .at(settings.file().path(), settings.line(KEY));
        return settings.with(KEY, "false")
                .flatMap(step -> DesktopEdit.of(
                        machine, "docker.engine-mode/settings", Text.of("fix.docker.engine-mode/settings.title"), step))
                .map(stuck::fixedBy)
                .orElseGet(() ->
                        stuck.fixedBy(DesktopFixes.byHand("docker.engine-mode/linux", "fix.docker.desktop-use-linux")));
    }

    private Finding judge(Machine machine, Info info, Subject subject, Source source) {
        if (!info.osType().equals("windows")) return ok(subject, "linux", info.osType());
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.docker.os-type", info.osType(), source.at(" : OSType")),
                Evidence.of("evidence.docker.running", info.running(), source.at(" : ContainersRunning")));
        Finding windows =
                wanted(machine, info, subject, evidence).orElseGet(() -> warning(subject, "windows", evidence));
        return Presence.isDesktopHere(machine)
                ? windows.fixedBy(DesktopFixes.useLinux(machine, "docker.engine-mode/linux"))
                : windows;
    }

    /// Who has containers of Windows images has chosen this mode.
    private Optional<Finding> wanted(Machine machine, Info info, Subject subject, List<Evidence> evidence) {
        if (info.running() > 0) return Optional.of(info(subject, "windows-used", evidence, info.running()));
        long made = machine.containers().known().stream()
                .flatMap(containers -> containers.images().values().stream())
                .flatMap(image -> image.known().stream())
                .filter(image -> image.os().equals("windows"))
                .count();
        return made == 0 ? Optional.empty() : Optional.of(info(subject, "windows-made", evidence, made));
    }
}
