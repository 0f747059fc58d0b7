package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether `wsl` without a name opens a distribution of the person's own.
final class DefaultDistroCheck implements WslCheck {
    private static final CheckInfo INFO = new CheckInfo("wsl.default-distro", Area.WSL, Set.of(Part.WSL), List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(
                wsl.distros(),
                MACHINE,
                (distros, _) -> distros.isEmpty()
                        ? List.of(notApplicable(MACHINE))
                        : judge(
                                wsl.defaultDistro(),
                                MACHINE,
                                (guid, source) -> List.of(judge(guid, distros, source)),
                                source -> List.of(none("none", "-", distros, source))));
    }

    private Finding judge(String guid, List<Wsl.Distro> distros, Source source) {
        Optional<Wsl.Distro> named = distros.stream()
                .filter(distro -> distro.guid().equalsIgnoreCase(guid))
                .findFirst();
        if (named.isEmpty()) return none("dangling", guid, distros, source);
        String name = named.get().name();
        if (!named.get().isDockerDesktop()) return ok(MACHINE, "ok", name);
        List<Evidence> evidence = List.of(Evidence.of("evidence.wsl.default-distro", name, source));
        Optional<String> better = better(distros);
        return better.isEmpty()
                ? info(MACHINE, "only-docker", evidence, name)
                : warning(MACHINE, "docker", evidence, name, better.get()).fixedBy(make(better.get(), name));
    }

    private Finding none(String outcome, String value, List<Wsl.Distro> distros, Source source) {
        Finding found = warning(MACHINE, outcome, List.of(Evidence.of("evidence.wsl.default-distro", value, source)));
        return better(distros).map(name -> found.fixedBy(make(name, null))).orElse(found);
    }

    /// The person's own distribution that serves best: installed, WSL 2 before WSL 1, then in the registry's order.
    private static Optional<String> better(List<Wsl.Distro> distros) {
        return distros.stream()
                .filter(distro -> !distro.isDockerDesktop())
                .filter(distro -> distro.state().known().orElse(0L) == 1)
                .filter(distro -> Tool.Grammar.DISTRO.admits(distro.name()))
                .min(Comparator.comparing(distro -> -distro.mode().known().orElse(0)))
                .map(Wsl.Distro::name);
    }

    /// wsl.exe can go back to a distribution that exists, not to a name that leads nowhere.
    private static Fix make(String name, @Nullable String before) {
        Step.RunTool back = before == null ? null : new Step.RunTool(Tool.WSL_SET_DEFAULT, List.of(before), null);
        return Fix.of(
                "wsl.default-distro/set",
                Text.of("fix.wsl.default-distro/set.title", name),
                before == null ? Set.of(Effect.NOT_REVERSIBLE) : Set.of(),
                new Step.RunTool(Tool.WSL_SET_DEFAULT, List.of(name), back));
    }
}
