package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.desktop.model.Workshop;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What just happened, with the chance to take it back; goes away by itself unless the pointer or the focus rests on
/// it.
final class Toast extends HBox {
    private static final Duration STAYS = Duration.seconds(15);
    private final Workbench bench;
    private final PauseTransition leaving = new PauseTransition(STAYS);

    Toast(Workbench bench) {
        this.bench = bench;
        getStyleClass().add("toast");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        leaving.setOnFinished(_ -> bench.repairs().dismissNote());
        setId("toast");
        setAccessibleRole(AccessibleRole.TEXT);
        hoverProperty().subscribe(this::stayOrLeave);
        focusWithinProperty().subscribe(this::stayOrLeave);
        bench.repairs().note().subscribe(this::render);
        // The journal arrives after the note, and the button with it.
        bench.repairs().entries().subscribe(this::render);
        bench.wording().whenever(this::render);
    }

    private void render() {
        Optional<Workshop.Note> note = bench.repairs().note().get();
        setVisible(note.isPresent());
        setManaged(note.isPresent());
        getChildren().clear();
        note.ifPresent(this::show);
    }

    /// Whoever reads it, or is about to take it back, is not hurried.
    private void stayOrLeave() {
        if (isHover() || isFocusWithin() || !isVisible()) leaving.stop();
        else leaving.playFromStart();
    }

    private void show(Workshop.Note note) {
        String outcome = bench.wording().say(note.outcome().text());
        VBox texts =
                new VBox(new Prose(bench.wording().say(note.about()), "text-bold"), new Prose(outcome, "text-muted"));
        texts.setPrefWidth(300);
        setAccessibleText(bench.wording().say(note.about()) + ". " + outcome);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        getChildren().addAll(new VerdictIcon(Optional.of(note.outcome().verdict())), texts);
        note.undo().flatMap(bench.repairs()::undoable).ifPresent(entry -> {
            Button undo = new Button(bench.say("desktop.undo"));
            undo.setId("toast-undo");
            undo.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT);
            undo.setMinWidth(USE_PREF_SIZE);
            undo.setTooltip(new Tooltip(bench.say("desktop.undo.by-key")));
            undo.setOnAction(_ -> bench.repairs().undo(entry));
            getChildren().add(undo);
        });
        Button close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        close.setAccessibleText(bench.say("desktop.close"));
        close.setOnAction(_ -> bench.repairs().dismissNote());
        getChildren().add(close);
        stayOrLeave();
    }
}
