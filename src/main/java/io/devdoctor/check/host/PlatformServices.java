package io.devdoctor.check.host;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The services by which WSL itself decides whether the Virtual Machine Platform is on: HNS and vmcompute, and vfpext
/// from build 22621 (microsoft/WSL, IsVirtualMachinePlatformInstalled). Only "does not exist" counts as missing.
record PlatformServices(Map<String, Reading<ServiceState>> needed) {

    static PlatformServices of(Host host) {
        Map<String, Reading<ServiceState>> needed = new LinkedHashMap<>();
        needed.put("HNS", service(host, "HNS"));
        needed.put("vmcompute", service(host, "vmcompute"));
        boolean older = host.windows()
                .known()
                .filter(windows -> windows.build() < Thresholds.number("windows.vfpext-build"))
                .isPresent();
        if (!older) needed.put("vfpext", vfpext(host));
        return new PlatformServices(needed);
    }

    List<String> missing() {
        return needed.entrySet().stream()
                .filter(entry -> entry.getValue().isAbsent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The first service of which nothing is known.
    Optional<Reading<ServiceState>> unread() {
        return needed.values().stream()
                .filter(state -> !state.isKnown() && !state.isAbsent())
                .findFirst();
    }

    List<Evidence> evidence() {
        List<Evidence> all = new ArrayList<>();
        needed.forEach((name, state) -> {
            if (state instanceof Reading.Absent<ServiceState>(Source source)) {
                all.add(new Evidence(Text.of("evidence.host.service-missing"), name, source));
            } else if (state instanceof Reading.Known<ServiceState>(ServiceState read, Source source)) {
                Text words = Text.of("evidence.value.of", name, Evidence.word(read.run()));
                all.add(Evidence.of("evidence.host.service", name + ": " + read.run(), words, source));
            }
        });
        return List.copyOf(all);
    }

    /// Where the build is not known, a missing vfpext says nothing: older Windows has none.
    private static Reading<ServiceState> vfpext(Host host) {
        Reading<ServiceState> state = service(host, "vfpext");
        return state instanceof Reading.Absent<ServiceState>(Source source)
                        && !host.windows().isKnown()
                ? new Reading.Unknown<>(Reading.Cause.UNREADABLE, "the Windows build is not known", source)
                : state;
    }

    private static Reading<ServiceState> service(Host host, String name) {
        Source place = new Source(Source.Kind.SERVICE, name, Instant.EPOCH);
        return host.services()
                .getOrDefault(name, new Reading.Unknown<>(Reading.Cause.NOT_RECORDED, "never asked", place));
    }
}
