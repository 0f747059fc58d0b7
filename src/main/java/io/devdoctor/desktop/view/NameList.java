package io.devdoctor.desktop.view;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Whom something meets, by name; what could not be read is said, never left out. Where there is nothing to name the
/// title stands alone.
final class NameList extends VBox {
    NameList(Workbench bench, String title, Reading<List<String>> names) {
        getStyleClass().add("name-list");
        Label label = new Label(title);
        label.getStyleClass().add("section-title");
        label.setWrapText(true);
        getChildren().add(label);
        body(bench, names).ifPresent(getChildren()::add);
    }

    private static Optional<Node> body(Workbench bench, Reading<List<String>> names) {
        return switch (names) {
            case Reading.Known<List<String>>(List<String> all, Source _) ->
                Optional.of(all.isEmpty() ? none(bench) : pills(bench, all));
            case Reading.Absent<List<String>> _ -> Optional.of(none(bench));
            case Reading.Unknown<List<String>> _ -> Optional.of(new Prose(bench.say("desktop.stops.unknown")));
            case Reading.NotApplicable<List<String>> _ -> Optional.empty();
        };
    }

    private static Node none(Workbench bench) {
        return new Prose(bench.say("desktop.stops.none"), "text-muted");
    }

    private static FlowPane pills(Workbench bench, List<String> names) {
        FlowPane pills = new FlowPane();
        pills.getStyleClass().add("badges");
        names.forEach(name -> pills.getChildren().add(new Pill(bench.raw(name), "outlined")));
        return pills;
    }
}
