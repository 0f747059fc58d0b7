package io.devdoctor.desktop.picture;

import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.Clocks;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Clocks on one scale. Where true time is known every clock is shown against it, else against the machine's own.
///
/// @param againstTrueTime whether zero is true time
/// @param lanes           in order: the machine, distributions, engine
/// @param limit           beyond this a clock breaks things
public record ClockPicture(boolean againstTrueTime, List<Lane> lanes, Duration limit) {
    private static final double FINEST_SECONDS = 0.1;

    /// @param check whose finding judges this clock; @param subject its name there, "" for the machine
    public record Lane(Kind kind, String subject, Interval offset, String check) {}

    public enum Kind {
        HOST,
        DISTRO,
        ENGINE
    }

    public ClockPicture {
        lanes = List.copyOf(lanes);
    }

    /// Empty if no clock could be compared with anything.
    public static Optional<ClockPicture> of(Machine machine) {
        return Facts.known(machine, Part.CLOCKS).map(ClockPicture::of).filter(it -> !it.lanes.isEmpty());
    }

    private static ClockPicture of(Clocks clocks) {
        Optional<Interval> host = clocks.host().known();
        List<Lane> lanes = new ArrayList<>();
        host.ifPresent(offset -> lanes.add(new Lane(Kind.HOST, "", offset, "clock.host")));
        for (Clocks.DistroClock distro : clocks.distros()) {
            distro.offset()
                    .known()
                    .ifPresent(offset ->
                            lanes.add(new Lane(Kind.DISTRO, distro.distro(), sum(host, offset), "clock.wsl")));
        }
        clocks.engine()
                .known()
                .ifPresent(offset -> lanes.add(new Lane(Kind.ENGINE, "", sum(host, offset), "clock.engine")));
        return new ClockPicture(host.isPresent(), lanes, Thresholds.seconds("clock.guest.problem-seconds"));
    }

    private static Interval sum(Optional<Interval> host, Interval offset) {
        return host.map(offset::plus).orElse(offset);
    }

    /// Where an offset lies between -1 and 1; logarithmic, so that 40 ms and 40 s both can be seen.
    public double place(Duration offset) {
        double size = Math.log1p(offset.abs().toNanos() / 1e9 / FINEST_SECONDS) / Math.log1p(widest() / FINEST_SECONDS);
        return offset.isNegative() ? -size : size;
    }

    private double widest() {
        double most = limit.toSeconds() * 2.0;
        for (Lane lane : lanes) {
            most = Math.max(most, lane.offset().low().abs().toNanos() / 1e9 * 1.5);
            most = Math.max(most, lane.offset().high().abs().toNanos() / 1e9 * 1.5);
        }
        return most;
    }
}
