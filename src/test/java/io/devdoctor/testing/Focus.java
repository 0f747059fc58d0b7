package io.devdoctor.testing;

import io.devdoctor.check.Check;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.machine.Part;
import io.devdoctor.probe.Probe;
import io.devdoctor.probe.ProbeOptions;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.Ports;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// An examination that runs some checks, and no probe that none of them needs.
public final class Focus {
    private final List<Check> checks;

    /// @param ids chooses checks by their ids
    public Focus(Predicate<String> ids) {
        checks =
                Checks.ALL.stream().filter(check -> ids.test(check.info().id())).toList();
    }

    public ExaminationResult examine(Ports ports, ProbeOptions options) {
        return new Examination(ports, probes(options), checks).run(_ -> {}, new Cancellation());
    }

    public List<Check> checks() {
        return checks;
    }

    public List<Probe<?>> probes(ProbeOptions options) {
        List<Probe<?>> all = Probes.with(options);
        Set<Part<?>> needed = new HashSet<>();
        checks.forEach(check -> needed.addAll(check.info().needs()));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Probe<?> probe : all) {
                if (needed.contains(probe.part())) grew |= needed.addAll(probe.needs());
            }
        }
        return all.stream().filter(probe -> needed.contains(probe.part())).toList();
    }

    /// Every WARNING, PROBLEM and UNKNOWN as `check VERDICT outcome`, without repetitions.
    public static Set<String> notable(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.verdict().isIllness() || finding.verdict() == Verdict.UNKNOWN)
                .map(finding ->
                        "%s %s %s".formatted(finding.check().id(), finding.verdict(), FindingAssert.outcome(finding)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
