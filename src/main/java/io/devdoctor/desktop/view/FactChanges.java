package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.HistoryView;
import io.devdoctor.report.Comparison;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Versions and resources that are not the same on both sides.
final class FactChanges extends VBox {
    private static final double LABELS = 28;
    private final Workbench bench;

    FactChanges(Workbench bench, HistoryView.Compared compared) {
        this.bench = bench;
        getStyleClass().addAll("card", "fact-changes");
        Label title = new Label(bench.say("desktop.history.facts"));
        title.getStyleClass().add("section-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("fact-grid");
        grid.getColumnConstraints().setAll(column(LABELS), column(50 - LABELS / 2), column(50 - LABELS / 2));
        grid.addRow(
                0,
                new Label(),
                cell(SideName.column(bench, compared.before()), "text-muted"),
                cell(SideName.column(bench, compared.after()), "text-muted"));
        int row = 1;
        for (Comparison.FactChange fact : compared.comparison().facts()) {
            grid.addRow(row++, cell(fact.label(), "text-muted"), value(fact.before()), value(fact.after()));
        }
        getChildren().addAll(title, grid);
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private Label value(String value) {
        return value.isEmpty() ? cell(bench.say("desktop.history.facts.none"), "text-muted") : cell(value);
    }

    private Label cell(String words, String... styleClasses) {
        Label label = new Label(bench.raw(words));
        label.setWrapText(true);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }
}
