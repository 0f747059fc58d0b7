package io.devdoctor.desktop.view;

import io.devdoctor.fix.FileDiff;
import io.devdoctor.fix.SideBySide.Cell;
import io.devdoctor.fix.TextLine;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One line of one side of a difference: its number, its sign, its words, and its end where that matters.
final class DiffLine extends HBox {
    private final Workbench bench;

    /// @param cell empty = no line stands on this side
    /// @param ends whether the ends of the lines are named
    DiffLine(Workbench bench, Optional<Cell> cell, boolean ends) {
        this.bench = bench;
        getStyleClass().add("diff-line");
        setAlignment(Pos.TOP_LEFT);
        cell.ifPresentOrElse(it -> show(it, ends), () -> getStyleClass().add("diff-nothing"));
    }

    private void show(Cell cell, boolean ends) {
        getStyleClass().add(styleClass(cell.kind()));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(bench.say("desktop.diff." + cell.kind().name(), String.valueOf(cell.number()), cell.text()));
        if (cell.kind() == FileDiff.Kind.GAP) {
            getChildren().addAll(label("  ⋯", "line-number"), label(bench.say("desktop.diff.left-out"), "line-end"));
            return;
        }
        MarkedProse words = new MarkedProse(cell.spans());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        getChildren().addAll(label("%3d".formatted(cell.number()), "line-number"), label(sign(cell.kind()), "sign"));
        if (cell.bom()) getChildren().add(label("BOM", "line-mark"));
        getChildren().add(words);
        boolean named = ends && cell.end() != TextLine.End.NONE;
        if (named) getChildren().add(label(cell.end().name(), "line-mark"));
    }

    private static Label label(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().add(styleClass);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static String sign(FileDiff.Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case REMOVED -> "−";
            case CONTEXT, GAP -> " ";
        };
    }

    private static String styleClass(FileDiff.Kind kind) {
        return switch (kind) {
            case ADDED -> "diff-added";
            case REMOVED -> "diff-removed";
            case CONTEXT -> "diff-context";
            case GAP -> "diff-gap";
        };
    }
}
