package io.devdoctor.desktop.view;

import io.devdoctor.check.Verdict;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// How verdicts share one examination, as a thin bar. Decoration: the numbers stand beside it.
final class VerdictBar extends HBox {
    private static final List<Verdict> ORDER =
            List.of(Verdict.PROBLEM, Verdict.WARNING, Verdict.UNKNOWN, Verdict.INFO, Verdict.OK);
    /// A single finding among hundreds is still seen.
    private static final double LEAST = 5;

    VerdictBar(Map<Verdict, Integer> counts) {
        getStyleClass().add("verdict-bar");
        int total = ORDER.stream().mapToInt(it -> counts.getOrDefault(it, 0)).sum();
        for (Verdict verdict : ORDER) {
            int count = counts.getOrDefault(verdict, 0);
            if (count == 0) continue;
            Region part = new Region();
            part.getStyleClass().addAll("part", VerdictIcon.styleClass(verdict));
            part.setMinWidth(LEAST);
            part.prefWidthProperty()
                    .bind(widthProperty().multiply((double) count / total).subtract(2));
            if (verdict == Verdict.OK) HBox.setHgrow(part, Priority.ALWAYS);
            getChildren().add(part);
        }
        setMouseTransparent(true);
    }
}
