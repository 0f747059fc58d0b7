package io.devdoctor.desktop.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Settings that belong together.
final class SettingsCard extends VBox {
    /// @param explanation of all of them; may be ""
    SettingsCard(String id, String name, String explanation, List<? extends Node> rows) {
        setId(id);
        getStyleClass().add("settings-section");
        Label title = new Label(name);
        title.getStyleClass().add("section-title");
        getChildren().add(title);
        if (!explanation.isEmpty()) getChildren().add(new Prose(explanation, "text-muted"));
        VBox card = new VBox();
        card.getStyleClass().addAll("card", "settings-card");
        card.getChildren().setAll(rows);
        getChildren().add(card);
    }
}
