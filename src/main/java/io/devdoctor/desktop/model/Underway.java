package io.devdoctor.desktop.model;

import io.devdoctor.check.CheckInfo;
import io.devdoctor.examination.Wait;
import io.devdoctor.machine.Part;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is going on while a run is on its way.
///
/// @param reading parts of the machine that are being read
/// @param read    parts that have arrived
/// @param waits   who keeps probes waiting
/// @param again   checks of a finished run that are being asked again
public record Underway(Set<Part<?>> reading, Set<Part<?>> read, List<Wait> waits, Set<CheckInfo> again) {
    static final Underway NOTHING = new Underway(Set.of(), Set.of(), List.of(), Set.of());

    public Underway {
        reading = Set.copyOf(reading);
        read = Set.copyOf(read);
        waits = List.copyOf(waits);
        again = Set.copyOf(again);
    }

    Underway begun(Part<?> part) {
        Set<Part<?>> more = new HashSet<>(reading);
        more.add(part);
        return new Underway(more, read, waits, again);
    }

    Underway ended(Part<?> part) {
        Set<Part<?>> less = new HashSet<>(reading);
        less.remove(part);
        Set<Part<?>> more = new HashSet<>(read);
        more.add(part);
        List<Wait> left = waits.stream().filter(wait -> wait.part() != part).toList();
        return new Underway(less, more, left, again);
    }

    /// What was read is remembered.
    Underway ended() {
        return new Underway(Set.of(), read, List.of(), Set.of());
    }

    Underway waiting(List<Wait> slow) {
        return new Underway(reading, read, slow, again);
    }

    Underway again(Set<CheckInfo> checks) {
        return new Underway(reading, read, waits, checks);
    }

    /// The one that has been waiting longest.
    public Optional<Wait> slowest() {
        return waits.stream().max(Comparator.comparing(Wait::waited));
    }
}
