package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.DockerEngine.HttpStatus;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether Docker Desktop runs. Its service may be stopped: with WSL 2 that is healthy. A pipe that exists proves
/// nothing, since Docker Desktop's proxy publishes it before, and without, an engine behind it.
final class RunningCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.running",
            Area.DOCKER,
            Presence.NEEDS_AND_WSL,
            List.of(
                    any("host.virtualization"),
                    any("host.hypervisor"),
                    any("host.virtual-machine-platform"),
                    any("wsl.installed").whenBroken(),
                    any("wsl.responds"),
                    any("wsl.custom-kernel"),
                    any("docker.socket-files").whenBroken(),
                    any("docker.user-access"),
                    any("docker.daemon-config"),
                    any("docker.settings-file").whenBroken()));
    private static final int OK = 200;
    private static final String LICENCE = "LicenseTermsVersion";
    private static final int SERVER_ERROR = 500;

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        if (!Presence.isDesktopHere(machine)) return List.of(notApplicable(MACHINE));
        return judgeIfPresent(
                machine.dockerDesktop(), MACHINE, (desktop, source) -> List.of(judge(machine, desktop, source)));
    }

    private Finding judge(Machine machine, DockerDesktop desktop, Source source) {
        List<Evidence> evidence = new ArrayList<>(Seen.desktop(desktop, machine));
        Optional<DockerEngine> asked =
                machine.dockerEngine().known().filter(engine -> new Endpoint(engine.endpoint()).isDesktops());
        asked.ifPresent(engine -> evidence.add(Seen.ping(engine.ping(), source)));
        if (asked.filter(Presence::answersAsDesktop).isPresent()) return ok(MACHINE, "running");
        boolean refused = asked.filter(engine -> isDenied(engine.ping()) || isOwnPipeDenied(desktop, engine))
                .isPresent();
        if (refused) {
            return problem(MACHINE, "denied", evidence)
                    .fixedBy(DesktopFixes.byHand("docker.running/other-user", "fix.docker.running/other-user"));
        }
        return switch (desktop.backendRunning()) {
            case Reading.Known<Boolean>(Boolean runs, var _) when runs -> backend(machine, asked, evidence);
            case Reading.Known<Boolean> _, Reading.Absent<Boolean> _ -> stopped(machine, evidence);
            case Reading.Unknown<Boolean> unread -> unknown(MACHINE, unread);
            case Reading.NotApplicable<Boolean> _ -> notApplicable(MACHINE);
        };
    }

    /// Docker Desktop was not started, or was quit: nothing is broken.
    private Finding stopped(Machine machine, List<Evidence> evidence) {
        boolean another =
                machine.dockerEngine().flatMap((engine, _) -> engine.version()).isKnown();
        Finding stopped = another ? info(MACHINE, "stopped-beside", evidence) : warning(MACHINE, "stopped", evidence);
        return stopped.fixedBy(DesktopFixes.start(machine, "docker.running/start"));
    }

    private Finding backend(Machine machine, Optional<DockerEngine> asked, List<Evidence> evidence) {
        if (machine.dockerEngine() instanceof Reading.Unknown<DockerEngine> unread) return unknown(MACHINE, unread);
        if (asked.isEmpty()) return info(MACHINE, "not-asked", evidence);
        return switch (asked.get().ping()) {
            case Reading.Known<HttpStatus>(HttpStatus status, var _) -> answered(machine, status, evidence);
            // Its engine for the other kind of containers is there, and was not asked.
            case Reading.Absent<HttpStatus> _
            when hasOtherPipe(machine, asked.get()) -> info(MACHINE, "not-asked", evidence);
            case Reading.Absent<HttpStatus> _ ->
                licence(machine, evidence)
                        .orElseGet(() -> warning(MACHINE, "starting", evidence)
                                .fixedBy(DesktopFixes.restart(machine, "docker.running/restart", false)));
            case Reading.Unknown<HttpStatus>(Cause cause, var _, var _)
            when cause == Cause.TIMED_OUT ->
                warning(MACHINE, "silent", evidence)
                        .fixedBy(DesktopFixes.restart(machine, "docker.running/restart", true));
            case Reading.Unknown<HttpStatus> unread -> unknown(MACHINE, unread);
            case Reading.NotApplicable<HttpStatus> _ -> notApplicable(MACHINE);
        };
    }

    /// Until somebody accepts the terms of service, Docker Desktop waits behind its window and starts no engine.
    private Optional<Finding> licence(Machine machine, List<Evidence> evidence) {
        Optional<DesktopSettings> unsigned = DesktopSettings.of(machine)
                .known()
                .filter(settings -> settings.value(LICENCE)
                        .flatMap(JsonValue::integer)
                        .filter(version -> version > 0)
                        .isEmpty());
        return unsigned.map(settings -> {
            List<Evidence> all = new ArrayList<>(evidence);
            all.add(settings.evidence(LICENCE));
            return likely(MACHINE, "licence", all)
                    .fixedBy(DesktopFixes.byHand("docker.running/licence", "fix.docker.running/licence"));
        });
    }

    private Finding answered(Machine machine, HttpStatus status, List<Evidence> evidence) {
        if (status.status() == OK) return ok(MACHINE, "running");
        if (Presence.isPaused(status)) {
            return warning(MACHINE, "paused", evidence)
                    .fixedBy(DesktopFixes.byHand("docker.running/resume", "fix.docker.running/resume"));
        }
        String code = String.valueOf(status.status());
        if (status.status() < SERVER_ERROR) return warning(MACHINE, "refusing", evidence, code);
        // Every ordinary start answers like this for a while.
        Finding found = Presence.isWslIll(machine)
                ? problem(MACHINE, "stuck", evidence, code)
                : likely(MACHINE, "not-ready", evidence, code);
        return found.fixedBy(DesktopFixes.restart(machine, "docker.running/restart", true));
    }

    private static boolean hasOtherPipe(Machine machine, DockerEngine engine) {
        Endpoint endpoint = new Endpoint(engine.endpoint());
        List<DockerDesktop.Pipe> pipes =
                machine.dockerDesktop().known().map(DockerDesktop::pipes).orElse(List.of());
        boolean own = pipes.stream()
                .anyMatch(pipe -> endpoint.isPipe(pipe.name()) && !pipe.state().isAbsent());
        return !own && pipes.stream().anyMatch(pipe -> pipe.state().known().orElse(false));
    }

    /// The other pipes of Docker Desktop may be somebody else's without doing harm.
    private static boolean isOwnPipeDenied(DockerDesktop desktop, DockerEngine engine) {
        Endpoint endpoint = new Endpoint(engine.endpoint());
        return desktop.pipes().stream().anyMatch(pipe -> endpoint.isPipe(pipe.name()) && isDenied(pipe.state()));
    }

    private static boolean isDenied(Reading<?> reading) {
        return reading instanceof Reading.Unknown<?>(Cause cause, var _, var _) && cause == Cause.DENIED;
    }
}
