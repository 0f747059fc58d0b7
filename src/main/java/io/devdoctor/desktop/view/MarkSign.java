package io.devdoctor.desktop.view;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// DevDoctor's mark (`icons/svg/mark.svg`) on 28 pixels, in the colours of the theme. Decoration: nothing is said by
/// it.
final class MarkSign extends StackPane {
    MarkSign() {
        getStyleClass().add("mark");
        getChildren()
                .addAll(
                        path("M7 0h6v6h-6zM0 7h6v6h-6zM14 7h6v6h-6zM7 14h6v6h-6z", "arms"),
                        path("M7 7h6v6h-6z", "cause"));
        setMouseTransparent(true);
    }

    private static SVGPath path(String content, String styleClass) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(styleClass);
        return path;
    }
}
