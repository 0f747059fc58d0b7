package io.devdoctor.desktop.view;

import io.devdoctor.fix.SideBySide;
import io.devdoctor.fix.SideBySide.Cell;
import io.devdoctor.fix.SideBySide.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The lines of a difference: two columns where there is room, one where there is not. Many lines are made only as they
/// come into sight.
final class DiffLines extends StackPane {
    /// From this width on two columns can be read.
    static final double WIDE = 640;
    /// More lines than these are not all made at once.
    private static final int MANY = 150;

    private static final double HEIGHT_OF_MANY = 380;
    private final Workbench bench;
    private final SideBySide diff;
    private final boolean ends;
    private @Nullable Boolean columns;

    /// @param wide whether to begin with two columns
    DiffLines(Workbench bench, SideBySide diff, boolean ends, boolean wide) {
        this.bench = bench;
        this.diff = diff;
        this.ends = ends;
        getStyleClass().add("diff-lines");
        arrange(wide);
        // While it is being laid out nothing may be added to it.
        widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) bench.errands().tell(() -> arrange(getWidth() >= WIDE));
        });
    }

    private void arrange(boolean wide) {
        if (columns != null && columns == wide) return;
        columns = wide;
        getChildren().setAll(wide ? lines(diff.rows(), this::twoColumns) : lines(diff.unified(), this::oneColumn));
    }

    private <T> Node lines(List<T> items, Function<T, Node> line) {
        if (items.size() <= MANY) {
            VBox all = new VBox();
            items.forEach(item -> all.getChildren().add(line.apply(item)));
            return all;
        }
        ListView<T> list = new ListView<>(FXCollections.observableList(items));
        list.setPrefHeight(HEIGHT_OF_MANY);
        list.getStyleClass().add("diff-list");
        list.setAccessibleText(bench.say("desktop.diff.lines", items.size()));
        list.setCellFactory(_ -> new LineCell<>(line));
        return list;
    }

    private Node oneColumn(Cell cell) {
        return new DiffLine(bench, Optional.of(cell), ends);
    }

    private Node twoColumns(Row row) {
        if (row.isGap()) return oneColumn(diff.gap());
        Halves columns = new Halves(new DiffLine(bench, row.before(), ends), new DiffLine(bench, row.after(), ends));
        columns.getStyleClass().add("diff-row");
        return columns;
    }

    /// A cell as wide as the list, so that long lines wrap.
    private static final class LineCell<T> extends ListCell<T> {
        private final Function<T, Node> line;

        LineCell(Function<T, Node> line) {
            this.line = line;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : line.apply(item));
        }
    }
}
