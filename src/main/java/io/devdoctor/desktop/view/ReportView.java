package io.devdoctor.desktop.view;

import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.HistoryView;
import io.devdoctor.report.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One earlier examination, or somebody's report, to be read: what was found then, with its evidence.
final class ReportView {
    private static final int MOST = 300;
    private static final List<Verdict> SHOWN = List.of(Verdict.PROBLEM, Verdict.WARNING, Verdict.UNKNOWN, Verdict.INFO);
    private static final List<Verdict> FOLDED = List.of(Verdict.OK, Verdict.NOT_APPLICABLE);
    private final Workbench bench;
    private final HistoryView.Opened opened;

    ReportView(Workbench bench, HistoryView.Opened opened) {
        this.bench = bench;
        this.opened = opened;
    }

    List<Node> parts() {
        List<Node> parts = new ArrayList<>();
        parts.add(head());
        opened.remarks().forEach(text -> parts.add(new Prose(bench.wording().say(text), "text-muted")));
        parts.add(facts());
        SHOWN.forEach(verdict -> group(verdict).ifPresent(parts::add));
        FOLDED.forEach(verdict -> group(verdict).ifPresent(parts::add));
        return parts;
    }

    private VBox head() {
        VBox head = new VBox();
        head.getStyleClass().add("comparison-head");
        if (!bench.history().bases().isEmpty()) {
            Button back = new Button(bench.say("desktop.history.back"), new FontIcon(Feather.ARROW_LEFT));
            back.setId("history-back");
            back.setMnemonicParsing(false);
            back.setOnAction(_ -> bench.history().close());
            head.getChildren().add(back);
        }
        head.getChildren()
                .addAll(
                        new Prose(bench.raw(opened.diagnosis().headline()), "detail-title"),
                        new Prose(
                                bench.say("desktop.history.read-only", SideName.of(bench, opened.side())),
                                "text-muted"));
        return head;
    }

    private Node facts() {
        List<String> facts = opened.diagnosis().machine().stream()
                .map(fact -> fact.label() + ": " + fact.value())
                .toList();
        return new Prose(bench.raw(String.join(" · ", facts)), "text-muted");
    }

    private Optional<Node> group(Verdict verdict) {
        List<Diagnosis.Item> items = opened.diagnosis().branches().stream()
                .flatMap(ReportView::all)
                .filter(item -> item.found() == verdict)
                .toList();
        if (items.isEmpty()) return Optional.empty();
        VBox rows = new VBox();
        rows.getStyleClass().add("report-rows");
        HBox heading = heading(verdict, items.size());
        if (!FOLDED.contains(verdict)) {
            fill(rows, items);
            return Optional.of(new VBox(heading, rows));
        }
        TitledPane fold = new TitledPane("", rows);
        fold.setGraphic(heading);
        fold.getStyleClass().add("quiet-group");
        fold.setAnimated(false);
        fold.setExpanded(false);
        fold.setAccessibleText(bench.say("desktop.group." + verdict.name()) + " " + items.size());
        fold.expandedProperty().subscribe(open -> {
            if (open && rows.getChildren().isEmpty()) fill(rows, items);
        });
        return Optional.of(fold);
    }

    private static Stream<Diagnosis.Item> all(Diagnosis.Branch branch) {
        return Stream.concat(
                Stream.of(branch.item()), branch.consequences().stream().flatMap(ReportView::all));
    }

    private void fill(VBox rows, List<Diagnosis.Item> items) {
        items.stream().limit(MOST).forEach(item -> rows.getChildren().add(new ReportRow(bench, item)));
        if (items.size() > MOST) {
            Label more = new Label(bench.say("desktop.history.more", items.size() - MOST));
            more.getStyleClass().addAll("text-muted", "more");
            rows.getChildren().add(more);
        }
    }

    private HBox heading(Verdict verdict, int number) {
        Label count = new Label(Integer.toString(number));
        count.getStyleClass().add("count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox heading = new HBox(
                new VerdictIcon(Optional.of(verdict)), new Label(bench.say("desktop.group." + verdict.name())), count);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("group-heading");
        return heading;
    }
}
