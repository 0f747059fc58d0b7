package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Choice;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Parameter;
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
        List<String> better = better(distros);
        if (better.isEmpty()) return info(MACHINE, "only-docker", evidence, name);
        Finding found = warning(MACHINE, "docker", evidence, name, better.getFirst());
        return choice(better, name).map(found::fixedBy).orElse(found);
    }

    private Finding none(String outcome, String value, List<Wsl.Distro> distros, Source source) {
        Finding found = warning(MACHINE, outcome, List.of(Evidence.of("evidence.wsl.default-distro", value, source)));
        return choice(better(distros), null).map(found::fixedBy).orElse(found);
    }

    /// Where there is more than one to choose from, a person may choose.
    private static Optional<Fix> choice(List<String> names, @Nullable String before) {
        if (names.size() < 2) return names.stream().findFirst().map(name -> make(name, before));
        Parameter.OneOf distro =
                new Parameter.OneOf(Text.of("parameter.distro"), Parameter.plain(names), names.getFirst());
        return Choice.of(distro, name -> Optional.of(make(name, before))).advised();
    }

    /// The person's own distributions, the one that serves best first: installed, WSL 2 before WSL 1, then in the
    /// registry's order.
    private static List<String> better(List<Wsl.Distro> distros) {
        return distros.stream()
                .filter(distro -> !distro.isDockerDesktop())
                .filter(distro -> distro.state().known().orElse(0L) == 1)
                .filter(distro -> Tool.Grammar.DISTRO.admits(distro.name()))
                .sorted(Comparator.comparing(distro -> -distro.mode().known().orElse(0)))
                .map(Wsl.Distro::name)
                .toList();
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
