package io.devdoctor.cli;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.examination.ExaminationResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a terminal tells of an examination: finding by finding, but for what could not be read for one known cause,
/// which would push that cause off the screen.
sealed interface Told {
    /// As many stand for themselves.
    int FEW = 3;

    record One(Finding finding) implements Told {}

    /// Could not be checked, all for the cause above.
    record Unread(List<Finding> findings) implements Told {
        /// Areas that it concerns, as they are typed behind `--only`.
        String areas() {
            return joined(
                    findings.stream().map(finding -> finding.check().area().id()));
        }
    }

    static String joined(Stream<String> areas) {
        return String.join(", ", areas.distinct().toList());
    }

    /// The cause of which the headline speaks, the other illnesses, what could not be checked, information; what
    /// follows
    /// from each beneath it.
    static List<Told> inReadingOrder(ExaminationResult result) {
        CauseGraph causes = result.causes();
        List<Told> order = new ArrayList<>();
        Set<Finding> placed = new HashSet<>();
        Stream<Finding> headline = causes.roots().stream().limit(1).map(CauseGraph.Root::cause);
        Stream<Finding> byVerdict = Stream.of(Verdict.PROBLEM, Verdict.WARNING, Verdict.UNKNOWN, Verdict.INFO)
                .flatMap(verdict -> result.findings().stream().filter(finding -> finding.verdict() == verdict));
        Stream.concat(headline, byVerdict)
                .filter(finding -> !causes.isConsequence(finding))
                .distinct()
                .forEach(finding -> {
                    order.add(new One(finding));
                    order.addAll(beneath(causes.explainedBy(finding).stream()
                            .filter(placed::add)
                            .toList()));
                });
        return order;
    }

    private static List<Told> beneath(List<Finding> followers) {
        List<Finding> unread = followers.stream()
                .filter(finding -> finding.verdict() == Verdict.UNKNOWN)
                .toList();
        boolean few = unread.size() <= FEW;
        List<Told> told = new ArrayList<>();
        followers.stream().filter(finding -> few || !unread.contains(finding)).forEach(it -> told.add(new One(it)));
        if (!few) told.add(new Unread(unread));
        return told;
    }
}
