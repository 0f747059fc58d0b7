package io.devdoctor.repair;

import io.devdoctor.examination.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Carries out a plan, treatment by treatment. What fails does not keep the rest from being done: no two treatments
/// touch the same thing.
///
/// @param stop after it is cancelled no further treatment is begun
record PlanRun(Repairer repairer, Consent consent, Cancellation stop, Consumer<? super PlanEvent> listener) {

    PlanOutcome of(Plan plan) {
        List<PlanOutcome.Result> results = new ArrayList<>();
        int of = plan.treatments().size();
        for (int i = 0; i < of; i++) {
            Treatment treatment = plan.treatments().get(i);
            if (stop.isCancelled()) PlanOutcome.stopped(treatment).forEach(results::add);
            else PlanOutcome.of(treatment, run(treatment, i + 1, of)).forEach(results::add);
        }
        PlanOutcome.of(plan.skipped()).forEach(results::add);
        return new PlanOutcome(results);
    }

    private Outcome run(Treatment treatment, int number, int of) {
        listener.accept(new PlanEvent.Started(number, of, treatment));
        Outcome outcome =
                repairer.apply(treatment, consent, event -> listener.accept(new PlanEvent.Within(treatment, event)));
        listener.accept(new PlanEvent.Ended(number, of, treatment, outcome));
        return outcome;
    }
}
