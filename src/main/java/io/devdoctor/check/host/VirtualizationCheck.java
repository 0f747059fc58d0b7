package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;

/// Whether the processor's virtualization is switched on.
final class VirtualizationCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo("host.virtualization", Area.HOST, Set.of(Part.HOST), List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(machine.host(), MACHINE, (host, _) -> judge(host));
    }

    private List<Finding> judge(Host host) {
        return switch (Virtualization.of(host)) {
            case Virtualization.HypervisorRuns _ -> List.of(ok(MACHINE, "hypervisor"));
            case Virtualization.Ready _ -> List.of(ok(MACHINE, "on"));
            case Virtualization.Off _ -> List.of(ill(host, "off", Certainty.CERTAIN));
            case Virtualization.Unsupported _ -> List.of(ill(host, "unsupported", Certainty.CERTAIN));
            case Virtualization.Unavailable _ -> List.of(ill(host, "unavailable", Certainty.LIKELY));
            // That it is on is proved; whether a hypervisor uses it is another check's question.
            case Virtualization.Undecided _
            when host.virtualization().firmwareEnabled().known().orElse(false) -> List.of(ok(MACHINE, "on"));
            case Virtualization.Undecided(var missing) ->
                judge(missing, MACHINE, (_, _) -> List.of(), _ -> List.of(notApplicable(MACHINE)));
        };
    }

    private Finding ill(Host host, String outcome, Certainty certainty) {
        Verdict verdict = certainty == Certainty.CERTAIN ? Verdict.PROBLEM : Verdict.WARNING;
        return finding(MACHINE, verdict, certainty, outcome, Virtualization.evidence(host))
                .fixedBy(Fix.safe(
                                "host.virtualization/firmware",
                                Text.of("fix.host.virtualization/firmware.title"),
                                new Step.Manual(
                                        Text.of("fix.host.virtualization/firmware.words"), "ms-settings:recovery"))
                        .takingEffect(TakesEffect.REBOOT));
    }
}
