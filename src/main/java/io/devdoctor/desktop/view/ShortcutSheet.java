package io.devdoctor.desktop.view;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Every key of the window, by what it is for.
final class ShortcutSheet extends VBox {
    ShortcutSheet(Workbench bench, Keys keys, Runnable close) {
        setId("shortcuts");
        getStyleClass().addAll("sheet", "shortcuts");
        setMaxHeight(USE_PREF_SIZE);
        FlowPane groups = new FlowPane();
        groups.getStyleClass().add("shortcut-groups");
        for (Keys.Group group : Keys.Group.values()) groups.getChildren().add(group(bench, keys, group));
        Button button = new Button(bench.say("desktop.close"));
        button.setId("shortcuts-close");
        button.setOnAction(_ -> close.run());
        HBox buttons = new HBox(button);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        new Prose(bench.say("desktop.keys"), "headline-title"),
                        new Prose(bench.say("desktop.keys.intro"), "text-muted"),
                        groups,
                        buttons);
    }

    private static VBox group(Workbench bench, Keys keys, Keys.Group group) {
        Label title = new Label(bench.say("desktop.keys." + group.name()));
        title.getStyleClass().add("section-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-grid");
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        ColumnConstraints shown = new ColumnConstraints(USE_PREF_SIZE, USE_COMPUTED_SIZE, USE_PREF_SIZE);
        shown.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(words, shown);
        int row = 0;
        for (Keys.Key key : keys.in(group)) {
            Label what = new Label(bench.say(key.words()));
            what.setWrapText(true);
            Label cap = new Label(key.shown());
            cap.getStyleClass().add("keycap");
            cap.setMinWidth(USE_PREF_SIZE);
            GridPane.setValignment(cap, VPos.TOP);
            grid.addRow(row++, what, cap);
        }
        return new VBox(title, grid);
    }
}
