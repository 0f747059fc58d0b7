package io.devdoctor.desktop.view;

import java.util.List;
import java.util.Optional;
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
        first(node).orElse(node).requestFocus();
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) return Optional.empty();
        if (node.isFocusTraversable()) return Optional.of(node);
        if (!(node instanceof Parent parent)) return Optional.empty();
        return parent.getChildrenUnmodifiable().stream()
                .flatMap(child -> first(child).stream())
                .findFirst();
    }

    private static boolean isWithin(Node node, Node pane) {
        for (Node each = node; each != null; each = each.getParent()) if (each == pane) return true;
        return false;
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) if (!each.isVisible()) return false;
        return true;
    }
}
