package io.devdoctor.desktop.view;

import io.devdoctor.check.Area;
import io.devdoctor.desktop.model.RunState;
import io.devdoctor.desktop.picture.Pictures;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pictures side by side on the overview; on the page of an area its own, as wide as the page.
final class PictureStrip extends VBox {
    private final Workbench bench;

    /// The picture of an area, large.
    PictureStrip(Workbench bench, RunState run, Area area) {
        this(bench);
        fill(pictures(run).large(area, run.isRunning()));
    }

    /// All of them, small, beneath a row that folds them away.
    PictureStrip(Workbench bench, RunState run, PictureFold fold) {
        this(bench);
        List<Region> cards = pictures(run).small(run.isRunning());
        if (!cards.isEmpty()) getChildren().add(foldRow(fold, cards));
        fill(cards);
        show(fold);
    }

    private PictureStrip(Workbench bench) {
        this.bench = bench;
        getStyleClass().add("picture-strip");
    }

    private Pictures pictures(RunState run) {
        return new Pictures(
                run.machine(), run.findings(), bench.wording().messages().get(), bench::raw);
    }

    private void fill(List<Region> cards) {
        if (!cards.isEmpty()) getChildren().add(new Columns(cards));
        setVisible(!cards.isEmpty());
        setManaged(isVisible());
    }

    private Button foldRow(PictureFold fold, List<Region> cards) {
        Button row = new Button();
        row.setId("fold-pictures");
        row.getStyleClass().setAll("picture-fold");
        row.setMnemonicParsing(false);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setOnAction(_ -> {
            fold.choose(!fold.isFolded());
            show(fold);
        });
        String titles = cards.stream()
                .map(card -> card.lookup(".section-title"))
                .filter(Label.class::isInstance)
                .map(title -> ((Label) title).getText())
                .collect(Collectors.joining(" · "));
        row.setUserData(titles);
        return row;
    }

    private void show(PictureFold fold) {
        if (getChildren().size() < 2 || !(getChildren().getFirst() instanceof Button row)) return;
        boolean folded = fold.isFolded();
        Node cards = getChildren().getLast();
        cards.setVisible(!folded);
        cards.setManaged(!folded);
        row.setGraphic(new FontIcon(folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN));
        row.setText(folded ? bench.say("desktop.pictures.folded", row.getUserData()) : bench.say("desktop.pictures"));
    }

    /// Equal columns, or one below the other where there is no room.
    private static final class Columns extends Pane {
        private static final double GAP = 12;
        private static final double LEAST = 206;
        /// How high a title is in letters of usual size; those of Chinese are higher.
        private static final double TITLE = 18;

        Columns(List<Region> cards) {
            getChildren().setAll(cards);
        }

        @Override
        public javafx.geometry.Orientation getContentBias() {
            return javafx.geometry.Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            double wide = width < 0 ? getWidth() : width;
            int columns = columns(wide);
            double total = 0;
            for (int row = 0; row * columns < getChildren().size(); row++) {
                total += rowHeight(row, columns, wide) + (row == 0 ? 0 : GAP);
            }
            return total;
        }

        @Override
        protected void layoutChildren() {
            int columns = columns(getWidth());
            double y = 0;
            for (int row = 0; row * columns < getChildren().size(); row++) {
                double height = rowHeight(row, columns, getWidth());
                double width = cardWidth(getWidth(), inRow(row, columns));
                for (int i = 0; i < inRow(row, columns); i++) {
                    getChildren().get(row * columns + i).resizeRelocate(i * (width + GAP), y, width, height);
                }
                y += height + GAP;
            }
        }

        /// The last row may hold fewer cards, which then are wider.
        private int inRow(int row, int columns) {
            return Math.min(columns, getChildren().size() - row * columns);
        }

        private int columns(double width) {
            int fit = (int) ((width + GAP) / (least() + GAP));
            int columns = Math.clamp(fit, 1, getChildren().size());
            // Three above and one below would look as if the last did not belong.
            return columns == 3 && getChildren().size() == 4 ? 2 : columns;
        }

        /// Larger letters need wider cards.
        private double least() {
            Node title = getChildren().getFirst().lookup(".section-title");
            return LEAST * (title == null ? 1 : Math.max(1, title.prefHeight(-1) / TITLE));
        }

        private static double cardWidth(double width, int columns) {
            return (width - GAP * (columns - 1)) / columns;
        }

        private double rowHeight(int row, int columns, double wide) {
            double width = cardWidth(wide, inRow(row, columns));
            return getChildren().stream()
                    .skip((long) row * columns)
                    .limit(columns)
                    .mapToDouble(card -> ((Region) card).prefHeight(width))
                    .max()
                    .orElse(0);
        }
    }
}
