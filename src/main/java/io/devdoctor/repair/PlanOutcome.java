package io.devdoctor.repair;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How a plan ended, finding by finding: those that were treated in the order of the plan, then those that were not.
public record PlanOutcome(List<Result> results) {
    public PlanOutcome {
        results = List.copyOf(results);
    }

    /// @param words    why, to a person
    /// @param entry    of the journal; empty where nothing was begun
    /// @param evidence of a failure, as it came
    public record Result(Finding finding, How how, Text words, Optional<String> entry, List<Evidence> evidence) {
        public Result {
            evidence = List.copyOf(evidence);
        }

        public Result(Finding finding, How how, Text words, Optional<String> entry) {
            this(finding, how, words, entry, List.of());
        }
    }

    public enum How {
        CURED,
        PENDING,
        NOT_CURED,
        /// It could not be done; what had been done was put back as far as it can be.
        FAILED,
        /// Nothing was done about it.
        SKIPPED
    }

    public long count(How how) {
        return results.stream().filter(result -> result.how() == how).count();
    }

    /// What became of the findings of one treatment, in their order.
    public static Stream<Result> of(Treatment treatment, Outcome outcome) {
        OutcomeText told = OutcomeText.of(outcome);
        return treatment.findings().stream().map(finding -> {
            boolean cured = outcome instanceof Outcome.NotCured(var _, var _, var gone) && gone.contains(finding.key());
            return cured
                    ? new Result(finding, How.CURED, Text.of("outcome.cured"), told.entry())
                    : new Result(finding, how(outcome), told.text(), told.entry(), evidence(outcome));
        });
    }

    static Stream<Result> of(List<Plan.Skipped> skipped) {
        return skipped.stream().map(each -> new Result(each.finding(), How.SKIPPED, each.words(), Optional.empty()));
    }

    /// Not begun, because the plan was stopped before.
    static Stream<Result> stopped(Treatment treatment) {
        Text words = Text.of("plan.skipped.STOPPED");
        return treatment.findings().stream().map(finding -> new Result(finding, How.SKIPPED, words, Optional.empty()));
    }

    private static List<Evidence> evidence(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed ? failed.evidence() : List.of();
    }

    private static How how(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Cured _ -> How.CURED;
            case Outcome.Pending _ -> How.PENDING;
            case Outcome.NotCured _, Outcome.HandedOver _ -> How.NOT_CURED;
            case Outcome.Failed _, Outcome.ChangedMeanwhile _, Outcome.Refused _ -> How.FAILED;
            case Outcome.Declined _ -> How.SKIPPED;
        };
    }
}
