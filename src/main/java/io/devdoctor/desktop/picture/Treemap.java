package io.devdoctor.desktop.picture;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;

/// Lays out areas in proportion: halves the list by weight and cuts the longer side, so that boxes stay near square.
final class Treemap {
    private Treemap() {}

    /// One rectangle for each weight, in the same order; weights must be positive and sorted, largest first.
    static List<Rectangle2D> layOut(List<Long> weights, Rectangle2D area) {
        if (weights.size() <= 1) return weights.isEmpty() ? List.of() : List.of(area);
        long total = weights.stream().mapToLong(Long::longValue).sum();
        int cut = 1;
        long head = weights.getFirst();
        while (cut < weights.size() - 1 && head + weights.get(cut) <= total / 2) head += weights.get(cut++);
        double share = (double) head / total;
        Rectangle2D first;
        Rectangle2D rest;
        if (area.getWidth() >= area.getHeight()) {
            double width = area.getWidth() * share;
            first = new Rectangle2D(area.getMinX(), area.getMinY(), width, area.getHeight());
            rest = new Rectangle2D(area.getMinX() + width, area.getMinY(), area.getWidth() - width, area.getHeight());
        } else {
            double height = area.getHeight() * share;
            first = new Rectangle2D(area.getMinX(), area.getMinY(), area.getWidth(), height);
            rest = new Rectangle2D(area.getMinX(), area.getMinY() + height, area.getWidth(), area.getHeight() - height);
        }
        List<Rectangle2D> all = new ArrayList<>(layOut(weights.subList(0, cut), first));
        all.addAll(layOut(weights.subList(cut, weights.size()), rest));
        return List.copyOf(all);
    }
}
