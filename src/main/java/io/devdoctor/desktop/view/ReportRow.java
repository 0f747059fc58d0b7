package io.devdoctor.desktop.view;

import io.devdoctor.report.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One finding of a report; its words and evidence unfold.
final class ReportRow extends TitledPane {
    private static final int LONGEST = 4_000;
    private final Workbench bench;
    private final Diagnosis.Item item;

    ReportRow(Workbench bench, Diagnosis.Item item) {
        this.bench = bench;
        this.item = item;
        getStyleClass().add("report-row");
        setAnimated(false);
        setExpanded(false);
        setGraphic(title());
        setAccessibleText(bench.say("verdict." + item.found().name()) + ": " + bench.raw(item.title()));
        VBox body = new VBox();
        body.getStyleClass().add("report-body");
        setContent(body);
        expandedProperty().subscribe(open -> {
            if (open && body.getChildren().isEmpty()) body.getChildren().setAll(words());
        });
    }

    private HBox title() {
        Label words = new Label(bench.raw(item.title()));
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox title = new HBox(new VerdictIcon(Optional.of(item.found())), words);
        if (item.isConsequence()) title.getChildren().add(new Pill(bench.say("desktop.consequence"), "outlined"));
        if (item.isMuted()) title.getChildren().add(new Pill(bench.say("desktop.muted"), "outlined"));
        title.getChildren().add(new Pill(bench.say("area." + item.area().id()), "outlined"));
        title.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("group-heading");
        title.prefWidthProperty().bind(widthProperty().subtract(46));
        return title;
    }

    private List<Node> words() {
        List<Node> parts = new ArrayList<>();
        if (!item.message().isBlank()) parts.add(new Prose(bench.raw(item.message())));
        if (!item.why().isBlank()) parts.add(new Prose(bench.raw(item.why()), "text-muted"));
        for (Diagnosis.Proof proof : item.evidence()) {
            Label what = new Label(bench.raw(proof.what()));
            what.getStyleClass().add("section-title");
            Prose source = new Prose(bench.raw(proof.place()), "source");
            parts.add(new VBox(what, new Prose(bench.raw(cut(proof.shown())), "mono"), source));
        }
        if (!item.fixes().isEmpty()) {
            String titles = String.join(
                    ", ", item.fixes().stream().map(Diagnosis.Cure::title).toList());
            parts.add(new Prose(bench.say("desktop.history.fixes", bench.raw(titles)), "text-muted"));
        }
        parts.add(new Prose(bench.raw(item.check()), "mono", "text-muted"));
        return parts;
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
