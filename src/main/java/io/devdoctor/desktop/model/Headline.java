package io.devdoctor.desktop.model;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.CauseGraph;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The one thing to know about this machine.
///
/// @param finding what it speaks of, if it speaks of one
public record Headline(Text title, Text message, Optional<Finding> finding) {

    public static Headline of(RunState run) {
        if (run.result().isEmpty()) {
            int done = run.checks().size()
                    - (int) run.checks().stream().filter(run::isWaiting).count();
            return new Headline(
                    Text.of("desktop.headline.running"),
                    Text.of(
                            "desktop.headline.running.message",
                            done,
                            run.checks().size()),
                    Optional.empty());
        }
        ExaminationResult result = run.result().get();
        List<CauseGraph.Root> roots = result.causes().roots();
        Optional<Finding> worst = worst(result);
        boolean rootIsWorst = !roots.isEmpty()
                && worst.filter(it -> it.verdict().rank()
                                > roots.getFirst().cause().verdict().rank())
                        .isEmpty();
        if (rootIsWorst) return ofCause(roots.getFirst());
        if (worst.isPresent() && worst.get().verdict().isIllness()) return ofWorst(worst.get(), result);
        return ofHealth(result);
    }

    private static Headline ofCause(CauseGraph.Root root) {
        Finding cause = root.cause();
        int symptoms = root.explains().size();
        Text title = symptoms == 1 ? cause.title() : Text.of("desktop.headline.cause", cause.title(), symptoms);
        return new Headline(title, cause.message(), Optional.of(cause));
    }

    private static Headline ofWorst(Finding worst, ExaminationResult result) {
        int others = result.summary().getOrDefault(Verdict.PROBLEM, 0)
                + result.summary().getOrDefault(Verdict.WARNING, 0)
                - 1;
        Text title = others == 0 ? worst.title() : Text.of("desktop.headline.worst", worst.title(), others);
        return new Headline(title, worst.message(), Optional.of(worst));
    }

    private static Headline ofHealth(ExaminationResult result) {
        Map<Verdict, Integer> summary = result.summary();
        int unknown = summary.getOrDefault(Verdict.UNKNOWN, 0);
        int looked = result.findings().size() - summary.getOrDefault(Verdict.NOT_APPLICABLE, 0);
        Text message = Text.of("desktop.headline.healthy.message", looked, result.took());
        return unknown == 0
                ? new Headline(Text.of("desktop.headline.healthy"), message, Optional.empty())
                : new Headline(Text.of("desktop.headline.unknown", unknown), message, Optional.empty());
    }

    private static Optional<Finding> worst(ExaminationResult result) {
        return result.findings().stream()
                .filter(it -> !result.causes().isConsequence(it))
                .reduce((one, other) -> other.verdict().rank() > one.verdict().rank() ? other : one);
    }
}
