package io.devdoctor.desktop.view;

import io.devdoctor.check.Area;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.AreaSummary;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.RepairModel;
import io.devdoctor.desktop.model.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The areas, each with its worst verdict.
final class NavigationPane extends VBox {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private final Workbench bench;
    private final Map<Page, Button> items = new LinkedHashMap<>();
    private final VBox areas = new VBox();
    private final ProjectsSection projects;
    private final VBox bottom = new VBox();

    NavigationPane(Workbench bench, Commands commands) {
        this.bench = bench;
        projects = new ProjectsSection(bench, commands);
        getStyleClass().add("navigation");
        areas.getStyleClass().add("items");
        bottom.getStyleClass().add("items");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(areas, projects, gap, bottom);
        bench.examinations().state().subscribe(this::render);
        bench.repairs().entries().subscribe(this::render);
        bench.pending().state().subscribe(this::render);
        bench.wording().whenever(this::render);
        bench.window().page().subscribe(this::markHere);
    }

    private void render() {
        RunState run = bench.examinations().state().get();
        Page focused = focusedPage();
        items.clear();
        areas.getChildren().setAll(overview(run));
        if (!run.checks().isEmpty()) areas.getChildren().add(heading(run));
        projects.head(null);
        for (AreaSummary area : AreaSummary.of(run)) {
            if (area.area() != Area.PROJECT) areas.getChildren().add(item(area));
            else if (area.worst().filter(Verdict.NOT_APPLICABLE::equals).isEmpty()) projects.head(item(area));
        }
        bottom.getChildren().clear();
        int waiting = bench.pending().state().get().count();
        if (waiting > 0 && !run.isReplay()) bottom.getChildren().add(pending(waiting));
        bottom.getChildren().addAll(changes(), history(), settings());
        markHere();
        if (focused != null && items.containsKey(focused)) items.get(focused).requestFocus();
    }

    /// Goes to the page at this place, counted from 0.
    void go(int place) {
        if (place < items.size()) List.copyOf(items.values()).get(place).fire();
    }

    void focusHere() {
        Button here = items.get(bench.window().page().get());
        (here == null ? List.copyOf(items.values()).getFirst() : here).requestFocus();
    }

    private @org.jspecify.annotations.Nullable Page focusedPage() {
        return items.entrySet().stream()
                .filter(item -> item.getValue().isFocused())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private Button overview(RunState run) {
        var worst = AreaSummary.worst(run.findings());
        int count = (int) run.findings().stream()
                .filter(it -> worst.filter(verdict -> verdict == it.verdict()).isPresent())
                .count();
        return item(new Page.Overview(), bench.say("desktop.overview"), new VerdictIcon(worst), count);
    }

    private Button changes() {
        int entries = (int) bench.repairs().entries().get().stream()
                .filter(entry -> entry.canUndo() || RepairModel.isUnfinished(entry))
                .count();
        FontIcon icon = new FontIcon(Feather.ROTATE_CCW);
        return item(new Page.Changes(), bench.say("desktop.changes.short"), icon, entries);
    }

    private Button history() {
        return item(new Page.History(), bench.say("desktop.history"), new FontIcon(Feather.CLOCK), 0);
    }

    private Button settings() {
        return item(new Page.Settings(), bench.say("desktop.settings"), new FontIcon(Feather.SETTINGS), 0);
    }

    /// Leads to the overview, whose top says what waits.
    private Button pending(int waiting) {
        FontIcon icon = new FontIcon(Feather.REFRESH_CW);
        Button item = new Button(null, line(bench.say("desktop.pending"), icon, Integer.toString(waiting)));
        prepare(item, new Page.Overview(), bench.say("desktop.pending") + " " + waiting);
        item.setId("go-pending");
        item.getStyleClass().add("verdict-warning");
        return item;
    }

    private Label heading(RunState run) {
        Label heading = new Label(bench.say(run.isReplay() ? "desktop.recorded-machine" : "desktop.this-machine"));
        heading.getStyleClass().add("navigation-heading");
        return heading;
    }

    private Button item(AreaSummary area) {
        String name = bench.say("area." + area.area().id());
        Button item = item(new Page.OfArea(area.area()), name, new VerdictIcon(area.worst()), area.count());
        String verdict =
                area.worst().map(it -> bench.say("verdict." + it.name())).orElseGet(() -> bench.say("desktop.waiting"));
        item.setAccessibleText(name + ", " + verdict + " " + area.count());
        return item;
    }

    private Button item(Page page, String name, Node icon, int count) {
        String number = count == 0 ? "" : Integer.toString(count);
        Button item = new Button(null, line(name, icon, number));
        prepare(item, page, count == 0 ? name : name + " " + number);
        item.setId("go-" + id(page));
        items.put(page, item);
        return item;
    }

    private static HBox line(String name, Node icon, String count) {
        Label number = new Label(count);
        number.getStyleClass().add("count");
        Label words = new Label(name);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(icon, words, number);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("line");
        return line;
    }

    private void prepare(Button item, Page page, String spoken) {
        item.getStyleClass().setAll("navigation-item");
        item.setMaxWidth(Double.MAX_VALUE);
        ((HBox) item.getGraphic()).prefWidthProperty().bind(item.widthProperty().subtract(22));
        item.setAccessibleText(spoken);
        item.setOnAction(_ -> {
            bench.window().query().set("");
            bench.window().page().set(page);
        });
    }

    private static String id(Page page) {
        return switch (page) {
            case Page.Overview _ -> "overview";
            case Page.OfArea(var area) -> area.id();
            case Page.OfProject(var folder) -> "project-" + folder;
            case Page.Changes _ -> "changes";
            case Page.History _ -> "history";
            case Page.Settings _ -> "settings";
            case Page.FixAll _ -> "fix-all";
        };
    }

    private void markHere() {
        items.forEach((page, item) -> item.pseudoClassStateChanged(
                HERE, page.equals(bench.window().page().get())));
    }
}
