package io.devdoctor.examination;

import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.probe.Probe;
import io.devdoctor.system.Ports;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Asks one check again, reading afresh everything it needs and nothing else.
///
/// @param ports must answer from the system itself, never from a cache
public record Reexamination(Ports ports, List<Probe<?>> probes, List<Check> checks) {
    public Reexamination {
        probes = List.copyOf(probes);
        checks = List.copyOf(checks);
    }

    /// The same, with a look at these projects too.
    public Reexamination about(List<String> projects) {
        return projects.isEmpty() ? this : new Reexamination(ports.about(projects), probes, checks);
    }

    /// What the check says now; empty if there is no such check (any more).
    public List<Finding> of(String id) {
        return checks.stream()
                .filter(check -> check.info().id().equals(id))
                .findFirst()
                .map(this::of)
                .orElse(List.of());
    }

    private List<Finding> of(Check check) {
        return new Examination(ports, involved(check.info().needs()), List.of(check))
                .run(_ -> {}, new Cancellation())
                .findings();
    }

    /// What these parts are now.
    public Machine machine(Set<Part<?>> parts) {
        return new Examination(ports, involved(parts), List.of())
                .run(_ -> {}, new Cancellation())
                .machine();
    }

    private List<Probe<?>> involved(Set<Part<?>> parts) {
        Set<Part<?>> wanted = new HashSet<>(parts);
        while (probes.stream()
                .filter(probe -> wanted.contains(probe.part()))
                .map(probe -> wanted.addAll(probe.needs()))
                .reduce(false, Boolean::logicalOr)) {}
        return probes.stream().filter(probe -> wanted.contains(probe.part())).toList();
    }
}
