package io.devdoctor.desktop.model;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.Repairs;
import io.devdoctor.desktop.model.PlanState.Progress;
import io.devdoctor.desktop.model.PlanState.Stage;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.fix.Fix;
import io.devdoctor.repair.Outcome;
import io.devdoctor.repair.Plan;
import io.devdoctor.repair.PlanEvent;
import io.devdoctor.repair.PlanOutcome;
import io.devdoctor.repair.Planner;
import io.devdoctor.repair.Remedy;
import io.devdoctor.repair.RepairEvent;
import io.devdoctor.repair.Treatment;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Fix all safe: makes a plan of what the examination found, and carries it out.
public final class PlanModel {
    private final Repairs repairs;
    private final Errands errands;
    private final Workshop workshop;
    private final ExaminationModel examinations;
    private final RepairModel attempts;
    private final Supplier<List<String>> projects;
    private final ReadOnlyIntegerWrapper safe = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<PlanState>> state = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Cancellation stop = new Cancellation();
    /// Counts the plans that were asked for; only the last one is shown.
    private int asked;

    private boolean isMaking;

    /// @param attempts are told what became of each finding
    /// @param projects the folders that are examined with the machine
    public PlanModel(
            Repairs repairs,
            Errands errands,
            Workshop workshop,
            ExaminationModel examinations,
            RepairModel attempts,
            Supplier<List<String>> projects) {
        this.repairs = repairs;
        this.errands = errands;
        this.workshop = workshop;
        this.examinations = examinations;
        this.attempts = attempts;
        this.projects = projects;
        examinations.state().subscribe(this::follow);
        attempts.entries().subscribe((_, _) -> count(examinations.state().get()));
    }

    /// How many findings of a finished examination have a safe fix; 0 while it runs.
    public ReadOnlyIntegerProperty safe() {
        return safe.getReadOnlyProperty();
    }

    /// Empty while there is no plan, and while it is made.
    public ReadOnlyObjectProperty<Optional<PlanState>> state() {
        return state.getReadOnlyProperty();
    }

    public boolean isUnderWay() {
        return state.get().filter(PlanState::isUnderWay).isPresent();
    }

    /// Makes a plan of the newest result, off the window's thread: some checks look again. One that is being carried
    /// out stays.
    public void make() {
        Optional<ExaminationResult> result = examinations.state().get().result();
        Optional<Examination> machine = examinations.examination();
        if (isUnderWay() || result.isEmpty() || machine.isEmpty()) return;
        state.set(Optional.empty());
        isMaking = true;
        int mine = ++asked;
        errands.run(() -> new Planner(result.get(), machine.get()).allSafe(), plan -> {
            if (mine != asked) return;
            isMaking = false;
            state.set(Optional.of(PlanState.preview(plan)));
        });
    }

    /// Whether the plan can be carried out: nothing can be changed on a recorded machine.
    public boolean canApply() {
        boolean live = !examinations.state().get().isReplay();
        return live
                && state.get()
                        .filter(it -> it.stage() == Stage.PREVIEW && !it.plan().isEmpty())
                        .isPresent();
    }

    public void apply() {
        if (!canApply() || workshop.busy().get()) return;
        Plan plan = state.get().orElseThrow().plan();
        Cancellation mine = new Cancellation();
        stop = mine;
        update(plan, before -> before.at(Stage.RUNNING));
        workshop.alone(() -> carryOut(plan, mine), outcome -> update(plan, before -> before.ended(outcome)));
    }

    private PlanOutcome carryOut(Plan plan, Cancellation mine) {
        try {
            return repairs.apply(plan, projects.get(), mine, event -> workshop.later(() -> hear(plan, event)));
        } catch (RuntimeException | Error e) {
            // What was done stands in the journal; a plan that never ends would bar the next one.
            workshop.later(() -> state.set(Optional.empty()));
            throw e;
        }
    }

    /// Lets the treatment under way end and begins no further one.
    public void stop() {
        stop.cancel();
        state.get()
                .filter(it -> it.stage() == Stage.RUNNING)
                .ifPresent(it -> state.set(Optional.of(it.at(Stage.STOPPING))));
    }

    private void follow(RunState run) {
        count(run);
        boolean isLookedAt = isMaking
                || state.get().filter(it -> it.stage() == Stage.PREVIEW).isPresent();
        // What is on show was made of an older result.
        if (isLookedAt && run.result().isPresent()) make();
    }

    private void count(RunState run) {
        List<Finding> findings = run.result().map(ExaminationResult::findings).orElse(List.of());
        safe.set((int) findings.stream()
                .filter(PlanModel::hasSafeFix)
                .filter(finding -> run.isReplay() || !isWaiting(finding))
                .count());
    }

    private boolean isWaiting(Finding finding) {
        return attempts.waitingFor(finding.key()).isPresent();
    }

    private static boolean hasSafeFix(Finding finding) {
        return Planner.isToBeCured(finding) && finding.fixes().stream().anyMatch(Fix::isSafe);
    }

    private void hear(Plan plan, PlanEvent event) {
        switch (event) {
            case PlanEvent.Started started -> set(plan, started.treatment(), now("desktop.repair.starting"));
            case PlanEvent.Within(Treatment treatment, RepairEvent step) ->
                set(plan, treatment, new Progress.Now(RepairModel.progress(step)));
            case PlanEvent.Ended ended -> {
                List<PlanOutcome.Result> results =
                        PlanOutcome.of(ended.treatment(), ended.outcome()).toList();
                set(plan, ended.treatment(), new Progress.Ended(results));
                tell(ended, results);
            }
        }
    }

    private void tell(PlanEvent.Ended ended, List<PlanOutcome.Result> results) {
        for (int i = 0; i < results.size(); i++) {
            Remedy remedy = ended.treatment().remedies().get(i);
            boolean cured = results.get(i).how() == PlanOutcome.How.CURED;
            Outcome outcome = cured && ended.outcome() instanceof Outcome.NotCured(String entry, var _, var _)
                    ? new Outcome.Cured(entry, List.of())
                    : ended.outcome();
            attempts.ended(remedy.finding().key(), remedy.fix(), outcome);
        }
    }

    private static Progress now(String key) {
        return new Progress.Now(Text.of(key));
    }

    private void set(Plan plan, Treatment treatment, Progress progress) {
        int index = plan.treatments().indexOf(treatment);
        update(plan, before -> before.with(index, progress));
    }

    private void update(Plan plan, UnaryOperator<PlanState> change) {
        state.get()
                .filter(it -> it.plan().equals(plan))
                .ifPresent(before -> state.set(Optional.of(change.apply(before))));
    }
}
