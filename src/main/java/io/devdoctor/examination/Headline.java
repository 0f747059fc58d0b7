package io.devdoctor.examination;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The one thing to know about a machine; the same in the window, the terminal and every document.
///
/// @param message a few sentences, those of the finding where there is one
/// @param finding what it speaks of, if it speaks of one
public record Headline(Text title, Text message, Optional<Finding> finding) {

    static Headline of(ExaminationResult result) {
        List<CauseGraph.Root> roots = result.causes().roots();
        if (!roots.isEmpty()) return ofCause(roots.getFirst());
        Optional<Finding> worst = result.findings().stream()
                .filter(finding -> finding.verdict().isIllness())
                .reduce((one, other) -> other.verdict().rank() > one.verdict().rank() ? other : one);
        return worst.map(finding -> ofWorst(finding, result)).orElseGet(() -> ofHealth(result));
    }

    private static Headline ofCause(CauseGraph.Root root) {
        Finding cause = root.cause();
        Text title = Text.of("headline.root", root.explains().size(), cause.title());
        return new Headline(title, cause.message(), Optional.of(cause));
    }

    private static Headline ofWorst(Finding worst, ExaminationResult result) {
        Map<Verdict, Integer> summary = result.summary();
        int others = summary.getOrDefault(Verdict.PROBLEM, 0) + summary.getOrDefault(Verdict.WARNING, 0) - 1;
        Text title = others == 0 ? worst.title() : Text.of("headline.worst", worst.title(), others);
        return new Headline(title, worst.message(), Optional.of(worst));
    }

    /// What could not be read and what is muted is said here too: silence is not health.
    private static Headline ofHealth(ExaminationResult result) {
        Map<Verdict, Integer> summary = result.summary();
        int unknown = summary.getOrDefault(Verdict.UNKNOWN, 0);
        int looked = result.findings().size() - summary.getOrDefault(Verdict.NOT_APPLICABLE, 0);
        int muted = result.muted().size();
        Text message = muted == 0
                ? Text.of("headline.healthy.message", looked, result.took())
                : Text.of("headline.healthy.muted", looked, result.took(), muted);
        Text title = unknown == 0 ? Text.of("headline.healthy") : Text.of("headline.unknown", unknown);
        return new Headline(title, message, Optional.empty());
    }
}
