package io.devdoctor.desktop.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The items of a column that have a node, in their order, which is that in which the focus travels.
final class Cells {
    private final ObservableList<Node> children;
    private List<VirtualColumn.Item> items = List.of();
    private List<Cell> cells = new ArrayList<>();

    static final class Cell {
        private final VirtualColumn.Item item;
        final Region node;
        private int index;
        /// Whether its height is to be measured.
        boolean fresh = true;

        Cell(VirtualColumn.Item item, int index) {
            this.item = item;
            this.node = item.make().get();
            this.index = index;
        }

        int index() {
            return index;
        }

        Object key() {
            return item.key();
        }

        boolean hasFocus() {
            return node.isFocusWithin();
        }
    }

    /// @param children where the nodes stand; others may stand behind them
    Cells(ObservableList<Node> children) {
        this.children = children;
    }

    /// What is still among the items keeps its node, unless it shows something else now.
    ///
    /// @param found the places of the items by key
    void show(List<VirtualColumn.Item> next, Map<Object, Integer> found) {
        List<Cell> kept = new ArrayList<>();
        for (Cell cell : cells) {
            Integer at = found.get(cell.key());
            if (at == null) {
                children.remove(cell.node);
            } else if (next.get(at).content().equals(cell.item.content())) {
                cell.index = at;
                kept.add(cell);
            } else {
                kept.add(renewed(cell, next.get(at), at));
            }
        }
        inOrder(kept);
        cells = kept;
        items = next;
    }

    /// The focus stays where it was, on what is shown now.
    private Cell renewed(Cell before, VirtualColumn.Item item, int index) {
        Cell cell = new Cell(item, index);
        boolean focused = before.node.isFocused();
        children.set(children.indexOf(before.node), cell.node);
        if (focused) cell.node.requestFocus();
        return cell;
    }

    /// The focus travels in the order of the children. What has it is not touched.
    private void inOrder(List<Cell> kept) {
        List<Cell> sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.comparingInt(cell -> cell.index));
        if (sorted.equals(kept)) return;
        kept.stream().filter(cell -> !cell.hasFocus()).forEach(cell -> children.remove(cell.node));
        kept.removeIf(cell -> !cell.hasFocus());
    }

    /// The cell of an item, made if there is none.
    Cell at(int index) {
        int low = 0;
        int high = cells.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Cell cell = cells.get(middle);
            if (cell.index == index) return cell;
            if (cell.index < index) low = middle + 1;
            else high = middle - 1;
        }
        Cell made = new Cell(items.get(index), index);
        cells.add(low, made);
        children.add(low, made.node);
        return made;
    }

    /// The keys of the items that have a node at present.
    Set<Object> withNodes() {
        return cells.stream().map(cell -> cell.key()).collect(Collectors.toSet());
    }

    /// The node of an item, if it has one at present.
    Optional<Region> node(Object key) {
        return cells.stream()
                .filter(cell -> cell.key().equals(key))
                .map(cell -> cell.node)
                .findFirst();
    }

    /// The key of the item that a node shows.
    Optional<Object> key(Node node) {
        return cells.stream()
                .filter(cell -> cell.node == node)
                .map(cell -> cell.key())
                .findFirst();
    }

    /// Those that have a node at present.
    List<Cell> all() {
        return List.copyOf(cells);
    }

    void release(Cell cell) {
        cells.remove(cell);
        children.remove(cell.node);
    }
}
