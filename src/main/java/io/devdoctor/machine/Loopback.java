package io.devdoctor.machine;

import java.util.Map;

/// Whether the TCP ports that running containers publish answer on this computer, by port.
public record Loopback(Map<Integer, Answer> ports) {
    public Loopback {
        ports = Map.copyOf(ports);
    }

    /// @param four 127.0.0.1: Known = something accepts connections, Absent = refused
    /// @param six  ::1, likewise
    public record Answer(Reading<Boolean> four, Reading<Boolean> six) {}
}
