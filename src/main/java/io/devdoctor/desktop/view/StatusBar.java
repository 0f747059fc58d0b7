package io.devdoctor.desktop.view;

import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.RunState;
import io.devdoctor.desktop.model.StatusLine;
import io.devdoctor.repair.Entry;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Engine, WSL, progress or time of the examination, language.
final class StatusBar extends HBox {
    private final Workbench bench;

    StatusBar(Workbench bench) {
        this.bench = bench;
        getStyleClass().add("status-bar");
        setId("main-status");
        setAlignment(Pos.CENTER_LEFT);
        bench.examinations().state().subscribe(this::render);
        bench.repairs().entries().subscribe(this::render);
        bench.wording().whenever(this::render);
    }

    private void render() {
        RunState run = bench.examinations().state().get();
        StatusLine status = StatusLine.of(run, bench.wording().format());
        getChildren().clear();
        status.engine().ifPresent(light -> getChildren().add(light(light)));
        status.wsl().ifPresent(text -> getChildren().add(giving(bench.wording().say(text))));
        long pending = bench.repairs().entries().get().stream()
                .filter(entry -> entry.state() == Entry.State.PENDING)
                .count();
        if (pending > 0) {
            Label waiting = new Label(bench.say("desktop.status.pending", pending));
            waiting.getStyleClass().addAll("pending", "verdict-warning");
            getChildren().add(waiting);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        if (run.isBusy()) getChildren().add(doing(run));
        if (run.isRunning()) {
            ProgressBar progress = new ProgressBar(status.progress());
            progress.getStyleClass().add("small");
            getChildren().add(progress);
        }
        status.examined()
                .ifPresent(text -> getChildren().add(giving(bench.wording().say(text))));
        Button language = new Button(bench.say("desktop.other-language"));
        language.getStyleClass().setAll("status-button");
        language.setId("switch-language");
        language.setMinWidth(USE_PREF_SIZE);
        language.setOnAction(_ -> bench.settings().switchLanguage());
        getChildren().add(language);
    }

    /// Who keeps it waiting, if anybody does.
    private Label doing(RunState run) {
        Label doing = new Label(run.underway()
                .slowest()
                .map(wait -> Slow.words(bench, wait))
                .orElseGet(() -> bench.say("desktop.status.running")));
        doing.setId("status-doing");
        run.underway().slowest().ifPresent(_ -> {
            doing.setGraphic(new FontIcon(Feather.CLOCK));
            doing.getStyleClass().add("slow");
        });
        return doing;
    }

    /// Where there is no room for all, it is cut, and says the whole under the pointer.
    private static Label giving(String words) {
        Label label = new Label(words);
        label.setTooltip(new Tooltip(words));
        return label;
    }

    private Label light(StatusLine.Light light) {
        Label label = giving(bench.wording().say(light.text()));
        Circle dot = new Circle(4);
        dot.getStyleClass().add("dot");
        label.setGraphic(dot);
        Verdict verdict = light.verdict();
        label.getStyleClass().addAll("light", VerdictIcon.styleClass(verdict));
        return label;
    }
}
