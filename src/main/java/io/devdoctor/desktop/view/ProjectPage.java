package io.devdoctor.desktop.view;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The findings of one project folder, file by file.
final class ProjectPage extends ScrollPane {
    private final Workbench bench;
    private final VBox content = new VBox();

    ProjectPage(Workbench bench) {
        this.bench = bench;
        getStyleClass().add("overview");
        content.getStyleClass().add("overview-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        bench.wording().whenever(this::render);
    }

    private void render() {
        content.getChildren().setAll(new Prose(bench.say("desktop.projects"), "headline-title"));
    }
}
