package io.devdoctor.desktop.view;

import io.devdoctor.fix.Preview;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A difference with room for both versions side by side.
final class DiffSheet extends VBox {
    DiffSheet(Workbench bench, Preview.FileChange file, Runnable close) {
        setId("diff-sheet");
        getStyleClass().addAll("sheet", "diff-sheet");
        Prose title = new Prose(bench.say("desktop.diff.title"), "headline-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        Button button = new Button(bench.say("desktop.close"));
        button.setId("diff-close");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> close.run());
        HBox head = new HBox(title, button);
        head.getStyleClass().add("buttons");
        ScrollPane lines = new ScrollPane(new DiffView(bench, file, true));
        lines.setFitToWidth(true);
        lines.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(lines, Priority.ALWAYS);
        setMaxHeight(USE_PREF_SIZE);
        getChildren().addAll(head, lines);
    }
}
