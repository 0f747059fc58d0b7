package io.devdoctor.desktop.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How high the items of a column are: measured where they were once in sight, else guessed.
final class Heights {
    private final Map<Object, Double> measured = new HashMap<>();
    private List<VirtualColumn.Item> items = List.of();
    private double[] heights = new double[0];
    private double[] above = new double[1];
    private boolean summed = true;
    private double width = -1;

    void renew(List<VirtualColumn.Item> next) {
        items = next;
        heights = new double[next.size()];
        for (int i = 0; i < heights.length; i++) {
            VirtualColumn.Item item = next.get(i);
            heights[i] = measured.getOrDefault(item.key(), item.guess());
        }
        summed = false;
    }

    /// What was measured at another width is a guess.
    ///
    /// @return whether it is another width
    boolean isFor(double now) {
        if (now == width) return false;
        width = now;
        measured.clear();
        return true;
    }

    double get(int index) {
        return heights[index];
    }

    void set(int index, double height) {
        measured.put(items.get(index).key(), height);
        if (heights[index] == height) return;
        heights[index] = height;
        summed = false;
    }

    /// All that is above an item.
    double above(int index) {
        sum();
        return above[index];
    }

    double total() {
        sum();
        return above[heights.length];
    }

    /// The item at a distance from the top.
    int at(double pixels) {
        sum();
        int found = java.util.Arrays.binarySearch(above, pixels);
        int index = found >= 0 ? found : -found - 2;
        return Math.clamp(index, 0, Math.max(0, heights.length - 1));
    }

    private void sum() {
        if (summed) return;
        above = new double[heights.length + 1];
        for (int i = 0; i < heights.length; i++) above[i + 1] = above[i] + heights[i];
        summed = true;
    }
}
