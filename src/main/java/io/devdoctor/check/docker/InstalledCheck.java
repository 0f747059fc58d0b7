package io.devdoctor.check.docker;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.DockerDesktop.Install;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Worlds;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether Docker Desktop, in any form of its installation, or another engine is there.
final class InstalledCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.installed",
            Area.DOCKER,
            Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.WSL, Part.WORLDS),
            List.of(CheckInfo.any("docker.engine").ofUnread()));
    private static final String INSTALL_PAGE = "https://docs.docker.com/desktop/setup/install/windows-install/";

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        Optional<DockerEngine> engine =
                machine.dockerEngine().known().filter(asked -> asked.version().isKnown());
        Reading<Install> install = machine.dockerDesktop().flatMap((desktop, _) -> desktop.install());
        if (install instanceof Reading.Known<Install>(Install found, var _)) return List.of(installed(found));
        if (engine.isPresent()) return List.of(other(engine.get()));
        if (!machine.platform().isWindows()) return List.of(elsewhere(machine));
        Optional<Worlds.Engine> inside = inside(machine);
        if (install.isAbsent() && inside.isPresent()) return List.of(inside(inside.get()));
        return judge(
                install, MACHINE, (found, _) -> List.of(installed(found)), source -> List.of(missing(machine, source)));
    }

    private Finding installed(Install install) {
        if (install.version().isEmpty()) return ok(MACHINE, "desktop-unversioned", install.folder());
        return ok(MACHINE, install.perUser() ? "desktop-per-user" : "desktop", install.version(), install.folder());
    }

    private Finding other(DockerEngine engine) {
        String version =
                engine.version().known().map(DockerEngine.Version::engine).orElse("");
        return ok(MACHINE, "engine", version, engine.endpoint());
    }

    /// An engine of another maker, one that runs first.
    private static Optional<Worlds.Engine> inside(Machine machine) {
        return machine.part(Part.WORLDS).known().stream()
                .flatMap(worlds -> worlds.engines().stream())
                .min(Comparator.comparing(engine -> !engine.runs()));
    }

    private Finding inside(Worlds.Engine engine) {
        return ok(MACHINE, "inside", SecondEngineCheck.maker(engine.maker()), engine.distro(), engine.endpoint());
    }

    /// On Linux a machine without an engine is no ill machine.
    private Finding elsewhere(Machine machine) {
        if (Presence.isNowhere(machine)) return notApplicable(MACHINE);
        return switch (machine.dockerEngine().flatMap((engine, _) -> engine.version())) {
            case Reading.Unknown<DockerEngine.Version> unread -> unknown(MACHINE, unread);
            case Reading.Known<DockerEngine.Version> _,
                    Reading.Absent<DockerEngine.Version> _,
                    Reading.NotApplicable<DockerEngine.Version> _ -> notApplicable(MACHINE);
        };
    }

    private Finding missing(Machine machine, Source source) {
        boolean runs = machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.backendRunning())
                .known()
                .orElse(false);
        List<Evidence> evidence = machine.dockerDesktop()
                .known()
                .map(desktop -> evidence(desktop, machine, source))
                .orElseGet(() -> List.of(Evidence.of("evidence.docker.install", "absent", source)));
        if (runs) return info(MACHINE, "unregistered", evidence);
        List<Evidence> left = leftovers(machine);
        if (!left.isEmpty()) return removed(machine, evidence, left);
        // What a distribution that does not run holds cannot be seen from here: without one the case is clear.
        Finding none = everythingWasSeen(machine)
                ? problem(MACHINE, "missing", evidence)
                : warning(MACHINE, "missing-or-inside", evidence);
        return none.fixedBy(install());
    }

    private Finding removed(Machine machine, List<Evidence> evidence, List<Evidence> left) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.addAll(left);
        Finding removed =
                everythingWasSeen(machine) ? problem(MACHINE, "leftovers", all) : warning(MACHINE, "leftovers", all);
        return removed.fixedBy(
                install(), DesktopFixes.byHand("docker.installed/clean-up", "fix.docker.installed/clean-up"));
    }

    /// What an uninstallation leaves behind, and what then stands in the way or takes room.
    private static List<Evidence> leftovers(Machine machine) {
        List<Evidence> left = new ArrayList<>();
        machine.dockerDesktop().known().ifPresent(desktop -> {
            if (desktop.install() instanceof Reading.Absent<Install>(Source entry)
                    && entry.what().contains(" : InstallLocation")) {
                left.add(Evidence.of("evidence.docker.leftover", entry.what(), entry));
            }
            if (desktop.service() instanceof Reading.Known<ServiceState>(ServiceState service, Source source)) {
                left.add(Evidence.of("evidence.docker.leftover", service.name(), source));
            }
            for (Reading<FileContent> file : List.of(desktop.settings(), desktop.legacySettings())) {
                if (file instanceof Reading.Known<FileContent>(FileContent content, Source source)) {
                    left.add(Evidence.of("evidence.docker.leftover", content.path(), source));
                }
            }
        });
        if (machine.wsl().flatMap((wsl, _) -> wsl.distros())
                instanceof Reading.Known<List<Wsl.Distro>>(List<Wsl.Distro> distros, Source source)) {
            distros.stream()
                    .filter(Wsl.Distro::isDockerDesktop)
                    .map(distro -> Evidence.of("evidence.docker.leftover", distro.name(), source))
                    .forEach(left::add);
        }
        return left;
    }

    private static Fix install() {
        return Fix.safe(
                "docker.installed/install",
                Text.of("fix.docker.installed/install.title"),
                new Step.Manual(Text.of("fix.docker.installed/install.words"), INSTALL_PAGE));
    }

    private static List<Evidence> evidence(DockerDesktop desktop, Machine machine, Source source) {
        List<Evidence> all = new ArrayList<>();
        all.add(Evidence.of("evidence.docker.install", "absent", source));
        all.addAll(Seen.desktop(desktop, machine));
        return List.copyOf(all);
    }

    private static boolean everythingWasSeen(Machine machine) {
        boolean seen = machine.part(Part.WORLDS)
                .known()
                .filter(worlds -> worlds.unseen().isEmpty())
                .isPresent();
        return seen || hasNoDistro(machine);
    }

    private static boolean hasNoDistro(Machine machine) {
        return machine.wsl()
                .flatMap((wsl, _) -> wsl.distros())
                .known()
                .filter(distros -> distros.stream().allMatch(Wsl.Distro::isDockerDesktop))
                .isPresent();
    }
}
