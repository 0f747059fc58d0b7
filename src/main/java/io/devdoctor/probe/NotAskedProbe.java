package io.devdoctor.probe;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Ports;

/// Stands where asking would cost too much for what is wanted.
record NotAskedProbe<T>(Part<T> part) implements Probe<T> {
    @Override
    public Reading<T> read(Ports system, Machine known) {
        return new Reading.NotApplicable<>(WatchProbes.WHY);
    }
}
