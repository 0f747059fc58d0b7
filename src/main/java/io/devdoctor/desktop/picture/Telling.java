package io.devdoctor.desktop.picture;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// What a picture says of the part under the pointer, or of the one that the arrow keys have reached. The picture is
/// one
/// stop of the Tab key.
final class Telling {
    private static final PseudoClass TOLD = PseudoClass.getPseudoClass("told");
    private final Region picture;
    private final Form form;
    private final List<Node> parts = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private int here = -1;

    /// Small ones tell by tooltips alone.
    Telling(Region picture, Form form) {
        this.picture = picture;
        this.form = form;
        if (form == Form.LARGE) listen();
    }

    private void listen() {
        picture.getStyleClass().add("telling");
        picture.setFocusTraversable(true);
        picture.setAccessibleRole(AccessibleRole.TEXT);
        picture.setOnKeyPressed(this::pressed);
        picture.setOnMousePressed(_ -> picture.requestFocus());
        picture.setOnMouseExited(_ -> go(picture.isFocused() ? here : -1));
        picture.focusedProperty().subscribe(focused -> go(focused ? Math.max(0, here) : -1));
    }

    void add(Node part, String sentence) {
        int index = parts.size();
        parts.add(part);
        words.add(sentence);
        picture.setAccessibleText(String.join("\n", words));
        part.setOnMouseEntered(_ -> go(index));
        if (form == Form.SMALL) Tooltip.install(part, new Tooltip(sentence));
    }

    ReadOnlyStringProperty told() {
        return told.getReadOnlyProperty();
    }

    private void pressed(KeyEvent event) {
        int next = switch (event.getCode()) {
            case RIGHT, DOWN -> Math.min(here + 1, parts.size() - 1);
            case LEFT, UP -> Math.max(here - 1, 0);
            case HOME -> 0;
            case END -> parts.size() - 1;
            default -> -1;
        };
        if (next < 0 || next == here) return;
        go(next);
        event.consume();
    }

    private void go(int index) {
        if (!picture.isFocusTraversable() || parts.isEmpty()) return;
        here = index;
        for (int i = 0; i < parts.size(); i++) parts.get(i).pseudoClassStateChanged(TOLD, i == index);
        told.set(index < 0 ? "" : words.get(index));
        picture.setAccessibleText(index < 0 ? String.join("\n", words) : words.get(index));
        picture.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
