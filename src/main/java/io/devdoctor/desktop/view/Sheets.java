package io.devdoctor.desktop.view;

import atlantafx.base.controls.ModalPane;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What is shown above everything else, one at a time. The focus goes into it, stays in it, and goes back where it was;
/// Esc always closes it.
final class Sheets {
    private static final Duration STILL = Duration.ONE;
    private final ModalPane pane = new ModalPane();
    private final Runnable otherwise;
    private @Nullable Function<Runnable, ? extends Node> shown;
    private @Nullable Node before;

    /// @param otherwise gives the focus to something where what had it is gone
    Sheets(Workbench bench, Runnable otherwise) {
        this.otherwise = otherwise;
        // Closed it is no place to be in, open its sheet is.
        pane.setFocusTraversable(false);
        pane.displayProperty().subscribe((_, open) -> {
            if (!open) giveBack();
        });
        bench.wording().whenever(this::sayAnew);
    }

    ModalPane pane() {
        return pane;
    }

    boolean isOpen() {
        return pane.isDisplay();
    }

    /// Sheets grow out of the window, or are simply there.
    void move(boolean reduced) {
        if (reduced) pane.usePredefinedTransitionFactories(null, STILL, STILL);
        else pane.usePredefinedTransitionFactories(null);
    }

    /// @param sheet makes it, given what takes it away again; made anew when the language changes
    void show(Function<Runnable, ? extends Node> sheet) {
        if (isOpen()) return;
        before = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        shown = sheet;
        Node made = sheet.apply(this::close);
        pane.show(made);
        Panes.focusFirst(made);
    }

    void close() {
        pane.hide(true);
    }

    /// Before anything else in the window sees the keys.
    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!isOpen()) return;
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            } else if (event.getCode() == KeyCode.TAB && goesRound(scene.getFocusOwner(), event.isShiftDown())) {
                event.consume();
            }
        });
    }

    /// After the last comes the first, and whatever is behind the sheet comes never.
    private boolean goesRound(@Nullable Node focused, boolean back) {
        Node content = pane.getContent();
        List<Node> stops = content == null ? List.of() : Panes.stops(content);
        if (stops.isEmpty()) return true;
        boolean inside = focused != null && Panes.isWithin(focused, content);
        if (inside && focused != (back ? stops.getFirst() : stops.getLast())) return false;
        (back ? stops.getLast() : stops.getFirst()).requestFocus();
        return true;
    }

    private void sayAnew() {
        if (!isOpen() || shown == null) return;
        Node made = shown.apply(this::close);
        Node focused = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        String id = focused == null ? null : focused.getId();
        pane.setContent(made);
        named(Panes.stops(made), id).ifPresentOrElse(Node::requestFocus, () -> Panes.focusFirst(made));
    }

    private void giveBack() {
        Node back = before;
        before = null;
        shown = null;
        Scene scene = pane.getScene();
        if (scene == null) return;
        if (back != null && back.getScene() == scene) back.requestFocus();
        else successor(scene, back).ifPresentOrElse(Node::requestFocus, otherwise);
    }

    /// What was made anew meanwhile has the same name.
    private static Optional<Node> successor(Scene scene, @Nullable Node gone) {
        if (gone == null) return Optional.empty();
        return named(Panes.stops(scene.getRoot()), gone.getId());
    }

    private static Optional<Node> named(List<Node> nodes, @Nullable String id) {
        return nodes.stream()
                .filter(node -> id != null && id.equals(node.getId()))
                .findFirst();
    }
}
