package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.RunState;
import io.devdoctor.desktop.model.Target;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where there is no finding to show: why, and what to do.
final class NothingFound extends VBox {
    NothingFound(Workbench bench, RunState run) {
        getStyleClass().add("nothing-found");
        setAlignment(Pos.TOP_CENTER);
        boolean narrowed = bench.window().isNarrowed() && !run.checks().isEmpty();
        getChildren().add(new FontIcon(narrowed ? Feather.FILTER : Feather.ACTIVITY));
        Prose words = new Prose(
                narrowed
                        ? bench.say("desktop.filter.nothing", Narrowing.words(bench))
                        : bench.say("desktop.nothing-yet"),
                "text-muted");
        words.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        getChildren().add(words);
        if (!narrowed) {
            getChildren().add(examine(bench));
            return;
        }
        Button all = new Button(bench.say("desktop.filter.show-all"));
        all.setId("show-all-instead");
        all.setMnemonicParsing(false);
        all.setOnAction(_ -> bench.window().showAll());
        getChildren().add(all);
    }

    private static Button examine(Workbench bench) {
        Button examine = new Button(bench.say("desktop.menu.this-machine"));
        examine.setId("examine-first");
        examine.setMnemonicParsing(false);
        examine.setOnAction(_ -> bench.examinations().examine(new Target.Live()));
        return examine;
    }
}
