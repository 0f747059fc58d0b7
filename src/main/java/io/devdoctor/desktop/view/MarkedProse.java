package io.devdoctor.desktop.view;

import atlantafx.base.controls.SelectableTextFlow;
import io.devdoctor.fix.SideBySide.Span;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/// A line of code that wraps and can be selected, with the words that changed on a ground of their own.
final class MarkedProse extends SelectableTextFlow {
    private final List<Span> spans;
    private final Path ground = new Path();

    MarkedProse(List<Span> spans) {
        this.spans = spans;
        setText(spans.stream().map(MarkedProse::text).toArray(Text[]::new));
        setPrefWidth(USE_COMPUTED_SIZE);
        getStyleClass().add("prose");
        setAccessibleRole(AccessibleRole.TEXT);
        ground.getStyleClass().add("changed-words");
        ground.setManaged(false);
        ground.setMouseTransparent(true);
        ground.setStroke(null);
        getChildren().addFirst(ground);
    }

    private static Text text(Span span) {
        Text text = new Text(span.text());
        text.getStyleClass().add("mono");
        return text;
    }

    /// A text flow claims the height it would need with one word per line.
    @Override
    protected double computeMinHeight(double width) {
        return width < 0 ? 0 : super.computePrefHeight(width);
    }

    /// Where the words stand is known only after the lines were broken.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        ground.getElements().clear();
        int at = 0;
        for (Span span : spans) {
            int end = at + span.text().length();
            if (span.changed()) ground.getElements().addAll(getRangeShape(at, end, false));
            at = end;
        }
    }
}
