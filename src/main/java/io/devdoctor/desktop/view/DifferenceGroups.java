package io.devdoctor.desktop.view;

import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.HistoryView;
import io.devdoctor.report.Comparison;
import io.devdoctor.report.Comparison.Change;
import io.devdoctor.report.Comparison.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Differences by what became of them: first those that one cause explains, beneath their cause, then the others.
final class DifferenceGroups {
    /// More are counted, not drawn.
    private static final int MOST = 200;

    private static final Set<Kind> QUIET = EnumSet.of(Kind.CHANGED, Kind.UNEXAMINED);
    private final Workbench bench;
    private final HistoryView.Compared compared;
    private final String manner;
    private final Set<Change> told = new HashSet<>();

    /// @param manner how kinds are called: of one machine, or of two
    DifferenceGroups(Workbench bench, HistoryView.Compared compared, String manner) {
        this.bench = bench;
        this.compared = compared;
        this.manner = manner;
    }

    /// The colour of a kind.
    static Verdict tint(Kind kind) {
        return switch (kind) {
            case NEW, WORSE -> Verdict.WARNING;
            case UNREAD -> Verdict.UNKNOWN;
            case BETTER, GONE -> Verdict.OK;
            case CHANGED -> Verdict.INFO;
            case UNEXAMINED, SAME -> Verdict.NOT_APPLICABLE;
        };
    }

    /// What a person wants to know.
    List<Node> telling() {
        List<Node> parts = new ArrayList<>();
        compared.comparison().causes().forEach(cause -> parts.add(cause(cause)));
        for (Kind kind : Kind.values()) {
            List<Change> changes = others(kind);
            if (!QUIET.contains(kind) && !changes.isEmpty()) parts.add(group(kind, changes));
        }
        if (!parts.isEmpty()) parts.addFirst(columns());
        return parts;
    }

    /// The rest, folded; asked for after [#telling].
    List<Node> quiet() {
        List<Node> parts = new ArrayList<>();
        for (Kind kind : QUIET) {
            List<Change> changes = others(kind);
            if (!changes.isEmpty()) parts.add(folded(kind, changes));
        }
        return parts;
    }

    /// What stands beneath no cause.
    private List<Change> others(Kind kind) {
        if (kind == Kind.SAME) return List.of();
        return compared.comparison().of(kind).stream()
                .filter(change -> !told.contains(change))
                .filter(change -> kind != Kind.UNEXAMINED || isIll(change))
                .toList();
    }

    private static boolean isIll(Change change) {
        return change.telling().found().isIllness();
    }

    private Node cause(Comparison.Cause cause) {
        VBox rows = rows();
        told.add(cause.change());
        told.addAll(cause.explains());
        rows.getChildren().add(new DifferenceRow(bench, cause.change(), false));
        fill(rows, cause.explains(), true);
        int count = cause.explains().size();
        Kind kind = cause.change().kind();
        String key = switch (kind) {
            case GONE, BETTER -> "desktop.history." + manner + "went";
            case NEW, WORSE, UNREAD, CHANGED, UNEXAMINED, SAME -> "desktop.history." + manner + "came";
        };
        return new VBox(heading(bench.say(key, count), tint(kind), 0), rows);
    }

    private Node group(Kind kind, List<Change> changes) {
        VBox rows = rows();
        fill(rows, changes, false);
        return new VBox(heading(name(kind), tint(kind), changes.size()), rows);
    }

    private TitledPane folded(Kind kind, List<Change> changes) {
        VBox rows = rows();
        TitledPane fold = new TitledPane("", rows);
        fold.setGraphic(heading(name(kind), tint(kind), changes.size()));
        fold.setId("history-" + kind.name());
        fold.getStyleClass().add("quiet-group");
        fold.setAnimated(false);
        fold.setExpanded(false);
        fold.setAccessibleText(name(kind) + " " + changes.size());
        fold.expandedProperty().subscribe(open -> {
            if (open && rows.getChildren().isEmpty()) fill(rows, changes, false);
        });
        return fold;
    }

    private void fill(VBox rows, List<Change> changes, boolean consequence) {
        changes.stream()
                .limit(MOST)
                .forEach(change -> rows.getChildren().add(new DifferenceRow(bench, change, consequence)));
        if (changes.size() > MOST) {
            Label more = new Label(bench.say("desktop.history.more", changes.size() - MOST));
            more.getStyleClass().addAll("text-muted", "more");
            rows.getChildren().add(more);
        }
    }

    private String name(Kind kind) {
        return bench.say("desktop.history." + manner + kind.name());
    }

    private static VBox rows() {
        VBox rows = new VBox();
        rows.getStyleClass().add("rows");
        return rows;
    }

    private HBox heading(String words, Verdict tint, int number) {
        Label name = new Label(words);
        name.setWrapText(true);
        HBox heading = new HBox(new VerdictIcon(Optional.of(tint)), name);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("group-heading");
        if (number > 0) {
            Label count = new Label(Integer.toString(number));
            count.getStyleClass().add("count");
            heading.getChildren().add(count);
        }
        return heading;
    }

    /// Which side is which.
    private GridPane columns() {
        GridPane columns = new GridPane();
        columns.getColumnConstraints().setAll(DifferenceRow.half(), DifferenceRow.half());
        columns.addRow(
                0, column(SideName.column(bench, compared.before())), column(SideName.column(bench, compared.after())));
        columns.getStyleClass().add("difference-columns");
        return columns;
    }

    private Label column(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("section-title");
        label.setWrapText(true);
        return label;
    }
}
