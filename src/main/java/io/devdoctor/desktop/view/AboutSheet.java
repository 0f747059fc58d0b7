package io.devdoctor.desktop.view;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What this is, which version, under which licence, and where it keeps things.
final class AboutSheet extends VBox {
    AboutSheet(Workbench bench, Runnable close) {
        setId("about");
        getStyleClass().addAll("sheet", "about");
        Button button = new Button(bench.say("desktop.close"));
        button.setOnAction(_ -> close.run());
        getChildren()
                .addAll(
                        title(bench),
                        new Prose(bench.say("desktop.about.what")),
                        new Prose(bench.say("desktop.about.privacy")),
                        new Prose(
                                bench.say(
                                        "desktop.about.log",
                                        bench.services().ownLog().toString()),
                                "text-muted"),
                        new Prose(bench.say("desktop.about.licence"), "text-muted"),
                        button);
    }

    private static HBox title(Workbench bench) {
        String name = bench.say("app.name") + " " + bench.services().version();
        HBox title = new HBox(new MarkSign(), new Prose(name, "headline-title"));
        title.setFillHeight(false);
        title.getStyleClass().add("about-title");
        return title;
    }
}
