package io.devdoctor.desktop.view;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Earlier examinations, and what changed between two.
final class HistoryPage extends ScrollPane {
    private final Workbench bench;
    private final VBox content = new VBox();

    HistoryPage(Workbench bench) {
        this.bench = bench;
        getStyleClass().add("overview");
        content.getStyleClass().add("overview-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        bench.wording().whenever(this::render);
    }

    private void render() {
        content.getChildren().setAll(new Prose(bench.say("desktop.history"), "headline-title"));
    }
}
