package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;

/// Which distributions still run on WSL 1, by the bit of `Flags`; the registry's `Version` is the file system's.
final class DistroVersionCheck implements WslCheck {
    private static final CheckInfo INFO = new CheckInfo("wsl.distro-version", Area.WSL, Set.of(Part.WSL), List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(wsl.distros(), MACHINE, (distros, _) -> {
            List<Finding> all = distros.stream()
                    .filter(distro -> !distro.isDockerDesktop())
                    .flatMap(distro -> judge(distro).stream())
                    .toList();
            return all.isEmpty() ? List.of(notApplicable(MACHINE)) : all;
        });
    }

    private List<Finding> judge(Wsl.Distro distro) {
        Subject subject = Subject.distro(distro.name());
        return judgeIfPresent(
                distro.flags(),
                subject,
                (flags, source) -> List.of(
                        (flags & Wsl.Distro.VM_MODE) != 0
                                ? ok(subject, "two", distro.name())
                                : one(distro.name(), subject, flags, source)));
    }

    private Finding one(String name, Subject subject, long flags, Source source) {
        Finding found = warning(subject, "one", List.of(Evidence.of("evidence.wsl.flags", flags, source)), name);
        // A damaged name cannot be put on a command line; another check says so.
        return Tool.Grammar.DISTRO.admits(name) ? found.fixedBy(convert(name)) : found;
    }

    private static Fix convert(String name) {
        return Fix.of(
                        "wsl.distro-version/convert",
                        Text.of("fix.wsl.distro-version/convert.title", name),
                        Set.of(Effect.STOPS_DISTRO),
                        new Step.RunTool(
                                Tool.WSL_SET_VERSION,
                                List.of(name, "2"),
                                new Step.RunTool(Tool.WSL_SET_VERSION, List.of(name, "1"), null)))
                .warning(Text.of("warning.wsl.export-first", name), Text.of("warning.wsl.conversion-takes-minutes"));
    }
}
