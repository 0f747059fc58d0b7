package io.devdoctor.desktop.view;

import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Preview;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

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
            case Preview.FileChange file -> new DiffView(bench, file, false);
            case Preview.FolderMove move -> move(move);
            case Preview.RegistryChange value -> new RegistryBlock(bench, value);
            case Preview.CommandLine command -> new CommandBlock(bench, command);
            case Preview.EngineObjects objects -> objects(objects);
            case Preview.Words words -> block(new Prose(bench.wording().say(words.words())));
        };
    }

    private VBox move(Preview.FolderMove move) {
        VBox lines = block(line("-" + bench.raw(move.path()), "diff-removed"));
        lines.getChildren().add(line("+" + bench.raw(move.to()), "diff-added"));
        return lines;
    }

    private VBox objects(Preview.EngineObjects objects) {
        VBox lines = block(DiffView.note(bench.wording()
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

    private static VBox block(Node first) {
        VBox block = new VBox(first);
        block.getStyleClass().add("preview-block");
        return block;
    }
}
