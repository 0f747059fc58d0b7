package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.PlanState;
import io.devdoctor.desktop.model.Restarts;
import io.devdoctor.repair.Plan;
import io.devdoctor.repair.PlanOutcome.How;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Beneath a plan, always in sight: what it comes to, and what can be done with it.
final class PlanFooter extends HBox {
    private final Workbench bench;
    private final PlanState state;

    PlanFooter(Workbench bench, PlanState state, Runnable leave) {
        this.bench = bench;
        this.state = state;
        getStyleClass().add("plan-footer");
        setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox();
        words.getStyleClass().add("plan-words");
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(words);
        switch (state.stage()) {
            case PREVIEW -> preview(words, leave);
            case RUNNING, STOPPING -> running(words);
            case ENDED -> {
                words.getChildren().add(tally());
                Button close = button("plan-close", "desktop.close", leave);
                close.getStyleClass().add(Styles.ACCENT);
            }
        }
    }

    /// For those who work with keys alone.
    void focusFirst() {
        lookupAll(".button").stream()
                .filter(each -> !each.isDisabled())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void preview(VBox words, Runnable leave) {
        Plan plan = state.plan();
        int changes = plan.treatments().size();
        words.getChildren().add(new Prose(summary(plan), "text-bold"));
        boolean isRecorded = bench.examinations().state().get().isReplay();
        if (isRecorded) words.getChildren().add(new Prose(bench.say("desktop.plan.recording"), "text-muted"));
        if (!isRecorded && changes > 0) {
            Button apply = new Button(bench.say("desktop.plan.apply", changes));
            apply.setId("plan-apply");
            apply.setMinWidth(USE_PREF_SIZE);
            apply.getStyleClass().add(Styles.ACCENT);
            apply.disableProperty().bind(bench.repairs().busy());
            apply.setOnAction(_ -> bench.plan().apply());
            getChildren().add(apply);
        }
        button("plan-close", isRecorded || changes == 0 ? "desktop.close" : "desktop.cancel", leave);
    }

    private String summary(Plan plan) {
        int changes = plan.treatments().size();
        if (changes == 0) return bench.say("desktop.plan.empty");
        int findings = plan.findings().size();
        return Restarts.phrases(plan.restarts())
                .map(phrases -> bench.say("desktop.plan.summary.later", changes, findings, phrases))
                .orElseGet(() -> bench.say("desktop.plan.summary", changes, findings));
    }

    private void running(VBox words) {
        int of = state.progress().size();
        int done = state.done();
        String key = state.stage() == PlanState.Stage.STOPPING ? "desktop.plan.stopping" : "desktop.plan.running";
        ProgressBar bar = new ProgressBar((double) done / of);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add(Styles.SMALL);
        words.getChildren().addAll(new Prose(bench.say(key, Math.min(done + 1, of), of)), bar);
        Button stop = button("plan-stop", "desktop.plan.stop", bench.plan()::stop);
        stop.setDisable(state.stage() == PlanState.Stage.STOPPING);
    }

    private FlowPane tally() {
        FlowPane tally = new FlowPane();
        tally.getStyleClass().add("badges");
        for (How how : How.values()) {
            int count = state.count(how);
            if (count == 0) continue;
            Verdict verdict = TreatmentCard.verdict(how);
            tally.getChildren()
                    .add(new Pill(
                            bench.say("desktop.plan.tally." + how.name(), count),
                            "verdict-pill",
                            VerdictIcon.styleClass(verdict)));
        }
        return tally;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(bench.say(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        getChildren().add(button);
        return button;
    }
}
