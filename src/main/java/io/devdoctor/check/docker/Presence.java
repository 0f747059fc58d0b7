package io.devdoctor.check.docker;

import io.devdoctor.check.Version;
import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerClient.By;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether there is any Docker to be judged at all. Where there is none, one check says so and the others are silent.
final class Presence {
    /// What must have been read to tell.
    static final Set<Part<?>> NEEDS = Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE);
    /// The same, and whether WSL answers.
    static final Set<Part<?>> NEEDS_AND_WSL =
            Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.WSL_ANSWER);
    private static final Pattern PLATFORM = Pattern.compile("Docker Desktop (\\d+(?:\\.\\d+)+)(?: .*)?");

    private Presence() {}

    /// Docker Desktop says so since 4.43; before, a paused engine keeps silent.
    static boolean isPaused(DockerEngine.HttpStatus status) {
        return status.excerpt().contains("manually paused");
    }

    /// Whether WSL hangs or fails, so that what waits for it will not get ready by itself.
    static boolean isWslIll(Machine machine) {
        return machine.wslAnswer().flatMap((answer, _) -> answer.list())
                        instanceof Reading.Unknown<?>(Reading.Cause cause, String _, var _)
                && (cause == Reading.Cause.TIMED_OUT || cause == Reading.Cause.FAILED);
    }

    /// True only if every place was looked at and nothing was found; unread places count as "perhaps there".
    static boolean isNowhere(Machine machine) {
        boolean engine =
                machine.dockerEngine().flatMap((asked, _) -> asked.ping()).isAbsent();
        return engine && !isDesktopHere(machine) && !isWanted(machine);
    }

    /// Whether Docker Desktop is, or may be, on this machine.
    static boolean isDesktopHere(Machine machine) {
        return switch (machine.dockerDesktop()) {
            case Reading.Known<DockerDesktop>(var desktop, var _) -> isHere(desktop);
            case Reading.Unknown<DockerDesktop> _ -> true;
            case Reading.Absent<DockerDesktop> _, Reading.NotApplicable<DockerDesktop> _ -> false;
        };
    }

    /// The version of Docker Desktop: as installed, else as its engine tells.
    static Optional<Version> desktopVersion(Machine machine) {
        Optional<Version> installed = machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.install())
                .known()
                .flatMap(install -> Version.parse(install.version()));
        return installed.or(() -> machine.dockerEngine()
                .flatMap((engine, _) -> engine.version())
                .known()
                .map(DockerEngine.Version::platform)
                .map(PLATFORM::matcher)
                .filter(Matcher::matches)
                .flatMap(matcher -> Version.parse(matcher.group(1))));
    }

    /// Whether an engine of this version of Docker Desktop answers now.
    static boolean answersAsDesktop(DockerEngine engine) {
        return engine.version()
                        .known()
                        .filter(version -> version.platform().startsWith("Docker Desktop"))
                        .isPresent()
                || engine.info()
                        .known()
                        .filter(DockerEngine.Info::isDockerDesktop)
                        .isPresent();
    }

    private static boolean isHere(DockerDesktop desktop) {
        Reading<DockerDesktop.Install> install = desktop.install();
        // Unread, it may be a copy that nobody registered.
        boolean runs = desktop.backendRunning().known().orElse(desktop.backendRunning() instanceof Reading.Unknown);
        return install.isKnown() || install instanceof Reading.Unknown<DockerDesktop.Install> || runs;
    }

    /// Whether somebody told the docker command line of an engine; a context left behind by an uninstall is no sign.
    private static boolean isWanted(Machine machine) {
        return switch (machine.dockerClient().flatMap((client, _) -> client.chosen())) {
            case Reading.Known<DockerClient.Choice>(var choice, var _) ->
                !new Endpoint(choice.endpoint()).isStandard()
                        || choice.by() == By.DOCKER_HOST
                        || choice.by() == By.DOCKER_CONTEXT
                        || choice.by() == By.OVERRIDE;
            case Reading.Unknown<DockerClient.Choice> _ -> true;
            case Reading.Absent<DockerClient.Choice> _, Reading.NotApplicable<DockerClient.Choice> _ -> false;
        };
    }
}
