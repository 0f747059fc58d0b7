package io.devdoctor.desktop.view;

import io.devdoctor.fix.Preview;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.repair.Conflict;
import java.util.List;
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
                byHand(bench.say(file.now() == null ? "conflict.by-hand.gone" : "conflict.by-hand.file"));
            }
            case Conflict.InRegistry value -> {
                add(bench.say("desktop.conflict.before"), value(bench, value, value.before()));
                add(bench.say("desktop.conflict.after"), value(bench, value, value.after()));
                add(bench.say("desktop.conflict.now"), value(bench, value, value.now()));
                byHand(bench.say("conflict.by-hand.value"));
            }
            case Conflict.InFolder(String path, String aside) ->
                byHand(bench.say("conflict.by-hand.folder", path, aside));
            case Conflict.InEngine(String _, String label, String now) -> add(bench.raw(label), raw(bench.raw(now)));
        }
    }

    private static Node change(Workbench bench, String path, @Nullable Bytes from, @Nullable Bytes to) {
        if (Objects.equals(from, to)) return new Prose(bench.say("conflict.same"), "text-muted");
        return new PreviewView(bench, List.of(Preview.of(new Step.EditFile(path, from, to))));
    }

    private static Node value(Workbench bench, Conflict.InRegistry place, @Nullable RegistryValue value) {
        if (value == null) return raw(bench.raw(place.name()) + " " + bench.say("desktop.preview.no-value"));
        Step set = new Step.SetRegistryValue(place.key(), place.name(), null, value);
        String shown = Preview.of(set) instanceof Preview.RegistryChange change
                ? Objects.requireNonNullElse(change.after(), "") + "  " + change.type()
                : "";
        return raw(bench.raw(place.name() + " = " + shown));
    }

    private void byHand(String words) {
        getChildren().add(new Prose(words, "text-muted"));
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
