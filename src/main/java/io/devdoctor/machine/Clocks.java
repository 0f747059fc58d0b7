package io.devdoctor.machine;

import java.util.List;

/// Every clock that matters, each as an interval.
///
/// @param host    Windows (or Linux) minus true time, the intersection of what the servers said
/// @param samples per time server (or web server, by its Date header), for evidence; those that contradict the
/// majority are here too
/// @param distros running distributions minus host
/// @param engine  engine minus host
public record Clocks(
        Reading<Interval> host, List<Sample> samples, List<DistroClock> distros, Reading<Interval> engine) {
    public Clocks {
        samples = List.copyOf(samples);
        distros = List.copyOf(distros);
    }

    /// One time server's verdict on the host's clock.
    public record Sample(String server, Reading<Interval> offset) {}

    public record DistroClock(String distro, Reading<Interval> offset) {}
}
