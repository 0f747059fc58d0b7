package io.devdoctor.desktop.view;

import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.FileDiff;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.FormText;
import io.devdoctor.fix.Preview;
import io.devdoctor.fix.TextLine;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Exactly what a fix will do: differences, command lines, objects, words.
final class PreviewView extends VBox {
    private final Workbench bench;

    PreviewView(Workbench bench, Fix fix) {
        this(bench, Preview.of(fix).parts());
    }

    PreviewView(Workbench bench, List<Preview.Part> parts) {
        this.bench = bench;
        getStyleClass().add("preview");
        parts.forEach(part -> getChildren().add(part(part)));
    }

    private Node part(Preview.Part part) {
        return switch (part) {
            case Preview.FileChange file -> file(file);
            case Preview.FolderMove move -> move(move);
            case Preview.RegistryChange value -> registry(value);
            case Preview.CommandLine command -> command(command);
            case Preview.EngineObjects objects -> objects(objects);
            case Preview.Words words -> block(new Prose(bench.wording().say(words.words())));
        };
    }

    private VBox file(Preview.FileChange file) {
        VBox lines = block(line(bench.raw(file.path()), "diff-heading"));
        if (file.kind() != Preview.FileChange.Kind.CHANGED) {
            lines.getChildren()
                    .add(line(bench.say("desktop.preview." + file.kind().name()), "diff-heading"));
        }
        FormText.of(file.diff())
                .forEach(note -> lines.getChildren().add(small(bench.wording().say(note))));
        if (file.diff().form().alone()) return lines;
        // Where every line ends alike, naming the ends would only be noise.
        boolean mixed = file.diff().lines().stream()
                        .filter(line -> line.kind() != FileDiff.Kind.GAP)
                        .map(line -> line.content().end())
                        .filter(end -> end != TextLine.End.NONE)
                        .distinct()
                        .count()
                > 1;
        List<FileDiff.Line> diff = file.diff().lines();
        List<String> shown = bench.wording()
                .raw(diff.stream().map(line -> line.content().text()).toList());
        for (int i = 0; i < diff.size(); i++) lines.getChildren().add(diffLine(diff.get(i), shown.get(i), mixed));
        return lines;
    }

    private static HBox diffLine(FileDiff.Line line, String text, boolean withEnd) {
        String sign = switch (line.kind()) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CONTEXT -> " ";
            case GAP -> "⋯";
        };
        TextLine content = line.content();
        HBox shown = line(sign + (content.bom() ? "<BOM>" : "") + text, styleClass(line.kind()));
        if (withEnd && line.kind() != FileDiff.Kind.GAP) {
            Label end = new Label(content.end().name());
            end.getStyleClass().add("line-end");
            end.setMinWidth(Region.USE_PREF_SIZE);
            shown.getChildren().add(end);
        }
        return shown;
    }

    private static String styleClass(FileDiff.Kind kind) {
        return switch (kind) {
            case ADDED -> "diff-added";
            case REMOVED -> "diff-removed";
            case CONTEXT -> "diff-context";
            case GAP -> "diff-heading";
        };
    }

    private VBox move(Preview.FolderMove move) {
        VBox lines = block(line("-" + bench.raw(move.path()), "diff-removed"));
        lines.getChildren().add(line("+" + bench.raw(move.to()), "diff-added"));
        return lines;
    }

    private VBox registry(Preview.RegistryChange change) {
        VBox lines = block(line(bench.raw(change.key()), "diff-heading"));
        lines.getChildren().add(line("-" + value(change, change.before()), "diff-removed"));
        lines.getChildren().add(line("+" + value(change, change.after()), "diff-added"));
        return lines;
    }

    private String value(Preview.RegistryChange change, @Nullable String value) {
        return value == null
                ? bench.raw(change.name()) + " " + bench.say("desktop.preview.no-value")
                : bench.raw(change.name() + " = " + value) + "  " + change.type();
    }

    private VBox command(Preview.CommandLine command) {
        VBox lines = block(line(bench.raw(command.typed()), "command"));
        if (command.admin()) lines.getChildren().add(small(bench.say("desktop.preview.admin")));
        if (!command.inverse().isEmpty()) {
            lines.getChildren().add(small(bench.say("desktop.preview.inverse", command.inverseTyped())));
        }
        return lines;
    }

    private VBox objects(Preview.EngineObjects objects) {
        VBox lines = block(small(bench.wording()
                .say(
                        "desktop.preview.objects",
                        objects.objects().size(),
                        io.devdoctor.text.Text.size(objects.bytes()),
                        objects.endpoint())));
        for (EngineChange change : objects.objects()) {
            Prose label = new Prose("-" + bench.raw(change.label() + "  " + change.id()), "mono");
            HBox.setHgrow(label, Priority.ALWAYS);
            Label size =
                    new Label(change.bytes() < 0 ? "" : bench.wording().format().size(change.bytes()));
            size.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(label, size);
            row.setAlignment(Pos.BASELINE_LEFT);
            row.getStyleClass().addAll("diff-line", "diff-removed");
            lines.getChildren().add(row);
        }
        return lines;
    }

    private static HBox line(String words, String styleClass) {
        Prose prose = new Prose(words, "mono");
        HBox.setHgrow(prose, Priority.ALWAYS);
        HBox line = new HBox(prose);
        line.getStyleClass().addAll("diff-line", styleClass);
        return line;
    }

    private static HBox small(String words) {
        HBox line = new HBox(new Prose(words, "text-muted"));
        line.getStyleClass().addAll("diff-line", "diff-note");
        return line;
    }

    private static VBox block(Node first) {
        VBox block = new VBox(first);
        block.getStyleClass().add("preview-block");
        return block;
    }
}
