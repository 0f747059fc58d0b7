package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the hypervisor that carries WSL 2 was started with Windows.
final class HypervisorCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "host.hypervisor",
            Area.HOST,
            Set.of(Part.HOST),
            List.of(CheckInfo.any("host.virtualization"), CheckInfo.any("host.reboot-pending")));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(machine.host(), MACHINE, (host, _) -> judge(host));
    }

    private List<Finding> judge(Host host) {
        return judge(
                host.virtualization().hypervisorPresent(),
                MACHINE,
                (present, _) -> List.of(present ? ok(MACHINE, "runs") : absent(host)),
                _ -> List.of(notApplicable(MACHINE)));
    }

    private Finding absent(Host host) {
        if (Virtualization.of(host).preventsHypervisor()) {
            return problem(MACHINE, "cannot-run", Virtualization.evidence(host));
        }
        // Without the feature nothing asks for a hypervisor: the missing feature is the illness, not this.
        if (!PlatformServices.of(host).missing().isEmpty()) {
            return info(MACHINE, "not-needed-yet", Virtualization.evidence(host));
        }
        // A service of which nothing is known may be the missing one.
        return PlatformServices.of(host)
                .unread()
                .<Finding>flatMap(state -> state instanceof Reading.Unknown<?> unread
                        ? Optional.of(unknown(MACHINE, unread))
                        : Optional.empty())
                .orElseGet(() -> notStarted(host));
    }

    private Finding notStarted(Host host) {
        return problem(MACHINE, "not-started", Virtualization.evidence(host)).fixedBy(launchAtStart());
    }

    private static Fix launchAtStart() {
        return Fix.of(
                        "host.hypervisor/launch",
                        Text.of("fix.host.hypervisor/launch.title"),
                        // The old value cannot be read without administrator rights, so nothing can restore it.
                        Set.of(Effect.ADMIN, Effect.NOT_REVERSIBLE),
                        new Step.RunTool(Tool.BCDEDIT_HYPERVISOR_AUTO, List.of(), null))
                .takingEffect(TakesEffect.REBOOT)
                .warning(Text.of("warning.host.bitlocker"), Text.of("warning.host.anti-cheat"));
    }
}
