package io.devdoctor.desktop.view;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.FindingGroup;
import io.devdoctor.desktop.model.FindingGroup.Row;
import io.devdoctor.desktop.model.Heading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The findings, group by group. Rows that stay the same stay the same nodes, so that focus and the reader's eye keep
/// their place while results stream in.
final class FindingList extends VBox {
    private final Workbench bench;
    private final Runnable showFixes;
    private Map<Row, FindingRow> rows = new HashMap<>();
    private Map<FindingGroup, Node> sections = new HashMap<>();
    private List<FindingGroup> groups = List.of();

    FindingList(Workbench bench, Runnable showFixes) {
        this.bench = bench;
        this.showFixes = showFixes;
        getStyleClass().add("finding-list");
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    }

    /// After the words have changed every row is made anew.
    void forget() {
        rows = new HashMap<>();
        sections = new HashMap<>();
    }

    void show(List<FindingGroup> next) {
        Map<Row, FindingRow> kept = new HashMap<>();
        Map<FindingGroup, Node> keptSections = new HashMap<>();
        next.stream()
                .flatMap(group -> group.rows().stream())
                .forEach(row -> kept.put(row, rows.containsKey(row) ? rows.get(row) : make(row)));
        rows = kept;
        for (FindingGroup group : next) {
            Node section = sections.containsKey(group) ? sections.get(group) : section(group);
            if (section instanceof TitledPane fold)
                fold.setExpanded(bench.window().isUnfolded(group));
            keptSections.put(group, section);
        }
        sections = keptSections;
        groups = next;
        List<Node> children = new ArrayList<>(next.stream().map(sections::get).toList());
        if (children.isEmpty()) children.add(nothing());
        if (!getChildren().equals(children)) getChildren().setAll(children);
        markChosen();
    }

    private List<FindingRow> visible() {
        return groups.stream()
                .filter(bench.window()::isUnfolded)
                .flatMap(group -> group.rows().stream())
                .map(rows::get)
                .filter(node -> node.finding().isPresent() && !isHidden(node))
                .toList();
    }

    void markChosen() {
        Finding chosen = bench.window().chosen().get().orElse(null);
        rows.forEach((_, node) -> {
            boolean isIt =
                    chosen != null && node.finding().filter(chosen::equals).isPresent();
            node.setChosen(isIt);
            if (isIt) open(node);
        });
    }

    void focusChosen() {
        Finding chosen = bench.window().chosen().get().orElse(null);
        List<FindingRow> order = visible();
        order.stream()
                .filter(node -> node.finding().filter(it -> it.equals(chosen)).isPresent())
                .findFirst()
                .or(() -> order.stream().findFirst())
                .ifPresent(Node::requestFocus);
    }

    private FindingRow make(Row row) {
        Runnable choose = () -> {
            if (row instanceof Row.Found(Finding finding, boolean _))
                bench.window().choose(finding);
        };
        return new FindingRow(bench, row, choose, showFixes);
    }

    private Node section(FindingGroup group) {
        VBox box = new VBox();
        box.getStyleClass().add("rows");
        Consequences.fold(group.rows(), bench.window().isSearching())
                .forEach(entry -> box.getChildren().add(entry(entry)));
        if (group.heading().isEmpty()) return box;
        Heading title = group.heading().get();
        HBox heading = heading(group, title);
        if (!group.isQuiet()) return new VBox(heading, box);
        TitledPane fold = new TitledPane("", box);
        fold.setGraphic(heading);
        fold.setAnimated(false);
        fold.setExpanded(bench.window().isUnfolded(group));
        fold.setId("group-" + title.name());
        fold.setAccessibleText(bench.say("desktop.group." + title.name()) + " " + group.count());
        fold.expandedProperty().subscribe((_, open) -> bench.window().unfold(title, open));
        return fold;
    }

    private Node entry(Consequences.Entry entry) {
        return switch (entry) {
            case Consequences.Entry.Shown(Row row) -> rows.computeIfAbsent(row, this::make);
            case Consequences.Entry.Folded(List<Row> hidden) -> {
                VBox inner = new VBox();
                hidden.forEach(row -> inner.getChildren().add(rows.get(row)));
                TitledPane fold = new TitledPane(bench.say("desktop.consequences.unread", hidden.size()), inner);
                fold.getStyleClass().add("consequences");
                fold.setAnimated(false);
                fold.setExpanded(false);
                yield fold;
            }
        };
    }

    /// Whether it stands in a fold that is shut.
    private static boolean isHidden(Node row) {
        for (Parent at = row.getParent(); at != null; at = at.getParent()) {
            if (at instanceof TitledPane fold && !fold.isExpanded()) return true;
        }
        return false;
    }

    /// What was chosen elsewhere must be seen here.
    private static void open(Node row) {
        for (Parent at = row.getParent(); at != null && !(at instanceof FindingList); at = at.getParent()) {
            if (at instanceof TitledPane fold && fold.getStyleClass().contains("consequences")) fold.setExpanded(true);
        }
    }

    private HBox heading(FindingGroup group, Heading title) {
        Label count = new Label(Integer.toString(group.count()));
        count.getStyleClass().add("count");
        Node icon = title.verdict()
                .<Node>map(verdict -> new VerdictIcon(Optional.of(verdict)))
                .orElseGet(() -> new FontIcon(Feather.BELL_OFF));
        HBox heading = new HBox(icon, new Label(bench.say("desktop.group." + title.name())), count);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("group-heading");
        if (group.elsewhere() > 0) {
            Label elsewhere = new Label(bench.say("desktop.group.elsewhere", group.elsewhere()));
            elsewhere.getStyleClass().add("count");
            heading.getChildren().add(elsewhere);
        }
        return heading;
    }

    private Node nothing() {
        return new Prose(
                bench.window().isSearching()
                        ? bench.say(
                                "desktop.search.nothing", bench.window().query().get())
                        : bench.say("desktop.nothing-yet"),
                "text-muted");
    }

    /// Up and down walk over all visible rows, across groups; Enter opens the fixes of the one that has the focus.
    private void walk(KeyEvent event) {
        if (!(getScene().getFocusOwner() instanceof FindingRow focused)) return;
        List<FindingRow> order = visible();
        int at = order.indexOf(focused);
        int next = event.getCode() == KeyCode.DOWN ? at + 1 : event.getCode() == KeyCode.UP ? at - 1 : at;
        if (next != at) {
            event.consume();
            if (next >= 0 && next < order.size()) step(order.get(next));
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            step(focused);
            showFixes.run();
        }
    }

    private void step(FindingRow row) {
        row.requestFocus();
        row.finding().ifPresent(bench.window()::choose);
    }
}
