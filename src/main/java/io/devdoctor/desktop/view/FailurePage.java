package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.privacy.Secrets;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// DevDoctor itself failed: what is known of it, to be copied into a report.
final class FailurePage extends VBox {
    FailurePage(Workbench bench, String trace) {
        setId("failure");
        getStyleClass().addAll("sheet", "failure");
        String masked = Secrets.mask(trace).text();
        TextArea details = new TextArea(masked);
        details.setEditable(false);
        details.getStyleClass().add("mono");
        details.setAccessibleText(bench.say("desktop.failure.details"));
        VBox.setVgrow(details, Priority.ALWAYS);
        Button copy = new Button(bench.say("desktop.copy"));
        copy.setId("failure-copy");
        copy.getStyleClass().add(Styles.ACCENT);
        copy.setOnAction(_ -> bench.surroundings().copy(masked));
        Button close = new Button(bench.say("desktop.failure.continue"));
        close.setId("failure-continue");
        close.setOnAction(_ -> bench.errands().dismissFailure());
        HBox buttons = new HBox(copy, close);
        buttons.getStyleClass().add("buttons");
        getChildren()
                .addAll(
                        new Prose(bench.say("desktop.failure.title"), "headline-title"),
                        new Prose(bench.say(
                                "desktop.failure.message",
                                bench.services().ownLog().toString())),
                        details,
                        buttons);
    }
}
