package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WindowsSettings;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Whether something that was installed waits for a restart. Files that wait to be renamed are no sign: security
/// software and clean-up leave some every day. Nor is fast startup, which only makes shutting down not count.
final class RebootPendingCheck implements WindowsCheck {
    private static final CheckInfo INFO =
            new CheckInfo("host.reboot-pending", Area.HOST, Set.of(Part.HOST, Part.SETTINGS, Part.WSL), List.of());
    private static final String FEATURE = "VirtualMachinePlatform";
    private static final int ON = 1;
    private static final Set<Integer> NOT_WANTED = Set.of(2, 3);

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        Reading<String> installing = machine.wsl().flatMap((wsl, _) -> wsl.rebootPending());
        return judgeIfPresent(
                machine.host(),
                MACHINE,
                (host, _) -> judgeIfPresent(
                        machine.settings(), MACHINE, (settings, _) -> List.of(judge(host, settings, installing))));
    }

    private Finding judge(Host host, WindowsSettings settings, Reading<String> installing) {
        List<Evidence> evidence = evidence(settings, installing);
        if (installing instanceof Reading.Known<String>(String components, Source _)) {
            return restart(warning(MACHINE, "wsl", evidence, components));
        }
        PlatformServices services = PlatformServices.of(host);
        boolean missing = !services.missing().isEmpty();
        int feature = host.optionalFeatures()
                .known()
                .map(states -> states.getOrDefault(FEATURE, 0))
                .orElse(0);
        // Windows writes "on" as soon as the feature is requested; its services appear with the restart.
        if (missing && feature == ON) {
            List<Evidence> all = new ArrayList<>(services.evidence());
            all.addAll(evidence);
            return restart(likely(MACHINE, "feature", all));
        }
        boolean servicing = settings.servicingPending().isKnown();
        if (servicing && isHeldUp(host, missing, feature)) return restart(likely(MACHINE, "servicing", evidence));
        if (undecided(host, services, servicing, feature) instanceof Reading.Unknown<?> unread) {
            return evidence.stream().reduce(unknown(MACHINE, unread), Finding::with, (one, _) -> one);
        }
        if (servicing || settings.updatePending().isKnown()) return restart(info(MACHINE, "update", evidence));
        return Stream.of(installing, settings.servicingPending(), settings.updatePending())
                .<Finding>flatMap(reading -> reading instanceof Reading.Unknown<?> unread
                        ? Stream.of(unknown(MACHINE, unread))
                        : Stream.of())
                .findFirst()
                .orElseGet(() -> ok(MACHINE, "none"));
    }

    /// Something that the virtual machine needs is not there, and nothing else explains it.
    private static boolean isHeldUp(Host host, boolean missing, int feature) {
        return missing ? !NOT_WANTED.contains(feature) : Virtualization.of(host) instanceof Virtualization.Ready;
    }

    /// The fact that would tell whether a restart is what the virtual machine waits for.
    private static Reading<?> undecided(Host host, PlatformServices services, boolean servicing, int feature) {
        if (!services.missing().isEmpty()) return host.optionalFeatures();
        if ((servicing || feature == ON) && services.unread().isPresent()) {
            return services.unread().get();
        }
        return servicing && Virtualization.of(host) instanceof Virtualization.Undecided(Reading<Boolean> fact)
                ? fact
                : new Reading.NotApplicable<>("nothing is undecided");
    }

    private static List<Evidence> evidence(WindowsSettings settings, Reading<String> installing) {
        List<Evidence> all = new ArrayList<>();
        if (installing instanceof Reading.Known<String>(String components, Source source)) {
            all.add(Evidence.of("evidence.host.install-status", components, source));
        }
        for (Reading<Boolean> key : List.of(settings.servicingPending(), settings.updatePending())) {
            if (key instanceof Reading.Known<Boolean>(Boolean _, Source source)) {
                all.add(Evidence.of("evidence.host.key-exists", source.what(), source));
            }
        }
        if (settings.fastStartup() instanceof Reading.Known<Long>(Long value, Source source)) {
            all.add(Evidence.of("evidence.host.fast-startup", value, source));
        }
        return List.copyOf(all);
    }

    private static Finding restart(Finding finding) {
        return finding.fixedBy(Fix.safe(
                        "host.reboot-pending/restart",
                        Text.of("fix.host.reboot-pending/restart.title"),
                        new Step.Manual(Text.of("fix.host.reboot-pending/restart.words"), null))
                .takingEffect(TakesEffect.REBOOT));
    }
}
