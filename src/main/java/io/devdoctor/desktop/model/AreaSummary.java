package io.devdoctor.desktop.model;

import io.devdoctor.check.Area;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An area at a glance.
///
/// @param worst  its worst verdict; empty while nothing has been found
/// @param count  how many findings have it, without those that are muted
/// @param waiting checks that have not finished
public record AreaSummary(Area area, Optional<Verdict> worst, int count, int waiting) {

    /// Every area that has checks, in order.
    public static List<AreaSummary> of(RunState run) {
        List<AreaSummary> areas = new ArrayList<>();
        for (Area area : Area.values()) {
            List<Finding> findings = run.findings().stream()
                    .filter(it -> it.check().area() == area)
                    .toList();
            int waiting = (int) run.checks().stream()
                    .filter(check -> check.area() == area && run.isWaiting(check))
                    .count();
            if (findings.isEmpty() && waiting == 0) continue;
            Optional<Verdict> worst = worst(findings);
            areas.add(new AreaSummary(area, worst, count(findings, worst), waiting));
        }
        return List.copyOf(areas);
    }

    public static Optional<Verdict> worst(List<Finding> findings) {
        return findings.stream().map(Finding::verdict).max(Comparator.comparingInt(Verdict::rank));
    }

    private static int count(List<Finding> findings, Optional<Verdict> verdict) {
        return (int) findings.stream()
                .filter(it -> !it.isMuted()
                        && verdict.filter(worst -> worst == it.verdict()).isPresent())
                .count();
    }
}
