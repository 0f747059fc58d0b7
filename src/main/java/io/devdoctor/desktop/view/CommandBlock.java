package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.fix.Preview;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A command line exactly as it will run, to be read and copied, with what an undo runs.
final class CommandBlock extends VBox {
    CommandBlock(Workbench bench, Preview.CommandLine command) {
        getStyleClass().addAll("preview-block", "command-block");
        String typed = bench.raw(command.typed());
        Prose line = new Prose(typed, "mono");
        line.setMinWidth(0);
        HBox.setHgrow(line, Priority.ALWAYS);
        FontIcon prompt = new FontIcon(Feather.CHEVRON_RIGHT);
        HBox row = new HBox(prompt, line, copy(bench, typed));
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().addAll("diff-line", "command");
        getChildren().add(row);
        if (command.admin()) getChildren().add(DiffView.note(bench.say("desktop.preview.admin")));
        if (!command.inverse().isEmpty()) {
            getChildren().add(DiffView.note(bench.say("desktop.preview.inverse", command.inverseTyped())));
        }
    }

    static Button copy(Workbench bench, String text) {
        Button copy = new Button(null, new FontIcon(Feather.COPY));
        copy.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "copy");
        copy.setTooltip(new Tooltip(bench.say("desktop.copy")));
        copy.setAccessibleText(bench.say("desktop.copy-evidence", text));
        copy.setOnAction(_ -> {
            bench.surroundings().copy(text);
            copy.setGraphic(new FontIcon(Feather.CHECK));
        });
        return copy;
    }
}
