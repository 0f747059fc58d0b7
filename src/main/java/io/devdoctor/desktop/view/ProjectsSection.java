package io.devdoctor.desktop.view;

import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.ProjectFindings;
import io.devdoctor.desktop.model.ProjectList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The project folders, with a way to add one and to forget one.
final class ProjectsSection extends VBox {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private final Workbench bench;
    private final Commands commands;
    private final Map<String, Button> items = new HashMap<>();
    private @Nullable Node area;

    ProjectsSection(Workbench bench, Commands commands) {
        this.bench = bench;
        this.commands = commands;
        getStyleClass().addAll("items", "projects");
        setId("projects");
        bench.examinations().state().subscribe(this::render);
        bench.settings().settings().subscribe(this::render);
        bench.wording().whenever(this::render);
        bench.window().page().subscribe(this::markHere);
    }

    /// @param area the item that stands for all findings in projects; null = there are none
    void head(@Nullable Node area) {
        this.area = area;
        render();
    }

    private void render() {
        ProjectList list = ProjectList.of(bench.examinations(), bench.settings());
        items.clear();
        boolean any = list.own() || area != null || !list.folders().isEmpty();
        setVisible(any);
        setManaged(any);
        getChildren().setAll(heading(list.own()));
        list.folders().forEach(folder -> getChildren().add(row(folder, list.own())));
        if (list.folders().isEmpty() && list.own()) getChildren().add(invitation());
        markHere();
    }

    private void markHere() {
        Page here = bench.window().page().get();
        items.forEach((folder, item) -> item.pseudoClassStateChanged(HERE, here.equals(new Page.OfProject(folder))));
    }

    private Node heading(boolean own) {
        Node words = area == null ? plainHeading() : area;
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox heading = new HBox(words);
        heading.setAlignment(Pos.CENTER_LEFT);
        if (own) heading.getChildren().add(small(Feather.PLUS, "add-project", "desktop.projects.add", this::add));
        return heading;
    }

    private Node plainHeading() {
        Label words = new Label(bench.say("desktop.projects"));
        words.getStyleClass().add("navigation-heading");
        words.setMaxWidth(Double.MAX_VALUE);
        return words;
    }

    private Node row(String folder, boolean own) {
        Label name = new Label(ProjectList.name(folder));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Optional<Verdict> worst =
                ProjectFindings.of(bench.examinations().state().get(), folder).worst();
        Node icon = worst.isPresent() ? new VerdictIcon(worst) : new FontIcon(Feather.FOLDER);
        HBox line = new HBox(icon, name);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("line");
        Button open = new Button(null, line);
        open.getStyleClass().setAll("navigation-item");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setTooltip(new Tooltip(folder));
        String spoken = worst.map(verdict -> ", " + bench.say("verdict." + verdict.name()))
                .orElse("");
        open.setAccessibleText(bench.raw(folder) + spoken);
        open.setId("go-project-" + ProjectList.name(folder));
        items.put(folder, open);
        open.setOnAction(_ -> bench.window().page().set(new Page.OfProject(folder)));
        HBox.setHgrow(open, Priority.ALWAYS);
        HBox row = new HBox(open);
        row.setAlignment(Pos.CENTER_LEFT);
        if (own) {
            Button forget = small(Feather.X, "", "desktop.projects.forget", () -> forget(folder));
            forget.setAccessibleText(bench.say("desktop.projects.forget") + " " + folder);
            row.getChildren().add(forget);
        }
        return row;
    }

    private Node invitation() {
        Button add = new Button(bench.say("desktop.projects.none"), new FontIcon(Feather.FOLDER_PLUS));
        add.getStyleClass().setAll("navigation-item", "invitation");
        add.setMaxWidth(Double.MAX_VALUE);
        add.setAlignment(Pos.CENTER_LEFT);
        add.setWrapText(true);
        add.setOnAction(_ -> add());
        return add;
    }

    private void add() {
        commands.addProject();
    }

    private void forget(String folder) {
        bench.settings().removeProject(folder);
        if (bench.window().page().get().equals(new Page.OfProject(folder))) {
            bench.window().page().set(new Page.Overview());
        }
        bench.examinations().again();
    }

    private Button small(Feather icon, String id, String words, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().setAll("small-button");
        if (!id.isEmpty()) button.setId(id);
        button.setTooltip(new Tooltip(bench.say(words)));
        button.setAccessibleText(bench.say(words));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
