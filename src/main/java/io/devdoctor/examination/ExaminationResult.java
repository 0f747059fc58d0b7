package io.devdoctor.examination;

import io.devdoctor.check.Area;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One finished run.
///
/// @param findings in the order of the list of checks, so that two runs can be compared line by line
/// @param causes   which finding explains which
/// @param startedAt wall clock of the examined machine; for a replay the time of the recording
public record ExaminationResult(
        Origin origin, Machine machine, List<Finding> findings, CauseGraph causes, Instant startedAt, Duration took) {
    public ExaminationResult {
        findings = List.copyOf(findings);
    }

    /// How many findings have each verdict, every verdict with an entry; those that are muted are counted by
    /// [#muted] alone.
    public Map<Verdict, Integer> summary() {
        return count(findings);
    }

    /// Findings that somebody does not want to hear of.
    public List<Finding> muted() {
        return findings.stream().filter(Finding::isMuted).toList();
    }

    /// The same run as a person hears of it who has other mutes by now.
    public ExaminationResult hearing(MachineMutes mutes, Instant now) {
        List<Finding> heard = MachineMutes.hearAgain(findings, mutes, now);
        return new ExaminationResult(origin, machine, heard, CauseGraph.of(heard), startedAt, took);
    }

    public Headline headline() {
        return Headline.of(this);
    }

    public List<Finding> in(Area area) {
        return findings.stream()
                .filter(finding -> finding.check().area() == area)
                .toList();
    }

    public static Map<Verdict, Integer> count(List<Finding> findings) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) counts.put(verdict, 0);
        for (Finding finding : findings) if (!finding.isMuted()) counts.merge(finding.verdict(), 1, Integer::sum);
        return counts;
    }
}
