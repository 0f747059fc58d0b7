package io.devdoctor.examination.picture;

import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.ClockOffsets;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Clocks on one scale. Where true time is known every clock is shown against it, else against the machine's own.
///
/// @param againstTrueTime whether zero is true time
/// @param lanes           in order: the machine, distributions, engine
/// @param limit           beyond this a clock breaks things
public record ClockPicture(boolean againstTrueTime, List<Lane> lanes, Duration limit) {
    private static final double FINEST_SECONDS = 0.1;
    private static final List<Duration> ROUND = List.of(
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofDays(30),
            Duration.ofDays(365));

    /// @param check whose finding judges this clock; @param subject its name there, "" for the machine
    public record Lane(ClockOffsets.Kind kind, String subject, Interval offset, String check) {}

    public ClockPicture {
        lanes = List.copyOf(lanes);
    }

    /// Empty if no clock could be compared with anything.
    public static Optional<ClockPicture> of(Machine machine) {
        ClockOffsets measured = ClockOffsets.of(machine);
        List<Lane> lanes = measured.clocks().stream().map(ClockPicture::lane).toList();
        return lanes.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClockPicture(
                        measured.againstTrueTime(), lanes, Thresholds.seconds("clock.guest.problem-seconds")));
    }

    private static Lane lane(ClockOffsets.Offset clock) {
        String check = switch (clock.kind()) {
            case HOST -> "clock.host";
            case DISTRO -> "clock.wsl";
            case ENGINE -> "clock.engine";
        };
        return new Lane(clock.kind(), clock.name(), clock.offset(), check);
    }

    /// Where an offset lies between -1 and 1; logarithmic, so that 40 ms and 40 s both can be seen.
    public double place(Duration offset) {
        double size = Math.log1p(offset.abs().toNanos() / 1e9 / FINEST_SECONDS) / Math.log1p(widest() / FINEST_SECONDS);
        return offset.isNegative() ? -size : size;
    }

    /// Offsets that deserve a line: zero and round spans on both sides, as far as the scale reaches.
    public List<Duration> ticks() {
        List<Duration> ticks = new ArrayList<>(List.of(Duration.ZERO));
        for (Duration span :
                Stream.concat(ROUND.stream(), Stream.of(limit)).sorted().toList()) {
            if (span.toNanos() / 1e9 > widest()) break;
            ticks.addFirst(span.negated());
            ticks.addLast(span);
        }
        return List.copyOf(ticks);
    }

    private double widest() {
        double most = limit.toSeconds() * 6.0;
        for (Lane lane : lanes) {
            most = Math.max(most, lane.offset().low().abs().toNanos() / 1e9 * 1.5);
            most = Math.max(most, lane.offset().high().abs().toNanos() / 1e9 * 1.5);
        }
        return most;
    }
}
