package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Area;
import io.devdoctor.desktop.model.AreaSummary;
import io.devdoctor.desktop.model.Filter;
import io.devdoctor.desktop.model.Heading;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.ProjectList;
import io.devdoctor.desktop.model.RunState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What of the findings is shown. The parts stay the same nodes, so that whoever toggles one can toggle the next.
final class FilterBar extends FlowPane {
    private final Workbench bench;
    private final Map<Heading, ToggleButton> chips = new EnumMap<>(Heading.class);
    private final ToggleButton fixable = new ToggleButton(null, new FontIcon(Feather.TOOL));
    private final MenuButton areas = new MenuButton();
    private final MenuButton projects = new MenuButton();
    private final Label shown = new Label();
    private final Button all = new Button();

    FilterBar(Workbench bench) {
        this.bench = bench;
        getStyleClass().add("filter-bar");
        setId("filters");
        for (Heading heading : Heading.values()) {
            Node icon = heading.verdict()
                    .<Node>map(verdict -> new VerdictIcon(Optional.of(verdict)))
                    .orElseGet(() -> new FontIcon(Feather.BELL_OFF));
            ToggleButton chip = new ToggleButton(null, icon);
            prepare(chip, "filter-" + heading.name());
            chip.setOnAction(_ -> change(filter().toggling(heading)));
            chips.put(heading, chip);
        }
        prepare(fixable, "filter-fixable");
        fixable.setOnAction(_ -> change(filter().fixable(fixable.isSelected())));
        prepareMenu(areas, "filter-areas");
        prepareMenu(projects, "filter-projects");
        shown.getStyleClass().add("filter-count");
        all.setId("show-all");
        all.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "filter-all");
        all.setMnemonicParsing(false);
        all.setOnAction(_ -> bench.window().showAll());
        getChildren().addAll(chips.values());
        getChildren().addAll(fixable, areas, projects, shown, all);
    }

    private static void prepare(ToggleButton chip, String id) {
        chip.setId(id);
        chip.getStyleClass().setAll("filter-chip");
        chip.setMnemonicParsing(false);
    }

    private static void prepareMenu(MenuButton menu, String id) {
        menu.setId(id);
        menu.getStyleClass().addAll(Styles.SMALL, "filter-menu");
        menu.setMnemonicParsing(false);
    }

    private Filter filter() {
        return bench.window().filter().get();
    }

    private void change(Filter next) {
        bench.window().filter().set(next);
    }

    void render(RunState run) {
        show(this, !run.findings().isEmpty());
        if (!isVisible()) return;
        Map<Heading, Integer> counts = bench.window().counts();
        chips.forEach((heading, chip) -> {
            int count = counts.getOrDefault(heading, 0);
            boolean selected = filter().headings().contains(heading);
            String name = bench.say("desktop.group." + heading.name());
            chip.setText(Integer.toString(count));
            chip.setTooltip(new Tooltip(name));
            chip.setAccessibleText(name + " " + count);
            chip.setSelected(selected);
            show(chip, count > 0 || selected);
        });
        fixable.setText(bench.say("desktop.filter.fixable"));
        fixable.setSelected(filter().fixable());
        renderAreas(run);
        renderProjects();
        boolean narrowed = bench.window().isNarrowed();
        int seen = counts.entrySet().stream()
                .filter(each ->
                        filter().headings().isEmpty() || filter().headings().contains(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        shown.setText(bench.say("desktop.filter.shown", seen, run.findings().size()));
        all.setText(bench.say("desktop.filter.show-all"));
        show(shown, narrowed);
        show(all, narrowed);
    }

    private void renderAreas(RunState run) {
        show(areas, !(bench.window().page().get() instanceof Page.OfArea));
        List<String> chosen = Narrowing.areas(bench, filter());
        areas.setText(
                chosen.isEmpty()
                        ? bench.say("desktop.filter.areas")
                        : String.join(bench.say("desktop.picture.separator"), chosen));
        areas.getItems()
                .setAll(AreaSummary.of(run).stream()
                        .map(AreaSummary::area)
                        .map(this::item)
                        .toList());
    }

    private MenuItem item(Area area) {
        CheckMenuItem item = new CheckMenuItem(bench.say("area." + area.id()));
        item.setMnemonicParsing(false);
        item.setSelected(filter().areas().contains(area));
        item.setOnAction(_ -> change(filter().toggling(area)));
        return item;
    }

    private void renderProjects() {
        List<String> folders =
                ProjectList.of(bench.examinations(), bench.settings()).folders();
        show(projects, !folders.isEmpty());
        projects.setText(
                filter().project().map(ProjectList::name).orElseGet(() -> bench.say("desktop.filter.projects")));
        projects.getItems().setAll(folders.stream().map(this::item).toList());
    }

    private MenuItem item(String folder) {
        CheckMenuItem item = new CheckMenuItem(bench.raw(ProjectList.name(folder)));
        item.setMnemonicParsing(false);
        boolean chosen = filter().project().filter(folder::equals).isPresent();
        item.setSelected(chosen);
        item.setOnAction(_ -> change(filter().of(chosen ? Optional.empty() : Optional.of(folder))));
        return item;
    }

    private static void show(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }
}
