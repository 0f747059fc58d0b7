package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.HistoryView;
import io.devdoctor.desktop.model.Side;
import io.devdoctor.report.Comparison;
import io.devdoctor.report.Comparison.Change;
import io.devdoctor.report.Comparison.Kind;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// What is different between two examinations, or one examination by itself.
final class ComparisonView extends ScrollPane {
    private final Workbench bench;
    private final VBox content = new VBox();

    ComparisonView(Workbench bench) {
        this.bench = bench;
        setId("history-view");
        getStyleClass().addAll("overview", "comparison");
        content.getStyleClass().add("comparison-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        bench.history().view().subscribe(this::renderFromTop);
        bench.history().listing().subscribe(this::render);
        bench.wording().whenever(this::render);
    }

    private void renderFromTop() {
        render();
        setVvalue(0);
    }

    private void render() {
        content.getChildren()
                .setAll(
                        switch (bench.history().view().get()) {
                            case HistoryView.Nothing _ -> List.of();
                            case HistoryView.Compared compared -> compared(compared);
                            case HistoryView.Opened opened -> new ReportView(bench, opened).parts();
                            case HistoryView.Refused(Text why) ->
                                List.of(new Prose(bench.wording().say(why)));
                        });
    }

    private List<Node> compared(HistoryView.Compared compared) {
        Comparison comparison = compared.comparison();
        boolean same = compared.before().isOfThisMachine() && compared.after().isOfThisMachine();
        String manner = same ? "since." : "other.";
        List<Node> parts = new ArrayList<>();
        parts.add(head(compared, same));
        compared.remarks().forEach(text -> parts.add(new Prose(bench.wording().say(text), "text-muted")));
        if (comparison.isEmpty()) {
            int all = comparison.changes().size();
            parts.add(new Prose(bench.say("desktop.history.same", all)));
            return parts;
        }
        parts.add(counts(comparison, manner));
        if (same) new Between(bench, compared).sentence().ifPresent(parts::add);
        DifferenceGroups groups = new DifferenceGroups(bench, compared, manner);
        parts.addAll(groups.telling());
        if (!comparison.facts().isEmpty()) parts.add(new FactChanges(bench, compared));
        parts.addAll(groups.quiet());
        return parts;
    }

    private VBox head(HistoryView.Compared compared, boolean same) {
        String key = same ? "desktop.history.changed" : "desktop.history.differs";
        Prose title = new Prose(bench.say(key, SideName.of(bench, compared.before())), "detail-title");
        Label against = new Label(bench.say("desktop.history.against"));
        against.getStyleClass().add("text-muted");
        ComboBox<Side> bases = bases(compared.before());
        against.setLabelFor(bases);
        Button open = new Button(bench.say("desktop.history.open"));
        open.setId("history-open");
        open.setMnemonicParsing(false);
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(_ -> bench.history().open());
        FlowPane line = new FlowPane(against, bases, open);
        line.setRowValignment(VPos.CENTER);
        line.getStyleClass().add("base-line");
        VBox head = new VBox(title, line);
        head.getStyleClass().add("comparison-head");
        return head;
    }

    private ComboBox<Side> bases(Side now) {
        ComboBox<Side> bases = new ComboBox<>();
        bases.setId("history-base");
        bases.setConverter(new StringConverter<>() {
            @Override
            public String toString(Side side) {
                return side == null ? "" : SideName.of(bench, side);
            }

            @Override
            public Side fromString(String text) {
                throw new UnsupportedOperationException("it is chosen, not typed");
            }
        });
        bases.getItems().setAll(bench.history().bases());
        bases.setValue(now);
        bases.setVisibleRowCount(12);
        bases.setMinWidth(120);
        bases.setMaxWidth(300);
        bases.setAccessibleText(bench.say("desktop.history.against"));
        bases.valueProperty().subscribe((_, side) -> {
            if (side != null) bench.history().compareWith(side);
        });
        return bases;
    }

    private FlowPane counts(Comparison comparison, String manner) {
        FlowPane counts = new FlowPane();
        counts.getStyleClass().add("badges");
        for (Kind kind : Kind.values()) {
            List<Change> changes = comparison.of(kind);
            if (kind == Kind.SAME || kind == Kind.UNEXAMINED || changes.isEmpty()) continue;
            counts.getChildren()
                    .add(new Pill(
                            bench.say("desktop.history." + manner + kind.name()) + " " + changes.size(),
                            "verdict-pill",
                            VerdictIcon.styleClass(DifferenceGroups.tint(kind))));
        }
        int same = comparison.of(Kind.SAME).size();
        counts.getChildren().add(new Pill(bench.say("desktop.history.same-count", same), "outlined"));
        return counts;
    }
}
