package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Policies;
import io.devdoctor.machine.Reading;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether the engine may be commanded over plain TCP, by whoever reaches the port: no password, no certificate.
final class TcpExposedCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.tcp-exposed",
            Area.DOCKER,
            Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.POLICIES),
            List.of(
                    any("docker.running").ofUnread(),
                    any("docker.endpoint").ofUnread(),
                    any("docker.engine").ofUnread()));
    private static final String KEY = "ExposeDockerAPIOnTCP2375";
    /// The same setting as an administrator names it.
    private static final String POLICY = "exposeDockerAPIOnTCP2375";

    private static final String PORT = "tcp://localhost:2375";
    /// Moby, daemon/info.go; an engine that asks for certificates says so of none.
    private static final Pattern WARNING = Pattern.compile("API is accessible on (https?://\\S+?) without");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        if (Presence.isNowhere(machine)) return List.of(notApplicable(MACHINE));
        List<Finding> found = new ArrayList<>();
        bySetting(machine).ifPresent(found::add);
        if (found.isEmpty()) byEngine(machine).ifPresent(found::add);
        if (!found.isEmpty()) return found;
        // Without Docker Desktop there is no setting: only the engine could have told.
        boolean told = Presence.isDesktopHere(machine) || Endpoint.info(machine).isKnown();
        return List.of(told ? ok(MACHINE, "ok") : notApplicable(MACHINE));
    }

    private Optional<Finding> bySetting(Machine machine) {
        if (!Presence.isDesktopHere(machine)) return Optional.empty();
        return switch (DesktopSettings.of(machine)) {
            case Reading.Known<DesktopSettings>(DesktopSettings settings, var _)
            when settings.isOn(KEY, false) -> Optional.of(setting(machine, settings));
            case Reading.Unknown<DesktopSettings> unread -> Optional.of(unknown(MACHINE, unread));
            case Reading.Known<DesktopSettings> _,
                    Reading.Absent<DesktopSettings> _,
                    Reading.NotApplicable<DesktopSettings> _ -> Optional.empty();
        };
    }

    private Finding setting(Machine machine, DesktopSettings settings) {
        List<Evidence> evidence = List.of(settings.evidence(KEY));
        if (isLocked(machine)) return warning(MACHINE, "by-policy", evidence);
        Finding found = warning(MACHINE, "setting", evidence);
        return close(machine, settings).map(found::fixedBy).orElse(found);
    }

    private static boolean isLocked(Machine machine) {
        return !(machine.policies() instanceof Reading.Known<Policies>(Policies policies, var _))
                || policies.locksDesktop(POLICY);
    }

    // unverified on Windows: the engine leaves port 2375 with the next start of Docker Desktop
    private static Optional<Fix> close(Machine machine, DesktopSettings settings) {
        String id = "docker.tcp-exposed/close";
        Optional<Fix> fix = settings.with(KEY, "false")
                .flatMap(edit ->
                        DesktopEdit.of(machine, id, Text.of("fix.docker.tcp-exposed/close.title"), edit, POLICY));
        if (fix.isEmpty()) return Optional.of(DesktopFixes.byHand(id, "fix.docker.tcp-exposed/by-hand"));
        return isUsed(machine) ? fix.map(close -> close.warningToo(Text.of("warning.docker.tcp-in-use", PORT))) : fix;
    }

    private static boolean isUsed(Machine machine) {
        return machine.dockerClient()
                .flatMap((client, _) -> client.chosen())
                .known()
                .map(DockerClient.Choice::endpoint)
                .filter(endpoint -> endpoint.startsWith("tcp://"))
                .isPresent();
    }

    private Optional<Finding> byEngine(Machine machine) {
        return switch (Endpoint.info(machine)) {
            case Reading.Known<DockerEngine.Info>(DockerEngine.Info info, var source) ->
                info.warnings().stream()
                        .map(WARNING::matcher)
                        .filter(Matcher::find)
                        .findFirst()
                        .map(matcher -> warning(
                                        MACHINE,
                                        new Endpoint(matcher.group(1)).isThisComputer() ? "local" : "open",
                                        List.of(Evidence.of(
                                                "evidence.docker.engine-warning",
                                                matcher.group(),
                                                source.at(" : Warnings"))),
                                        matcher.group(1))
                                .fixedBy(DesktopFixes.byHand(
                                        "docker.tcp-exposed/hosts", "fix.docker.tcp-exposed/hosts")));
            case Reading.Unknown<DockerEngine.Info> unread -> Optional.of(unknown(MACHINE, unread));
            case Reading.Absent<DockerEngine.Info> _, Reading.NotApplicable<DockerEngine.Info> _ -> Optional.empty();
        };
    }
}
