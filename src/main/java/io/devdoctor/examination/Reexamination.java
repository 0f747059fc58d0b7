package io.devdoctor.examination;

import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
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

    /// What the check says now; empty if there is no such check (any more).
    public List<Finding> of(String id) {
        return checks.stream()
                .filter(check -> check.info().id().equals(id))
                .findFirst()
                .map(this::of)
                .orElse(List.of());
    }

    private List<Finding> of(Check check) {
        Set<Part<?>> wanted = new HashSet<>(check.info().needs());
        while (probes.stream()
                .filter(probe -> wanted.contains(probe.part()))
                .map(probe -> wanted.addAll(probe.needs()))
                .reduce(false, Boolean::logicalOr)) {}
        List<Probe<?>> involved =
                probes.stream().filter(probe -> wanted.contains(probe.part())).toList();
        return new Examination(ports, involved, List.of(check))
                .run(_ -> {}, new Cancellation())
                .findings();
    }
}
