package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.RepairModel;
import io.devdoctor.fix.Step;
import io.devdoctor.repair.Entry;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What DevDoctor has changed on this machine, newest first: to be taken back, looked at again, or finished.
final class ChangesPage extends ScrollPane {
    private final Workbench bench;
    private final VBox content = new VBox();

    ChangesPage(Workbench bench) {
        this.bench = bench;
        setId("changes");
        getStyleClass().add("overview");
        content.getStyleClass().add("overview-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        bench.repairs().entries().subscribe(this::render);
        bench.wording().whenever(this::render);
    }

    private void render() {
        List<Node> parts = new ArrayList<>();
        parts.add(new Prose(bench.say("desktop.changes"), "headline-title"));
        parts.add(new Prose(bench.say("desktop.changes.intro"), "text-muted"));
        List<Entry> entries = bench.repairs().entries().get();
        if (entries.isEmpty()) parts.add(new Prose(bench.say("desktop.changes.none")));
        entries.forEach(entry -> parts.add(card(entry)));
        content.getChildren().setAll(parts);
    }

    private VBox card(Entry entry) {
        Label title = new Label(bench.wording().say(entry.title()));
        title.setWrapText(true);
        title.getStyleClass().add("row-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Pill state = new Pill(
                bench.say("entry.state." + entry.state().name()),
                "verdict-pill",
                VerdictIcon.styleClass(verdict(entry.state())));
        HBox head = new HBox(title, state);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("entry-head");
        Label when = new Label(bench.wording().format().moment(entry.at()) + "   " + entry.fix());
        when.getStyleClass().add("row-proof");
        VBox card = new VBox(head, when);
        entry.steps().forEach(done -> card.getChildren().add(step(done)));
        HBox buttons = buttons(entry);
        if (!buttons.getChildren().isEmpty()) card.getChildren().add(buttons);
        card.getStyleClass().addAll("card", "entry");
        return card;
    }

    private Node step(Entry.Done done) {
        String progress = bench.say("desktop.step." + done.progress().name());
        return new Prose(bench.raw(words(done.step())) + "   " + progress, "mono");
    }

    private String words(Step step) {
        return switch (step) {
            case Step.EditFile edit -> edit.path();
            case Step.EditDistroFile edit -> edit.path();
            case Step.MoveAside move -> move.path();
            case Step.SetRegistryValue value -> value.key() + " : " + value.name();
            case Step.RunTool tool -> String.join(" ", tool.commandLine());
            case Step.InDistro inDistro -> String.join(" ", inDistro.commandLine());
            case Step.EngineCall call ->
                call.change().label() + " " + call.change().id();
            case Step.Manual manual -> bench.wording().say(manual.words());
        };
    }

    private HBox buttons(Entry entry) {
        HBox buttons = new HBox();
        buttons.getStyleClass().add("buttons");
        if (RepairModel.isUnfinished(entry)) {
            if (entry.state() == Entry.State.UNFINISHED) {
                add(buttons, "desktop.entry.complete", () -> bench.repairs().complete(entry));
            }
            add(buttons, "desktop.entry.roll-back", () -> bench.repairs().rollBack(entry));
        }
        if (entry.state() == Entry.State.PENDING) {
            add(buttons, "desktop.entry.prove-again", () -> bench.repairs().proveAgain(entry));
        }
        if (entry.canUndo()) add(buttons, "desktop.undo", () -> bench.repairs().undo(entry));
        return buttons;
    }

    private void add(HBox buttons, String key, Runnable action) {
        Button button = new Button(bench.say(key));
        button.getStyleClass().addAll(Styles.SMALL, "entry-action");
        button.disableProperty().bind(bench.repairs().busy());
        button.setOnAction(_ -> action.run());
        buttons.getChildren().add(button);
    }

    private static Verdict verdict(Entry.State state) {
        return switch (state) {
            case CURED -> Verdict.OK;
            case PENDING, HANDED_OVER -> Verdict.INFO;
            case NOT_CURED, UNFINISHED, UNDO_UNFINISHED, CHANGED_MEANWHILE, PARTLY_UNDONE -> Verdict.WARNING;
            case FAILED -> Verdict.PROBLEM;
            case DECLINED, ROLLED_BACK, UNDONE, UNREADABLE -> Verdict.UNKNOWN;
        };
    }
}
