package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.RunState;
import io.devdoctor.desktop.model.Target;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Above the very first examination: what happens, what does not, and where to look around.
final class WelcomeNote extends VBox {
    private final Workbench bench;

    WelcomeNote(Workbench bench) {
        this.bench = bench;
        setId("welcome");
        bench.settings().firstRun().subscribe(this::render);
        bench.examinations().state().map(RunState::isReplay).subscribe(_ -> render());
        bench.window().page().subscribe(this::render);
        bench.wording().whenever(this::render);
    }

    private void render() {
        // Its words are of this computer, which a recording does not show.
        boolean wanted = bench.settings().firstRun().get()
                && !bench.examinations().state().get().isReplay()
                && bench.window().page().get() instanceof Page.Overview;
        setVisible(wanted);
        setManaged(wanted);
        getChildren().clear();
        if (wanted) getChildren().add(card());
    }

    private HBox card() {
        VBox words = new VBox(
                new Prose(bench.say("welcome.title"), "headline-title"),
                new Prose(bench.say("welcome.words")),
                samples());
        words.getStyleClass().add("welcome-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox card = new HBox(words, close());
        card.getStyleClass().addAll("card", "welcome");
        return card;
    }

    private Button close() {
        Button close = new Button(null, new FontIcon(Feather.X));
        close.setId("welcome-close");
        close.getStyleClass().setAll("small-button");
        close.setMinWidth(USE_PREF_SIZE);
        close.setAccessibleText(bench.say("desktop.close"));
        close.setOnAction(_ -> bench.settings().dismissWelcome());
        return close;
    }

    private Node samples() {
        FlowPane row = new FlowPane(new Prose(bench.say("welcome.samples"), Styles.TEXT_MUTED));
        row.setRowValignment(javafx.geometry.VPos.CENTER);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("welcome-samples");
        for (String name : bench.examinations().machines().samples()) {
            Hyperlink link = new Hyperlink(bench.recordingName(name));
            link.setId("welcome-" + name);
            link.setOnAction(_ -> {
                bench.settings().dismissWelcome();
                bench.examinations().examine(new Target.Sample(name));
            });
            row.getChildren().add(link);
        }
        return row;
    }
}
