package io.devdoctor.desktop.view;

import io.devdoctor.check.Area;
import io.devdoctor.desktop.model.Again;
import io.devdoctor.desktop.model.RunState;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.text.Text;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The name of an area, how it stands, and a way to ask it again.
final class AreaHead extends HBox {
    AreaHead(Workbench bench, RunState run, Area area) {
        getStyleClass().add("area-head");
        setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(
                new Prose(bench.say("area." + area.id()), "headline-title"),
                new Prose(words(bench, run, area), "text-muted"));
        words.getStyleClass().add("headline-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button again = new Button(bench.say("desktop.again.area"), new FontIcon(Feather.REFRESH_CW));
        again.setId("again-area");
        again.setMinWidth(USE_PREF_SIZE);
        again.setMnemonicParsing(false);
        again.setDisable(run.isBusy() || run.result().isEmpty());
        again.setOnAction(_ -> bench.examinations().askAgain(area));
        getChildren().addAll(words, again);
    }

    private static String words(Workbench bench, RunState run, Area area) {
        long checks =
                run.checks().stream().filter(check -> check.area() == area).count();
        if (run.result().isEmpty()) {
            long done = run.checks().stream()
                    .filter(check -> check.area() == area && !run.isWaiting(check))
                    .count();
            return bench.say("desktop.area.running", done, checks);
        }
        ExaminationResult result = run.result().get();
        Text name = Text.of("area." + area.id());
        Instant at = run.again()
                .filter(again -> again.what().equals(name))
                .map(Again::at)
                .orElse(result.startedAt());
        return bench.say(
                "desktop.area.done",
                checks,
                result.in(area).size(),
                bench.wording().format().timeOfDay(at));
    }
}
