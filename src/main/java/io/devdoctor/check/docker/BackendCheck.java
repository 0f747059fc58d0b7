package io.devdoctor.check.docker;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// In which virtual machine Docker Desktop keeps its engine: that of WSL 2 where it can, Hyper-V's, or its own.
final class BackendCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.backend",
            Area.DOCKER,
            Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.POLICIES, Part.WSL),
            List.of(CheckInfo.any("docker.settings-file").ofUnread()));
    private static final String WSL_KEY = "WslEngineEnabled";
    private static final String WSL_LOCK = "linuxVM.wslEngineEnabled";

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        if (!Presence.isDesktopHere(machine)) return List.of(notApplicable(MACHINE));
        Optional<DockerEngine.Info> live = live(machine);
        if (live.filter(info -> info.osType().equals("windows")).isPresent()) return List.of(notApplicable(MACHINE));
        if (live.filter(DockerEngine.Info::isInWsl).isPresent()) return List.of(ok(MACHINE, "wsl"));
        return List.of(
                switch (DesktopSettings.of(machine)) {
                    case Reading.Known<DesktopSettings>(DesktopSettings settings, Source _) ->
                        settings.isOn(WSL_KEY, true)
                                ? live.map(info -> own(machine, info)).orElseGet(() -> ok(MACHINE, "wsl-chosen"))
                                : hyperV(machine, settings, live);
                    case Reading.Absent<DesktopSettings> _ ->
                        live.map(info -> own(machine, info)).orElseGet(() -> ok(MACHINE, "wsl-chosen"));
                    case Reading.Unknown<DesktopSettings> unread -> unknown(MACHINE, unread);
                    case Reading.NotApplicable<DesktopSettings> _ -> notApplicable(MACHINE);
                });
    }

    /// What Docker Desktop's engine says of itself, while it answers.
    static Optional<DockerEngine.Info> live(Machine machine) {
        return machine.dockerEngine()
                .known()
                .filter(engine -> new Endpoint(engine.endpoint()).isDesktops())
                .flatMap(engine -> engine.info().known())
                .filter(info -> info.isDockerDesktop() || info.osType().equals("windows"));
    }

    /// The settings say WSL, the kernel is no kernel of WSL: Docker's own machine (Docker VMM), or a custom kernel.
    private Finding own(Machine machine, DockerEngine.Info info) {
        return info(MACHINE, "own", List.of(kernel(machine, info)), info.kernel());
    }

    private Finding hyperV(Machine machine, DesktopSettings settings, Optional<DockerEngine.Info> live) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(settings.evidence(WSL_KEY));
        live.ifPresent(info -> evidence.add(kernel(machine, info)));
        return switch (machine.wsl().flatMap((wsl, _) -> wsl.installed())) {
            case Reading.Known<Boolean>(Boolean there, Source _) when there -> possible(machine, settings, evidence);
            case Reading.Known<Boolean> _, Reading.Absent<Boolean> _, Reading.NotApplicable<Boolean> _ ->
                info(MACHINE, "hyper-v-only", evidence);
            case Reading.Unknown<Boolean> unread -> unknown(MACHINE, unread);
        };
    }

    private Finding possible(Machine machine, DesktopSettings settings, List<Evidence> evidence) {
        boolean locked = machine.policies()
                .known()
                .filter(policies -> policies.locksDesktop(WSL_LOCK) || policies.locks("wsl"))
                .isPresent();
        if (locked) return info(MACHINE, "hyper-v-locked", evidence);
        Finding found = warning(MACHINE, "hyper-v", evidence).at(settings.file().path(), settings.line(WSL_KEY));
        return settings.with(WSL_KEY, "true")
                .flatMap(step -> DesktopEdit.of(
                        machine, "docker.backend/wsl", Text.of("fix.docker.backend/wsl.title"), step, WSL_LOCK))
                .map(fix -> found.fixedBy(fix.warningToo(Text.of("warning.docker.other-disk"))))
                .orElseGet(() -> found.fixedBy(DesktopFixes.byHand("docker.backend/wsl", "fix.docker.backend/wsl")));
    }

    private static Evidence kernel(Machine machine, DockerEngine.Info info) {
        Source source = machine.dockerEngine()
                .flatMap((engine, _) -> engine.info())
                .sourceOr(new Source(Source.Kind.DERIVED, "GET /info", machine.taken()));
        return Evidence.of("evidence.docker.kernel", info.kernel(), source.at(" : KernelVersion"));
    }
}
