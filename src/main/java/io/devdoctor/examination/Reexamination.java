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

/// Asks some checks again, reading afresh everything they need and nothing else.
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

    /// What the checks with these ids say now, whoever wants to hear of it; one that does not exist (any
    /// more) says nothing.
    public List<Finding> of(Set<String> ids) {
        return new Examination(ports, probes, checks)
                .only(check -> ids.contains(check.id())).run(_ -> {}, new Cancellation()).findings().stream()
                        .map(Finding::unmuted)
                        .toList();
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
