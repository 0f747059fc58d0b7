package io.devdoctor.desktop.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;

/// Gives the focus back to what takes the place of the node that had it, so that the keyboard is never left nowhere.
///
/// @param id of what had the focus; empty = it was elsewhere
record FocusKeeper(Optional<String> id, boolean inside, int caret) {
    /// Where to go on when the button that was pressed is gone: the next question, how far it has come, or what came
    /// of it. The button that takes it back follows the latter and arrives later.
    private static final List<String> NEXT = List.of("consent-deletes", "consent-apply", "fix-running", "outcome");

    static FocusKeeper in(Parent parent) {
        Node owner = parent.getScene() == null ? null : parent.getScene().getFocusOwner();
        if (owner == null || isOutside(owner, parent)) return new FocusKeeper(Optional.empty(), false, 0);
        int caret = owner instanceof TextField field ? field.getCaretPosition() : 0;
        // What waits itself, as nothing in it could have the focus, is left as soon as something can.
        boolean waits = owner == parent;
        return new FocusKeeper(waits ? Optional.empty() : Optional.ofNullable(owner.getId()), true, caret);
    }

    static boolean isOutside(Node node, Parent parent) {
        for (Node at = node; at != null; at = at.getParent()) if (at == parent) return false;
        return true;
    }

    /// @param otherwise gets the focus where nothing in it takes the place
    void giveBack(Node otherwise) {
        if (!inside) return;
        Node next = id.map(it -> find(otherwise, it))
                .orElseGet(() -> NEXT.stream()
                        .map(it -> find(otherwise, it))
                        .filter(node -> node != null && !node.isDisabled())
                        .findFirst()
                        .orElse(otherwise));
        next.requestFocus();
        if (next instanceof TextField field) field.positionCaret(caret);
    }

    /// Ids hold characters that selectors do not know.
    static @org.jspecify.annotations.Nullable Node find(Node node, String id) {
        if (id.equals(node.getId())) return node;
        if (!(node instanceof Parent parent)) return null;
        for (Node child : parent.getChildrenUnmodifiable()) {
            Node found = find(child, id);
            if (found != null) return found;
        }
        return null;
    }
}
