package io.devdoctor.probe;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Ports;
import java.util.Set;

/// Reads one part of the machine. A probe runs on a thread of its own as soon as the parts it needs have arrived; it
/// may block (every port call is bounded), never changes anything, and may throw: that becomes an Unknown part.
public interface Probe<T> {
    Part<T> part();

    /// Parts whose facts this probe needs to know what to ask.
    default Set<Part<?>> needs() {
        return Set.of();
    }

    /// @param known holds at least [#needs()]
    Reading<T> read(Ports system, Machine known);
}
