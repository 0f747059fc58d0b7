package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.Attempt;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One fix: what it is called, what exactly it does, what it disturbs, and the button that does it.
final class FixCard extends VBox {
    private final Workbench bench;
    private final Finding finding;
    private final Fix fix;

    FixCard(Workbench bench, Finding finding, Fix fix) {
        this.bench = bench;
        this.finding = finding;
        this.fix = fix;
        getStyleClass().add("fix-card");
        getChildren().addAll(header(), new PreviewView(bench, fix), chips());
        fix.warnings()
                .forEach(words -> getChildren().add(warning(bench.wording().say(words))));
        getChildren().add(footer());
    }

    private HBox header() {
        Label title = new Label(bench.wording().say(fix.title()));
        title.setWrapText(true);
        title.getStyleClass().add("fix-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox header = new HBox(title);
        if (fix.isSafe())
            header.getChildren().add(new Pill(bench.say("desktop.fix.safe"), "verdict-pill", "verdict-ok"));
        header.getStyleClass().add("fix-header");
        header.setAlignment(Pos.TOP_LEFT);
        return header;
    }

    private FlowPane chips() {
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("chips");
        for (Effect effect : Effect.values()) {
            if (!fix.effects().contains(effect)) continue;
            String colour = effect == Effect.DELETES_DATA ? "verdict-problem" : "verdict-warning";
            chips.getChildren().add(new Pill(bench.say("effect." + effect.name()), "verdict-pill", colour));
        }
        boolean changes = !fix.isManual();
        if (changes && fix.isReversible()) chips.getChildren().add(new Pill(bench.say("desktop.fix.undo")));
        if (changes && fix.takesEffect() != TakesEffect.NOW) {
            chips.getChildren()
                    .add(new Pill(bench.say("takes-effect." + fix.takesEffect().name())));
        }
        if (changes && !fix.effects().contains(Effect.ADMIN)) {
            chips.getChildren().add(new Pill(bench.say("desktop.fix.no-admin")));
        }
        chips.setVisible(!chips.getChildren().isEmpty());
        chips.setManaged(chips.isVisible());
        return chips;
    }

    static Node warning(String words) {
        Prose prose = new Prose(words);
        HBox.setHgrow(prose, Priority.ALWAYS);
        HBox warning = new HBox(new VerdictIcon(Optional.of(io.devdoctor.check.Verdict.WARNING)), prose);
        warning.getStyleClass().add("fix-warning");
        return warning;
    }

    private Node footer() {
        Attempt attempt = bench.repairs().attempts().get(finding.key());
        boolean mine = attempt != null && attempt.fix().id().equals(fix.id());
        if (bench.examinations().state().get().isReplay()) return note(bench.say("desktop.fix.recording"));
        if (mine && attempt instanceof Attempt.Asking(Fix asked, boolean agreed)) {
            return new ConsentBox(bench, finding, asked, agreed);
        }
        if (mine && attempt instanceof Attempt.Running running) {
            Label progress = new Label(bench.wording().say(running.progress()));
            progress.setId("fix-progress");
            return footer(new javafx.scene.control.ProgressIndicator(), progress);
        }
        if (isWordsOnly()) return note(bench.say("desktop.fix.by-hand"));
        return footer(applyButton());
    }

    private Button applyButton() {
        String key = fix.isManual()
                ? "desktop.fix.open"
                : fix.effects().isEmpty() ? "desktop.fix.apply" : "desktop.fix.apply-ask";
        Button apply = new Button(bench.say(key));
        apply.setId("apply-" + fix.id());
        apply.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL, "apply");
        apply.setMnemonicParsing(false);
        apply.disableProperty().bind(bench.repairs().busy());
        apply.setAccessibleText(apply.getText() + ": " + bench.wording().say(fix.title()));
        apply.setOnAction(_ -> bench.repairs().ask(finding, fix));
        return apply;
    }

    private boolean isWordsOnly() {
        return fix.steps().stream().allMatch(step -> step instanceof Step.Manual manual && manual.opens() == null);
    }

    private static Node note(String words) {
        HBox note = new HBox(new Prose(words, "text-muted"));
        note.getStyleClass().add("fix-footer");
        return note;
    }

    private static HBox footer(Node... nodes) {
        HBox footer = new HBox(nodes);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("fix-footer");
        return footer;
    }
}
