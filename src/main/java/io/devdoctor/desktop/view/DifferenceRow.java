package io.devdoctor.desktop.view;

import io.devdoctor.report.Comparison.Change;
import io.devdoctor.report.Diagnosis;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What one check said on both sides, side by side.
final class DifferenceRow extends VBox {
    private final Workbench bench;

    /// @param consequence whether it stands beneath its cause
    DifferenceRow(Workbench bench, Change change, boolean consequence) {
        this.bench = bench;
        getStyleClass().add("difference-row");
        if (consequence) getStyleClass().add("consequence");
        Diagnosis.Item told = change.telling();
        String about = told.subject().isEmpty() ? told.name() : told.name() + " · " + told.subject();
        Label name = new Label(bench.raw(about));
        name.getStyleClass().add("row-proof");
        GridPane sides = new GridPane();
        sides.getStyleClass().add("difference-sides");
        sides.getColumnConstraints().setAll(half(), half());
        sides.addRow(0, side(change.before()), side(change.after()));
        getChildren().addAll(name, sides);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(bench.say(
                "desktop.history.row-spoken", bench.raw(about), spoken(change.before()), spoken(change.after())));
    }

    static ColumnConstraints half() {
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        return half;
    }

    private HBox side(Optional<Diagnosis.Item> item) {
        Label words = new Label(
                item.map(it -> bench.raw(it.title())).orElseGet(() -> bench.say("desktop.history.nothing-said")));
        words.setWrapText(true);
        words.setMinWidth(0);
        if (item.isEmpty()) words.getStyleClass().add("text-muted");
        HBox side = new HBox(words);
        item.ifPresent(it -> side.getChildren().addFirst(new VerdictIcon(Optional.of(it.found()))));
        if (item.filter(Diagnosis.Item::isMuted).isPresent()) {
            side.getChildren().add(new Pill(bench.say("desktop.muted"), "outlined"));
        }
        side.setAlignment(Pos.TOP_LEFT);
        side.getStyleClass().add("difference-side");
        return side;
    }

    private String spoken(Optional<Diagnosis.Item> item) {
        return item.map(it -> bench.say("verdict." + it.found().name()) + ", " + bench.raw(it.title()))
                .orElseGet(() -> bench.say("desktop.history.nothing-said"));
    }
}
