package io.devdoctor.check.host;

import io.devdoctor.check.Evidence;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Reading;
import java.util.ArrayList;
import java.util.List;

/// What the processor, the firmware and Windows say about virtualization, taken together. While a hypervisor runs it
/// owns the processor's extensions: the other facts then read false on machines that work perfectly.
sealed interface Virtualization {
    /// Proof that virtualization is on, whatever else is said.
    record HypervisorRuns() implements Virtualization {}

    /// On in firmware, and no hypervisor runs.
    record Ready() implements Virtualization {}

    /// The processor could, the firmware forbids.
    record Off() implements Virtualization {}

    /// The processor cannot, or this Windows is itself a guest that was not given the extensions.
    record Unsupported() implements Virtualization {}

    /// Not available, and it cannot be told why.
    record Unavailable() implements Virtualization {}

    /// Nothing can be concluded; `missing` is the fact that would have told.
    record Undecided(Reading<Boolean> missing) implements Virtualization {}

    static Virtualization of(Host host) {
        Host.Virtualization facts = host.virtualization();
        if (isKnown(facts.hypervisorPresent(), true)) return new HypervisorRuns();
        if (isKnown(facts.firmwareEnabled(), true)) {
            return facts.hypervisorPresent().isKnown() ? new Ready() : new Undecided(facts.hypervisorPresent());
        }
        if (!facts.hypervisorPresent().isKnown()) return new Undecided(facts.hypervisorPresent());
        if (!facts.firmwareEnabled().isKnown()) return new Undecided(facts.firmwareEnabled());
        boolean intel = host.windows()
                .known()
                .filter(windows -> List.of("AMD64", "x86").contains(windows.architecture()))
                .isPresent();
        // unverified on Windows: nobody has shown what processor feature 21 reads on ARM64 without a hypervisor.
        if (!intel || !facts.monitorModeExtensions().isKnown()) return new Unavailable();
        return isKnown(facts.monitorModeExtensions(), true) ? new Off() : new Unsupported();
    }

    /// Whether it is certain or likely that no hypervisor can run before the firmware or the processor changes.
    default boolean preventsHypervisor() {
        return switch (this) {
            case Off _, Unsupported _, Unavailable _ -> true;
            case HypervisorRuns _, Ready _, Undecided _ -> false;
        };
    }

    /// The facts that were read, raw.
    static List<Evidence> evidence(Host host) {
        Host.Virtualization facts = host.virtualization();
        List<Evidence> all = new ArrayList<>();
        add(all, "evidence.host.hypervisor-present", facts.hypervisorPresent());
        add(all, "evidence.host.firmware-enabled", facts.firmwareEnabled());
        add(all, "evidence.host.monitor-mode", facts.monitorModeExtensions());
        add(all, "evidence.host.second-level", facts.secondLevelTranslation());
        return List.copyOf(all);
    }

    private static void add(List<Evidence> all, String key, Reading<Boolean> reading) {
        if (reading instanceof Reading.Known<Boolean>(Boolean value, var source)) {
            all.add(Evidence.of(key, value, source));
        }
    }

    private static boolean isKnown(Reading<Boolean> reading, boolean value) {
        return reading.known().filter(read -> read == value).isPresent();
    }
}
