package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.SourceExcerpt;
import io.devdoctor.desktop.model.SourceExcerpt.End;
import io.devdoctor.desktop.model.SourceExcerpt.Line;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Lines of a file with their numbers; the place is tinted, and what an editor hides can be seen.
final class SourceLines extends VBox {
    /// As [Workbench#raw] shows it.
    private static final String TAB = "\u2409";

    /// @param colour the style class of the verdict
    SourceLines(Workbench bench, SourceExcerpt excerpt, String colour) {
        getStyleClass().addAll("source-lines", colour);
        List<Line> lines = excerpt.lines();
        List<String> texts = bench.wording().raw(lines.stream().map(Line::text).toList());
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).gap()) getChildren().add(gap());
            getChildren().add(row(lines.get(i), texts.get(i), excerpt.mixed()));
        }
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(lines.stream()
                .map(line -> bench.say(
                        "desktop.project.line",
                        String.valueOf(line.number()),
                        texts.get(lines.indexOf(line)),
                        mark(line.end())))
                .collect(Collectors.joining("\n")));
    }

    /// Where every line ends as Linux wants it, there is nothing to say about that.
    private static Node row(Line line, String text, boolean mixed) {
        Label number = new Label(String.valueOf(line.number()));
        number.getStyleClass().addAll("mono", "source-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("source-text");
        if (line.marked()) flow.getChildren().add(mark("BOM", "source-bom"));
        String[] pieces = text.split(TAB, -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) flow.getChildren().add(letters("\u2192   ", "source-tab"));
            if (!pieces[i].isEmpty()) flow.getChildren().add(letters(pieces[i], "source-letters"));
        }
        boolean told = line.end() != End.NONE && (mixed || line.end() != End.LF);
        if (told) flow.getChildren().add(mark(mark(line.end()), "source-end"));
        HBox.setHgrow(flow, Priority.ALWAYS);
        flow.setMinWidth(0);
        HBox row = new HBox(number, flow);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("source-line");
        if (line.here()) row.getStyleClass().add("here");
        if (line.end() != End.NONE)
            row.getStyleClass().add("ends-" + mark(line.end()).toLowerCase(Locale.ROOT));
        return row;
    }

    private static String mark(End end) {
        return end == End.NONE ? "" : end.name();
    }

    private static Text letters(String words, String styleClass) {
        Text text = new Text(words);
        text.getStyleClass().addAll("mono", styleClass);
        return text;
    }

    private static Label mark(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().addAll("source-mark", styleClass);
        return label;
    }

    private static Node gap() {
        Label dots = new Label("\u22EF");
        dots.getStyleClass().addAll("mono", "source-number", "source-gap");
        return dots;
    }
}
