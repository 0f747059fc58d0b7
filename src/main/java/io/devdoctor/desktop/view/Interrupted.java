package io.devdoctor.desktop.view;

import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.repair.Entry;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A change that a crash or a power cut interrupted: what it was, and both ways out of it.
final class Interrupted extends HBox {
    private final Workbench bench;

    Interrupted(Workbench bench, Entry entry) {
        this.bench = bench;
        getStyleClass().addAll("banner", "interrupted", VerdictIcon.styleClass(Verdict.WARNING));
        boolean isUndo = entry.state() == Entry.State.UNDO_UNFINISHED;
        String title = bench.wording().say(entry.title());
        HBox buttons = new HBox();
        buttons.getStyleClass().add("buttons");
        if (!isUndo) {
            add(
                    buttons,
                    "interrupted-complete",
                    "desktop.entry.complete",
                    () -> bench.repairs().complete(entry));
        }
        add(
                buttons,
                "interrupted-back",
                "desktop.entry.roll-back",
                () -> bench.repairs().rollBack(entry));
        Button show = Banner.button(
                bench.say("desktop.changes"), () -> bench.window().page().set(new Page.Changes()));
        show.setId("interrupted-changes");
        buttons.getChildren().add(show);
        VBox words = new VBox(
                new Prose(bench.say(isUndo ? "desktop.interrupted.undo" : "desktop.interrupted", title), "text-bold"),
                new Prose(bench.say(isUndo ? "desktop.interrupted.undo.words" : "desktop.interrupted.words")),
                buttons);
        words.getStyleClass().add("section");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(new VerdictIcon(Optional.of(Verdict.WARNING)), words);
    }

    private void add(HBox buttons, String id, String key, Runnable action) {
        Button button = Banner.button(bench.say(key), action);
        button.setId(id);
        button.disableProperty().bind(bench.repairs().busy());
        buttons.getChildren().add(button);
    }
}
