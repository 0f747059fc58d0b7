package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.fix.FileDiff;
import io.devdoctor.fix.FormText;
import io.devdoctor.fix.Preview;
import io.devdoctor.fix.SideBySide;
import io.devdoctor.fix.TextLine;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What becomes of a file: its path and form, what changes beside the words, and the lines that differ.
final class DiffView extends VBox {
    private final Workbench bench;
    private final Preview.FileChange file;

    /// @param large whether it already fills a sheet
    DiffView(Workbench bench, Preview.FileChange file, boolean large) {
        this.bench = bench;
        this.file = file;
        getStyleClass().addAll("preview-block", "diff");
        boolean lines = !file.diff().form().alone();
        getChildren().add(heading(lines && !large));
        FormText.of(file.diff())
                .forEach(note -> getChildren().add(note(bench.wording().say(note))));
        if (lines) {
            DiffLines shown = new DiffLines(bench, columns(), isMixed(), large);
            VBox.setVgrow(shown, Priority.ALWAYS);
            getChildren().add(shown);
        }
    }

    private SideBySide columns() {
        List<FileDiff.Line> lines = file.diff().lines();
        return SideBySide.of(
                lines,
                bench.wording()
                        .raw(lines.stream().map(line -> line.content().text()).toList()));
    }

    private HBox heading(boolean canGrow) {
        Prose path = new Prose(bench.raw(file.path()), "mono");
        path.setMinWidth(0);
        HBox.setHgrow(path, Priority.ALWAYS);
        HBox heading = new HBox(path);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setFillHeight(false);
        heading.getStyleClass().addAll("diff-line", "diff-heading");
        if (file.kind() != Preview.FileChange.Kind.CHANGED) {
            heading.getChildren()
                    .add(mark(bench.say("desktop.preview." + file.kind().name())));
        }
        if (!form().isEmpty()) heading.getChildren().add(mark(form()));
        if (canGrow) heading.getChildren().add(larger());
        return heading;
    }

    private static Label mark(String words) {
        Label mark = new Label(words);
        mark.getStyleClass().add("line-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        return mark;
    }

    private Button larger() {
        Button larger = new Button(null, new FontIcon(Feather.MAXIMIZE_2));
        larger.setId("diff-larger");
        larger.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        larger.setTooltip(new Tooltip(bench.say("desktop.diff.larger")));
        larger.setAccessibleText(bench.say("desktop.diff.larger"));
        larger.setOnAction(_ -> {
            // Where the focus goes back to.
            larger.requestFocus();
            larger.fireEvent(new SheetRequest(close -> new DiffSheet(bench, file, close)));
        });
        return larger;
    }

    /// `UTF-8 · CRLF`: how the file is written, where one word says it.
    private String form() {
        FileDiff diff = file.diff();
        String charset = diff.charsetAfter().isEmpty() ? diff.charsetBefore() : diff.charsetAfter();
        String ends = ends().stream().map(Enum::name).collect(Collectors.joining("/"));
        return ends.isEmpty() ? charset : charset + " · " + ends;
    }

    /// Where every line ends alike, naming the ends would only be noise.
    private boolean isMixed() {
        return ends().size() > 1;
    }

    private List<TextLine.End> ends() {
        return file.diff().lines().stream()
                .filter(line -> line.kind() != FileDiff.Kind.GAP)
                .map(line -> line.content().end())
                .filter(end -> end != TextLine.End.NONE)
                .distinct()
                .sorted()
                .toList();
    }

    static HBox note(String words) {
        Prose prose = new Prose(words, "text-muted");
        HBox.setHgrow(prose, Priority.ALWAYS);
        HBox line = new HBox(prose);
        line.getStyleClass().addAll("diff-line", "diff-note");
        return line;
    }
}
