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
import java.util.List;
import java.util.Set;

/// Whether the engine runs Linux containers, which nearly every image needs, or Windows containers.
final class EngineModeCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.engine-mode",
            Area.DOCKER,
            Set.of(Part.DOCKER_ENGINE, Part.DOCKER_DESKTOP),
            List.of(any("docker.engine").ofUnread(), any("docker.endpoint").ofUnread()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        Subject subject = Endpoint.subject(machine);
        return judgeIfPresent(
                Endpoint.info(machine), subject, (info, source) -> List.of(judge(machine, info, subject, source)));
    }

    private Finding judge(Machine machine, Info info, Subject subject, Source source) {
        if (!info.osType().equals("windows")) return ok(subject, "linux", info.osType());
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.docker.os-type", info.osType(), source.at(" : OSType")),
                Evidence.of("evidence.docker.running", info.running(), source.at(" : ContainersRunning")));
        // Who has Windows containers running has chosen this mode.
        boolean used = info.running() > 0;
        Finding windows =
                used ? info(subject, "windows-used", evidence, info.running()) : warning(subject, "windows", evidence);
        return Presence.isDesktopHere(machine)
                ? windows.fixedBy(DesktopFixes.useLinux(machine, "docker.engine-mode/linux"))
                : windows;
    }
}
