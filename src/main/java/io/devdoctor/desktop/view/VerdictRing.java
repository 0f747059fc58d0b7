package io.devdoctor.desktop.view;

import io.devdoctor.check.Verdict;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;

/// How many findings have which verdict, as a ring, with the number that matters in its middle.
public final class VerdictRing extends StackPane {
    private static final List<Verdict> ORDER =
            List.of(Verdict.PROBLEM, Verdict.WARNING, Verdict.UNKNOWN, Verdict.INFO, Verdict.OK);
    private static final double SIZE = 88;
    private static final double RADIUS = 37;
    private static final double GAP = 3.5;
    /// A single finding among hundreds is still seen.
    private static final double LEAST = 6;

    /// @param unit what the number counts, as a word that follows it
    public VerdictRing(Map<Verdict, Integer> counts, int number, String unit) {
        getStyleClass().add("verdict-ring");
        Pane ring = new Pane();
        Circle track = new Circle(SIZE / 2, SIZE / 2, RADIUS);
        track.getStyleClass().add("track");
        ring.getChildren().add(track);
        ring.setMinSize(SIZE, SIZE);
        ring.setMaxSize(SIZE, SIZE);
        addArcs(ring, counts);
        Label count = new Label(Integer.toString(number));
        count.getStyleClass().add("number");
        Label word = new Label(unit);
        word.getStyleClass().add("unit");
        VBox middle = new VBox(count, word);
        middle.setAlignment(Pos.CENTER);
        getChildren().addAll(ring, middle);
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }

    private static void addArcs(Pane ring, Map<Verdict, Integer> counts) {
        List<Verdict> present =
                ORDER.stream().filter(it -> counts.getOrDefault(it, 0) > 0).toList();
        int total = present.stream().mapToInt(it -> counts.getOrDefault(it, 0)).sum();
        double gaps = present.size() > 1 ? GAP * present.size() : 0;
        double spare = 360 - gaps - LEAST * present.size();
        double start = 90;
        for (Verdict verdict : present) {
            double length = LEAST + spare * counts.getOrDefault(verdict, 0) / total;
            Arc arc = new Arc(SIZE / 2, SIZE / 2, RADIUS, RADIUS, start, -length);
            arc.getStyleClass().addAll("arc", VerdictIcon.styleClass(verdict));
            ring.getChildren().add(arc);
            start -= length + (present.size() > 1 ? GAP : 0);
        }
    }
}
