package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.PlanState;
import io.devdoctor.desktop.model.PlanState.Progress;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.PlanOutcome.How;
import io.devdoctor.repair.PlanOutcome.Result;
import io.devdoctor.repair.Treatment;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One treatment of a plan: what exactly it does, what it is to cure, how far it is.
final class TreatmentCard extends VBox {
    private final Workbench bench;
    private final Treatment treatment;
    private final int number;
    private final StackPane sign = new StackPane();
    private final VBox cures = new VBox();
    private final TitledPane preview;
    private final HBox footer = new HBox();

    /// @param number in the order of the plan, from 1
    TreatmentCard(Workbench bench, int number, Treatment treatment) {
        this.bench = bench;
        this.number = number;
        this.treatment = treatment;
        getStyleClass().addAll("card", "treatment");
        sign.getStyleClass().add("sign");
        cures.getStyleClass().add("cures");
        VBox block = new VBox(new PreviewView(bench, treatment.fix()));
        block.getStyleClass().add("fix-card");
        preview = new TitledPane(bench.say("desktop.plan.what"), block);
        preview.setId("what-" + number);
        preview.setAnimated(false);
        footer.getStyleClass().add("buttons");
        getChildren().addAll(header(), cures, preview);
        treatment
                .fix()
                .warnings()
                .forEach(words ->
                        getChildren().add(FixCard.warning(bench.wording().say(words))));
        getChildren().add(footer);
    }

    private HBox header() {
        Label title = new Label(bench.wording().say(treatment.fix().title()));
        title.setWrapText(true);
        title.getStyleClass().add("fix-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox header = new HBox(sign, title);
        TakesEffect when = treatment.fix().takesEffect();
        if (when != TakesEffect.NOW) header.getChildren().add(new Pill(bench.say("takes-effect." + when.name())));
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("treatment-header");
        return header;
    }

    void show(PlanState.Stage stage, Progress progress) {
        // The preview makes room for progress; a reader may open it again.
        if (stage == PlanState.Stage.PREVIEW) preview.setExpanded(true);
        else if (progress instanceof Progress.Waiting || progress instanceof Progress.Now) preview.setExpanded(false);
        sign.getChildren().setAll(sign(stage, progress));
        cures.getChildren().clear();
        for (int i = 0; i < treatment.findings().size(); i++) {
            cures.getChildren().add(cure(i, stage, progress));
        }
        footer.getChildren().clear();
        if (progress instanceof Progress.Ended(List<Result> results)) undo(results);
        footer.setManaged(!footer.getChildren().isEmpty());
    }

    private Node sign(PlanState.Stage stage, Progress progress) {
        return switch (progress) {
            case Progress.Now _ -> new ProgressIndicator();
            case Progress.Waiting _ -> {
                Label label = new Label(Integer.toString(number));
                label.getStyleClass().add("step-number");
                label.setDisable(stage == PlanState.Stage.STOPPING);
                yield label;
            }
            case Progress.Ended(List<Result> results) ->
                new VerdictIcon(results.stream()
                        .map(result -> verdict(result.how()))
                        .max(java.util.Comparator.comparingInt(Verdict::rank)));
        };
    }

    private Node cure(int index, PlanState.Stage stage, Progress progress) {
        Finding finding = treatment.findings().get(index);
        FindingLink link = new FindingLink(bench, finding, () -> {});
        HBox line = new HBox(link);
        HBox.setHgrow(link, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("cure");
        VBox cure = new VBox(line);
        switch (progress) {
            case Progress.Waiting _ -> {
                if (stage != PlanState.Stage.PREVIEW) line.getChildren().add(muted(bench.say("desktop.plan.waiting")));
            }
            case Progress.Now now ->
                line.getChildren().add(muted(bench.wording().say(now.words())));
            case Progress.Ended(List<Result> results) -> {
                Result result = results.get(index);
                line.getChildren().add(pill(result));
                if (result.how() != How.CURED) {
                    Prose words = new Prose(bench.wording().say(result.words()), "text-muted");
                    words.getStyleClass().add("cure-words");
                    cure.getChildren().add(words);
                }
            }
        }
        return cure;
    }

    private Pill pill(Result result) {
        Optional<Entry> undone = result.entry()
                .flatMap(id -> bench.repairs().entries().get().stream()
                        .filter(entry -> entry.id().equals(id) && isTakenBack(entry))
                        .findFirst());
        return undone.map(entry ->
                        new Pill(bench.say("entry.state." + entry.state().name())))
                .orElseGet(() -> new Pill(
                        bench.say("desktop.plan.how." + result.how().name()),
                        "verdict-pill",
                        VerdictIcon.styleClass(verdict(result.how()))));
    }

    private static boolean isTakenBack(Entry entry) {
        return switch (entry.state()) {
            case UNDONE, PARTLY_UNDONE, ROLLED_BACK, UNDO_UNFINISHED -> true;
            case UNFINISHED,
                    CURED,
                    PENDING,
                    NOT_CURED,
                    HANDED_OVER,
                    DECLINED,
                    FAILED,
                    CHANGED_MEANWHILE,
                    NEVER_BEGUN,
                    UNREADABLE -> false;
        };
    }

    private void undo(List<Result> results) {
        results.stream()
                .flatMap(result -> result.entry().stream())
                .findFirst()
                .flatMap(bench.repairs()::undoable)
                .ifPresent(entry -> {
                    Button undo = new Button(bench.say("desktop.undo"));
                    undo.setId("plan-undo-" + number);
                    undo.getStyleClass().add(Styles.SMALL);
                    undo.disableProperty().bind(bench.repairs().busy());
                    undo.setAccessibleText(
                            undo.getText() + ": " + bench.wording().say(entry.title()));
                    undo.setOnAction(_ -> bench.repairs().undo(entry));
                    footer.getChildren().add(undo);
                });
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("text-muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    static Verdict verdict(How how) {
        return switch (how) {
            case CURED -> Verdict.OK;
            case PENDING -> Verdict.INFO;
            case NOT_CURED -> Verdict.WARNING;
            case FAILED -> Verdict.PROBLEM;
            case SKIPPED -> Verdict.UNKNOWN;
        };
    }
}
