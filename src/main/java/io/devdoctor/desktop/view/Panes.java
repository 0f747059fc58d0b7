package io.devdoctor.desktop.view;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;

/// The parts of the window between which F6 goes round.
final class Panes {
    private final List<Pane> panes;

    /// @param focus gives the focus to what is most wanted there
    record Pane(Node node, Runnable focus) {}

    Panes(List<Pane> panes) {
        this.panes = List.copyOf(panes);
    }

    /// @param step 1 for the next, -1 for the one before
    void go(int step) {
        Node focused = panes.getFirst().node().getScene().getFocusOwner();
        int at = 0;
        for (int i = 0; i < panes.size(); i++)
            if (isWithin(focused, panes.get(i).node())) at = i;
        for (int i = 1; i <= panes.size(); i++) {
            Pane next = panes.get(Math.floorMod(at + i * step, panes.size()));
            if (!isShown(next.node())) continue;
            next.focus().run();
            return;
        }
    }

    /// The first in it that takes the focus, else itself.
    static void focusFirst(Node node) {
        stops(node).stream().findFirst().orElse(node).requestFocus();
    }

    /// All in it that take the focus, in the order of the Tab key.
    static List<Node> stops(Node node) {
        if (!node.isVisible() || node.isDisabled()) return List.of();
        Stream<Node> within = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> stops(child).stream())
                : Stream.of();
        return Stream.concat(node.isFocusTraversable() ? Stream.of(node) : Stream.of(), within)
                .toList();
    }

    static boolean isWithin(Node node, Node pane) {
        for (Node each = node; each != null; each = each.getParent()) if (each == pane) return true;
        return false;
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) if (!each.isVisible()) return false;
        return true;
    }
}
