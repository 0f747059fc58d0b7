package io.devdoctor.probe;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A clock that is read between two looks at the host's: guest minus host lies in `[T - after, T - before]`.
final class GuestClock {
    private static final Pattern NANOS = Pattern.compile("(\\d{1,12})\\.(\\d{9})");
    /// The date of busybox does not know %N and prints it, or nothing, behind the dot.
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,12})(\\.\\D*)?");

    /// Windows answers with the time of its last tick.
    private static final Duration WINDOWS_TICK = Duration.ofMillis(16);

    private static final Duration TICK = Duration.ofMillis(1);

    private final Ports system;
    private final Duration tick;

    GuestClock(Ports system) {
        this.system = system;
        this.tick = tick(system);
    }

    /// The granularity of the host's wall clock.
    static Duration tick(Ports system) {
        return system.platform().isWindows() ? WINDOWS_TICK : TICK;
    }

    /// A running distribution minus the host. The first answer pays for waking up wsl.exe, so the second one counts.
    Reading<Interval> ofDistro(String name) {
        Reading<Interval> first = measure(name);
        return first.isKnown() ? measure(name) : first;
    }

    /// The engine minus the host, from what `/info` said.
    Reading<Interval> ofEngine(DockerEngine.Info info) {
        return info.systemTime().map(time -> between(time, Duration.ZERO, info.askedAt(), info.answeredAt()));
    }

    private Reading<Interval> measure(String name) {
        return InDistro.output(system, Queries.DISTRO_CLOCK, name).flatMap((output, source) -> {
            CommandText text = CommandText.of(output, Queries.DISTRO_CLOCK, system.platform());
            return text.exit() == 0
                    ? new Reading.Known<>(offset(text.out().strip(), output), source)
                    : new Reading.Unknown<>(Reading.Cause.FAILED, text.failure(), source);
        });
    }

    private Interval offset(String text, CommandOutput output) {
        Instant before = output.startedAt();
        Instant after = before.plus(output.took());
        Matcher exact = NANOS.matcher(text);
        if (exact.matches()) {
            Instant time = Instant.ofEpochSecond(Long.parseLong(exact.group(1)), Long.parseLong(exact.group(2)));
            return between(time, Duration.ZERO, before, after);
        }
        Matcher whole = SECONDS.matcher(text);
        if (!whole.matches()) throw new IllegalArgumentException("not a clock: " + text);
        return between(Instant.ofEpochSecond(Long.parseLong(whole.group(1))), Duration.ofSeconds(1), before, after);
    }

    private Interval between(Instant least, Duration cut, Instant before, Instant after) {
        return new Interval(
                Duration.between(after, least).minus(tick),
                Duration.between(before, least).plus(cut).plus(tick));
    }
}
