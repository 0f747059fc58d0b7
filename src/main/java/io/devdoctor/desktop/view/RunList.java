package io.devdoctor.desktop.view;

import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.PastRun;
import io.devdoctor.desktop.model.PastRun.Line;
import io.devdoctor.desktop.model.Side;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Earlier examinations by day, newest first.
final class RunList extends ListView<Line> {
    private static final List<Verdict> COUNTED = List.of(Verdict.PROBLEM, Verdict.WARNING, Verdict.UNKNOWN);
    private final Workbench bench;

    RunList(Workbench bench) {
        this.bench = bench;
        setId("history-runs");
        getStyleClass().add("run-list");
        setCellFactory(_ -> new RunCell());
        getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line instanceof Line.Run(PastRun run)) choose(run);
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) bench.history().open();
        });
        bench.history().chosen().subscribe(this::markChosen);
    }

    void render() {
        setAccessibleText(bench.say("desktop.history"));
        List<Line> lines = PastRun.byDay(bench.history().runs(), ZoneId.systemDefault());
        if (!getItems().equals(lines)) getItems().setAll(lines);
        refresh();
        markChosen();
    }

    /// What is shown already is not asked for again.
    private void choose(PastRun run) {
        Side side = new Side.Kept(run.entry());
        if (!bench.history().chosen().get().equals(Optional.of(side)))
            bench.history().choose(side);
    }

    private void markChosen() {
        Optional<Side> chosen = bench.history().chosen().get();
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i) instanceof Line.Run(PastRun run)
                    && chosen.equals(Optional.of(new Side.Kept(run.entry())))) {
                getSelectionModel().select(i);
                return;
            }
        }
        getSelectionModel().clearSelection();
    }

    private String day(LocalDate day) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        if (day.equals(today)) return bench.say("desktop.history.today");
        if (day.equals(today.minusDays(1))) return bench.say("desktop.history.yesterday");
        return day.toString();
    }

    private final class RunCell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(null);
            setText(null);
            setAccessibleText(null);
            getStyleClass().removeAll("day", "run");
            // A heading is nothing to choose.
            setDisable(line instanceof Line.Day);
            if (empty || line == null) return;
            switch (line) {
                case Line.Day(LocalDate day) -> {
                    getStyleClass().add("day");
                    setText(day(day));
                }
                case Line.Run(PastRun run) -> {
                    getStyleClass().add("run");
                    setGraphic(graphic(run));
                    setAccessibleText(spoken(run));
                }
            }
        }

        private VBox graphic(PastRun run) {
            Label time = new Label(bench.wording().format().timeOfDay(run.at()));
            time.getStyleClass().add("row-title");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox head = new HBox(time, gap);
            head.setAlignment(Pos.CENTER_LEFT);
            head.getStyleClass().add("run-head");
            for (Verdict verdict : COUNTED) {
                if (run.count(verdict) > 0) head.getChildren().add(count(verdict, run.count(verdict)));
            }
            if (COUNTED.stream().allMatch(verdict -> run.count(verdict) == 0)) {
                head.getChildren().add(new VerdictIcon(Optional.of(Verdict.OK)));
            }
            Label headline = new Label(bench.raw(run.headline()));
            headline.getStyleClass().add("row-proof");
            VBox box = new VBox(head, headline, new VerdictBar(run.counts()));
            box.getStyleClass().add("run-box");
            box.setMinWidth(0);
            box.prefWidthProperty().bind(RunList.this.widthProperty().subtract(44));
            box.maxWidthProperty().bind(box.prefWidthProperty());
            return box;
        }

        private HBox count(Verdict verdict, int count) {
            HBox box = new HBox(new VerdictIcon(Optional.of(verdict)), new Label(Integer.toString(count)));
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("run-count");
            return box;
        }

        private String spoken(PastRun run) {
            return bench.say(
                    "desktop.history.run-spoken",
                    run.at(),
                    run.count(Verdict.PROBLEM),
                    run.count(Verdict.WARNING),
                    run.count(Verdict.UNKNOWN),
                    bench.raw(run.headline()));
        }
    }
}
