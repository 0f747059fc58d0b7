package io.devdoctor.desktop.view;

import java.util.function.Function;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;

/// Asks the window, from anywhere within it, to show something above everything else.
final class SheetRequest extends Event {
    static final EventType<SheetRequest> SHOW = new EventType<>(Event.ANY, "SHEET");
    private static final long serialVersionUID = 1;
    private final transient Function<Runnable, Node> sheet;

    /// @param sheet makes it, given what takes it away again
    SheetRequest(Function<Runnable, Node> sheet) {
        super(SHOW);
        this.sheet = sheet;
    }

    Function<Runnable, Node> sheet() {
        return sheet;
    }
}
