package io.devdoctor.desktop.view;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What the person chose, each choice in force at once.
final class SettingsPage extends ScrollPane {
    private final Workbench bench;
    private final VBox content = new VBox();

    SettingsPage(Workbench bench) {
        this.bench = bench;
        getStyleClass().add("overview");
        content.getStyleClass().add("overview-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        bench.wording().whenever(this::render);
    }

    private void render() {
        content.getChildren().setAll(new Prose(bench.say("desktop.settings"), "headline-title"));
    }
}
