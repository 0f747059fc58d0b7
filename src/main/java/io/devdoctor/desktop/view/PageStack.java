package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The middle of the window: one page at a time, each made when it is first asked for.
final class PageStack extends StackPane {
    private final Map<Class<? extends Page>, Supplier<? extends Node>> makers;
    private final Map<Class<? extends Page>, Node> made = new HashMap<>();

    /// @param makers one for each kind of page
    PageStack(ObservableValue<Page> page, Map<Class<? extends Page>, Supplier<? extends Node>> makers) {
        this.makers = Map.copyOf(makers);
        page.subscribe(this::show);
    }

    private void show(Page page) {
        Node shown = made.computeIfAbsent(page.getClass(), this::make);
        if (!getChildren().contains(shown)) getChildren().add(shown);
        getChildren().forEach(each -> each.setVisible(each == shown));
    }

    private Node make(Class<? extends Page> kind) {
        Supplier<? extends Node> maker = makers.get(kind);
        if (maker == null) throw new IllegalStateException("no view for " + kind);
        return maker.get();
    }
}
