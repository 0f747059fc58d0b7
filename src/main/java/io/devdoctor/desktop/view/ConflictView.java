package io.devdoctor.desktop.view;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.repair.Conflict;
import io.devdoctor.text.Text;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Something that somebody else changed: before the fix, after the fix, and now.
final class ConflictView extends VBox {
    ConflictView(Workbench bench, Conflict conflict) {
        getStyleClass().add("section");
        switch (conflict) {
            case Conflict.InFile file -> {
                add(bench.say("desktop.conflict.fix"), change(bench, file.path(), file.before(), file.after()));
                add(bench.say("desktop.conflict.since"), change(bench, file.path(), file.after(), file.now()));
            }
            case Conflict.InRegistry value -> {
                add(bench.say("desktop.conflict.before"), value(bench, value.name(), value.before()));
                add(bench.say("desktop.conflict.after"), value(bench, value.name(), value.after()));
                add(bench.say("desktop.conflict.now"), value(bench, value.name(), value.now()));
            }
            case Conflict.InFolder(String path, String aside) -> add(bench.raw(path), raw(bench.raw(aside)));
            case Conflict.InEngine(String _, String label, String now) -> add(bench.raw(label), raw(bench.raw(now)));
        }
    }

    private static Node change(Workbench bench, String path, @Nullable Bytes from, @Nullable Bytes to) {
        if (Objects.equals(from, to)) return raw("=");
        return new PreviewView(bench, Fix.safe("conflict", Text.of("app.name"), new Step.EditFile(path, from, to)));
    }

    private static Node value(Workbench bench, String name, @Nullable RegistryValue value) {
        return raw(bench.raw(name + " = " + value));
    }

    private static Node raw(String value) {
        return new Prose(value, "mono");
    }

    private void add(String title, Node body) {
        Label label = new Label(title);
        label.getStyleClass().add("section-title");
        label.setWrapText(true);
        getChildren().addAll(label, body);
    }
}
