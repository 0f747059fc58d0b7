package io.devdoctor.repair;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.time.Duration;

/// One start of Windows, told without trusting the clock, which a fix may set.
///
/// @param number as Windows counts its starts; -1 = unknown
/// @param uptime seconds since the start; -1 = unknown
record Boot(long number, long uptime) {
    static final Boot UNKNOWN = new Boot(-1, -1);

    // unverified on Windows: BootId grows with each start of the kernel, and a fast startup is none.
    private static final String COUNTER =
            "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager" + "\\Memory Management\\PrefetchParameters";

    static Boot of(Ports ports) {
        if (!ports.platform().isWindows()) return UNKNOWN;
        long uptime = ports.hardware()
                .booted()
                .known()
                .map(at -> Duration.between(at, ports.clock().now()).toSeconds())
                .orElse(-1L);
        return new Boot(number(ports), uptime);
    }

    private static long number(Ports ports) {
        return ports.registry().key(COUNTER) instanceof Reading.Known<RegistryKey>(RegistryKey key, Source _)
                        && key.values().get("BootId") instanceof RegistryValue.Dword(long number)
                ? number
                : -1;
    }

    /// Whether this is certainly a later start than that one. A clock that was set moves start and present alike, so
    /// the time since the start stays true.
    boolean isAfter(Boot then) {
        boolean counted = number >= 0 && then.number >= 0;
        if (counted && number == then.number) return false;
        boolean shorter = uptime >= 0 && then.uptime >= 0 && uptime < then.uptime;
        return shorter || counted;
    }
}
