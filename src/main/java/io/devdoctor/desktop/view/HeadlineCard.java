package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.Headlines;
import io.devdoctor.desktop.model.RunState;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.Headline;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The one thing to know, with the ring of verdicts beside it.
final class HeadlineCard extends HBox {
    /// @param brief the detail beside it says the rest
    HeadlineCard(Workbench bench, Commands commands, RunState run, Runnable showFixes, boolean brief) {
        getStyleClass().addAll("card", "headline");
        setAlignment(Pos.CENTER_LEFT);
        Headline headline = Headlines.of(run);
        Prose title = new Prose(bench.wording().say(headline.title()), "headline-title");
        VBox words = new VBox(title);
        if (!brief || headline.finding().isEmpty()) {
            words.getChildren().add(new Prose(bench.wording().say(headline.message()), Styles.TEXT_MUTED));
        }
        words.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("headline-words");
        if (run.isRunning()) words.getChildren().add(progress(run));
        FlowPane actions = new FlowPane();
        actions.getStyleClass().add("actions");
        headline.finding().ifPresent(finding -> actions.getChildren().add(action(bench, finding, showFixes)));
        if (bench.plan().safe().get() > 0) actions.getChildren().add(fixAll(bench, commands));
        if (!actions.getChildren().isEmpty()) words.getChildren().add(actions);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        getChildren().addAll(ring(bench, run), words);
    }

    private static VerdictRing ring(Workbench bench, RunState run) {
        Map<Verdict, Integer> counts = ExaminationResult.count(run.findings());
        Verdict shown = Verdict.OK;
        for (Verdict verdict : new Verdict[] {Verdict.UNKNOWN, Verdict.WARNING, Verdict.PROBLEM}) {
            if (counts.getOrDefault(verdict, 0) > 0) shown = verdict;
        }
        int number = counts.getOrDefault(shown, 0);
        VerdictRing ring = new VerdictRing(counts, number, bench.say("desktop.ring." + shown.name(), number));
        ring.setAccessibleText(number + " " + bench.say("desktop.ring." + shown.name(), number));
        return ring;
    }

    private static ProgressBar progress(RunState run) {
        long waiting = run.checks().stream().filter(run::isWaiting).count();
        ProgressBar bar = new ProgressBar(1 - (double) waiting / run.checks().size());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add(Styles.SMALL);
        return bar;
    }

    private static Button action(Workbench bench, Finding finding, Runnable showFixes) {
        boolean waits = bench.repairs().waitingFor(finding.key()).isPresent();
        boolean fixable = !finding.fixes().isEmpty() && !waits;
        Button button = new Button(bench.say(fixable ? "desktop.preview-fix-of-cause" : "desktop.show-details"));
        button.setMnemonicParsing(false);
        button.getStyleClass().add(Styles.SMALL);
        button.setId("headline-action");
        button.setMinWidth(USE_PREF_SIZE);
        button.setDefaultButton(false);
        if (fixable) button.getStyleClass().add(Styles.ACCENT);
        button.setOnAction(_ -> {
            bench.window().reveal(finding);
            if (fixable) showFixes.run();
        });
        return button;
    }

    /// While a plan is carried out, the way to its progress.
    private static Button fixAll(Workbench bench, Commands commands) {
        boolean underWay = bench.plan().isUnderWay();
        Button button = new Button(
                underWay
                        ? bench.say("desktop.plan.show-progress")
                        : bench.say("desktop.plan.open", bench.plan().safe().get()));
        button.setId("fix-all");
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(Styles.SMALL);
        button.setTooltip(new Tooltip(bench.say("desktop.plan.open.keys")));
        if (!underWay) button.disableProperty().bind(bench.repairs().busy());
        button.setOnAction(_ -> commands.fixAll());
        return button;
    }
}
