package io.devdoctor.desktop.view;

import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.PastRun;
import io.devdoctor.desktop.model.Side;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How the machine fared from examination to examination: a column per run, newest at the right.
final class HistoryStrip extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final List<Verdict> STACKED = List.of(Verdict.UNKNOWN, Verdict.WARNING, Verdict.PROBLEM);
    private static final int MOST = 40;
    private static final double HEIGHT = 44;
    private static final double LEAST = 3;
    /// A column and the gap after it.
    private static final double WIDEST = 39;
    private static final double LEAST_FOOT = 170;

    private final Workbench bench;
    private final HBox columns = new HBox();
    private List<PastRun> runs = List.of();

    HistoryStrip(Workbench bench) {
        this.bench = bench;
        setId("history-strip");
        getStyleClass().addAll("card", "history-strip");
        columns.getStyleClass().add("columns");
        columns.setAlignment(Pos.BOTTOM_LEFT);
        columns.setMinHeight(HEIGHT + 8);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnKeyPressed(this::walk);
        bench.history().chosen().subscribe(this::markChosen);
    }

    void render() {
        List<PastRun> all = bench.history().runs();
        boolean enough = all.size() > 1;
        setVisible(enough);
        setManaged(enough);
        if (!enough) return;
        runs = all.stream().limit(MOST).toList().reversed();
        double most = Math.max(
                1, runs.stream().mapToDouble(HistoryStrip::weight).max().orElse(1));
        columns.getChildren().setAll(runs.stream().map(run -> column(run, most)).toList());
        getChildren().setAll(head(), columns, narrow(foot()));
        setAccessibleText(alternative());
        markChosen();
    }

    /// Roots: one silence with fifty consequences must not hide three problems elsewhere.
    private static double weight(PastRun run) {
        return STACKED.stream()
                .mapToDouble(verdict -> Math.sqrt(run.count(verdict)))
                .sum();
    }

    private VBox column(PastRun run, double most) {
        VBox column = new VBox();
        column.getStyleClass().add("column");
        column.setAlignment(Pos.BOTTOM_CENTER);
        for (Verdict verdict : STACKED) {
            if (run.count(verdict) > 0)
                column.getChildren().add(part(verdict, HEIGHT * Math.sqrt(run.count(verdict)) / most));
        }
        if (column.getChildren().isEmpty()) column.getChildren().add(part(Verdict.OK, LEAST));
        HBox.setHgrow(column, Priority.ALWAYS);
        Tooltip.install(column, new Tooltip(spoken(run)));
        column.setOnMouseClicked(_ -> bench.history().choose(new Side.Kept(run.entry())));
        return column;
    }

    private static Region part(Verdict verdict, double height) {
        Region part = new Region();
        part.getStyleClass().addAll("part", VerdictIcon.styleClass(verdict));
        part.setMinHeight(Math.max(height, LEAST));
        part.setMaxHeight(part.getMinHeight());
        return part;
    }

    private HBox head() {
        Label title = new Label(bench.say("desktop.history.strip"));
        title.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap);
        head.getStyleClass().add("strip-legend");
        head.setAlignment(Pos.CENTER_LEFT);
        for (Verdict verdict : STACKED.reversed()) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", VerdictIcon.styleClass(verdict));
            Label name = new Label(bench.say("desktop.group." + verdict.name()), swatch);
            name.getStyleClass().add("row-proof");
            head.getChildren().add(name);
        }
        return head;
    }

    /// As wide as the columns are, so that the dates stand beneath the first and the last.
    private HBox narrow(HBox foot) {
        foot.setMaxWidth(Math.max(WIDEST * runs.size(), LEAST_FOOT));
        return foot;
    }

    private HBox foot() {
        Label oldest = new Label(bench.wording().format().day(runs.getFirst().at()));
        Label newest = new Label(bench.wording().format().day(runs.getLast().at()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(oldest, gap, newest);
        foot.getChildren().forEach(each -> each.getStyleClass().add("row-proof"));
        return foot;
    }

    private String alternative() {
        PastRun first = runs.getFirst();
        PastRun last = runs.getLast();
        return bench.say(
                "desktop.history.strip.alternative",
                runs.size(),
                first.at(),
                first.count(Verdict.PROBLEM),
                first.count(Verdict.WARNING),
                last.at(),
                last.count(Verdict.PROBLEM),
                last.count(Verdict.WARNING));
    }

    private String spoken(PastRun run) {
        return bench.say(
                "desktop.history.run-spoken",
                run.at(),
                run.count(Verdict.PROBLEM),
                run.count(Verdict.WARNING),
                run.count(Verdict.UNKNOWN),
                bench.raw(run.headline()));
    }

    private void markChosen() {
        int at = chosenPlace();
        for (int i = 0; i < columns.getChildren().size(); i++) {
            columns.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == at);
        }
    }

    private int chosenPlace() {
        Optional<Side> chosen = bench.history().chosen().get();
        for (int i = 0; i < runs.size(); i++) {
            if (chosen.equals(Optional.of(new Side.Kept(runs.get(i).entry())))) return i;
        }
        return -1;
    }

    private void walk(KeyEvent event) {
        int step = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        int next = chosenPlace() + step;
        if (step == 0 || next < 0 || next >= runs.size()) return;
        event.consume();
        bench.history().choose(new Side.Kept(runs.get(next).entry()));
    }
}
