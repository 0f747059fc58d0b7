package io.devdoctor.desktop.model;

import io.devdoctor.repair.Plan;
import io.devdoctor.repair.PlanOutcome;
import io.devdoctor.repair.PlanOutcome.How;
import io.devdoctor.repair.PlanOutcome.Result;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// How far a plan has come.
///
/// @param progress of each treatment, in the order of the plan
public record PlanState(Plan plan, Stage stage, List<Progress> progress) {
    public PlanState {
        progress = List.copyOf(progress);
    }

    public enum Stage {
        /// It is looked at; nothing was done.
        PREVIEW,
        RUNNING,
        /// The treatment under way is the last one.
        STOPPING,
        ENDED
    }

    /// How far one treatment has come.
    public sealed interface Progress {
        record Waiting() implements Progress {}

        record Now(Text words) implements Progress {}

        /// @param results of its findings, in their order
        record Ended(List<Result> results) implements Progress {
            public Ended {
                results = List.copyOf(results);
            }
        }
    }

    static PlanState preview(Plan plan) {
        List<Progress> waiting = Collections.nCopies(plan.treatments().size(), new Progress.Waiting());
        return new PlanState(plan, Stage.PREVIEW, waiting);
    }

    /// @param index of the treatment, from 0
    PlanState with(int index, Progress next) {
        List<Progress> all = new ArrayList<>(progress);
        all.set(index, next);
        return new PlanState(plan, stage, all);
    }

    PlanState at(Stage next) {
        return new PlanState(plan, next, progress);
    }

    PlanState ended(PlanOutcome outcome) {
        List<Progress> all = new ArrayList<>();
        int from = 0;
        for (var treatment : plan.treatments()) {
            int to = from + treatment.findings().size();
            all.add(new Progress.Ended(outcome.results().subList(from, to)));
            from = to;
        }
        return new PlanState(plan, Stage.ENDED, all);
    }

    public boolean isUnderWay() {
        return stage == Stage.RUNNING || stage == Stage.STOPPING;
    }

    /// How many treatments have ended.
    public int done() {
        return (int) progress.stream().filter(Progress.Ended.class::isInstance).count();
    }

    /// How many findings of the treatments ended so.
    public int count(How how) {
        return (int) results().filter(result -> result.how() == how).count();
    }

    /// Whether something of it waits for a restart.
    public boolean leavesWork() {
        return count(How.PENDING) > 0;
    }

    private Stream<Result> results() {
        return progress.stream().mapMulti((each, found) -> {
            if (each instanceof Progress.Ended(List<Result> results)) results.forEach(found::accept);
        });
    }
}
