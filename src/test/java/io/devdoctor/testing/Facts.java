package io.devdoctor.testing;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.Source;
import java.time.Instant;

/// Readings and empty machines for tests of checks.
public final class Facts {
    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    public static final Source SOURCE = new Source(Source.Kind.DERIVED, "a test", NOW);
    public static final long GB = 1L << 30;

    private Facts() {}

    public static <T> Reading<T> known(T value) {
        return new Reading.Known<>(value, SOURCE);
    }

    public static <T> Reading<T> absent() {
        return new Reading.Absent<>(SOURCE);
    }

    public static <T> Reading<T> unknown(Reading.Cause cause, String detail) {
        return new Reading.Unknown<>(cause, detail, SOURCE);
    }

    public static <T> Reading<T> denied() {
        return unknown(Reading.Cause.DENIED, "error 5");
    }

    public static <T> Reading<T> timedOut() {
        return unknown(Reading.Cause.TIMED_OUT, "10000 ms");
    }

    public static <T> Reading<T> notApplicable() {
        return new Reading.NotApplicable<>("a test");
    }

    /// A service that runs, with the start type Windows gives it.
    public static Reading<ServiceState> running(String name, ServiceState.Start start) {
        return known(new ServiceState(name, ServiceState.Run.RUNNING, start));
    }

    public static Reading<ServiceState> disabled(String name) {
        return known(new ServiceState(name, ServiceState.Run.STOPPED, ServiceState.Start.DISABLED));
    }

    /// A Windows machine of which only the platform is known.
    public static Machine windows() {
        return Machine.of(
                new Platform(
                        Platform.Family.WINDOWS,
                        "10.0.26100.2314",
                        "zh-CN",
                        936,
                        936,
                        "China Standard Time",
                        "li",
                        "C:\\Users\\li",
                        "LI-PC"),
                NOW);
    }

    /// A Linux machine of which only the platform is known.
    public static Machine linux() {
        return Machine.of(
                new Platform(
                        Platform.Family.LINUX, "6.12.0", "en-US", 65001, 65001, "Etc/UTC", "li", "/home/li", "li-pc"),
                NOW);
    }
}
