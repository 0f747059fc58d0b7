package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
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
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether the Windows feature that carries WSL 2 is on: by its services, with WMI as a second opinion.
final class VirtualMachinePlatformCheck implements WindowsCheck {
    private static final String FEATURE = "VirtualMachinePlatform";
    private static final List<String> HOLE = List.of("/FeatureName:" + FEATURE);
    private static final int ON = 1;
    private static final int OFF = 2;
    private static final int ABSENT = 3;
    private static final CheckInfo INFO = new CheckInfo(
            "host.virtual-machine-platform",
            Area.HOST,
            Set.of(Part.HOST, Part.WSL),
            List.of(
                    CheckInfo.any("host.windows-build").whenBroken(),
                    CheckInfo.any("host.virtualization"),
                    CheckInfo.any("host.hypervisor"),
                    CheckInfo.any("host.reboot-pending")));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(
                machine.host(),
                MACHINE,
                (host, _) -> judge(host, machine.wsl().flatMap((wsl, _) -> wsl.rebootPending())));
    }

    private List<Finding> judge(Host host, Reading<String> installing) {
        PlatformServices services = PlatformServices.of(host);
        int feature = feature(host);
        List<Evidence> evidence = evidence(services, host, installing);
        if (!services.missing().isEmpty()) return List.of(missing(services, feature, installing, evidence));
        // Reading "refused" as "missing" would send people to switch on what is on.
        return services.unread()
                .map(unread -> judge(unread, MACHINE, (_, _) -> List.of(), _ -> List.of(notApplicable(MACHINE))))
                .orElseGet(() -> List.of(present(feature, evidence)));
    }

    private Finding missing(
            PlatformServices services, int feature, Reading<String> installing, List<Evidence> evidence) {
        if (installing.known().filter(names -> names.contains(FEATURE)).isPresent()) {
            return warning(MACHINE, "restart-pending", evidence).fixedBy(restart());
        }
        // Windows writes "on" as soon as the feature is requested; its services appear with the restart.
        if (feature == ON) return likely(MACHINE, "restart-pending", evidence).fixedBy(restart());
        return problem(MACHINE, "off", evidence, Text.several(services.missing()))
                .fixedBy(enable());
    }

    /// Another feature such as Hyper-V brings the same services, and a damaged feature keeps them.
    private Finding present(int feature, List<Evidence> evidence) {
        return feature == OFF || feature == ABSENT
                ? finding(MACHINE, Verdict.WARNING, Certainty.LIKELY, "contradiction", evidence)
                        .fixedBy(enable())
                : ok(MACHINE, "on");
    }

    private static int feature(Host host) {
        return host.optionalFeatures()
                .known()
                .map(states -> states.getOrDefault(FEATURE, 0))
                .orElse(0);
    }

    private static List<Evidence> evidence(PlatformServices services, Host host, Reading<String> installing) {
        List<Evidence> all = new ArrayList<>(services.evidence());
        if (host.optionalFeatures() instanceof Reading.Known<java.util.Map<String, Integer>>(var states, Source source)
                && states.containsKey(FEATURE)) {
            all.add(Evidence.of("evidence.host.feature", FEATURE + ": " + states.get(FEATURE), source));
        }
        if (installing instanceof Reading.Known<String>(String names, Source source)) {
            all.add(Evidence.of("evidence.host.install-status", names, source));
        }
        return List.copyOf(all);
    }

    private static Fix enable() {
        return Fix.of(
                        "host.virtual-machine-platform/enable",
                        Text.of("fix.host.virtual-machine-platform/enable.title"),
                        Set.of(Effect.ADMIN),
                        new Step.RunTool(
                                Tool.DISM_ENABLE_FEATURE,
                                HOLE,
                                new Step.RunTool(Tool.DISM_DISABLE_FEATURE, HOLE, null)))
                .takingEffect(TakesEffect.REBOOT)
                .warning(Text.of("warning.host.bitlocker"), Text.of("warning.host.anti-cheat"));
    }

    private static Fix restart() {
        return Fix.safe(
                        "host.virtual-machine-platform/restart",
                        Text.of("fix.host.virtual-machine-platform/restart.title"),
                        new Step.Manual(Text.of("fix.host.virtual-machine-platform/restart.words"), null))
                .takingEffect(TakesEffect.REBOOT);
    }
}
