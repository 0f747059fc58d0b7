package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.ProjectFindings.FileFindings;
import io.devdoctor.desktop.model.ProjectFindings.Placed;
import io.devdoctor.desktop.model.SourceExcerpt;
import io.devdoctor.machine.project.Project;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One file of a project with what was found in it, and the lines that are meant.
final class ProjectFile extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private final Workbench bench;
    private final FileFindings file;
    private final Map<Finding.Key, Node> rows;

    /// @param project its facts, where they are known
    /// @param edit    opens the file at a line; empty = it lies on another machine
    /// @param rows    where each finding's row is put, for marking the chosen one
    ProjectFile(
            Workbench bench,
            FileFindings file,
            Optional<Project> project,
            Optional<IntConsumer> edit,
            Map<Finding.Key, Node> rows) {
        this.bench = bench;
        this.file = file;
        this.rows = rows;
        getStyleClass().addAll("card", "project-file");
        getChildren().add(header(edit));
        for (Placed placed : file.findings()) {
            getChildren().add(row(placed));
            excerpt(placed, project).ifPresent(getChildren()::add);
            if (!placed.elsewhere().isEmpty()) getChildren().add(elsewhere(placed));
        }
    }

    private Node header(Optional<IntConsumer> edit) {
        boolean whole = file.path().isEmpty();
        Label name = new Label(whole ? bench.say("desktop.project.whole") : bench.raw(file.path()));
        name.getStyleClass().add(whole ? "section-title" : "mono");
        name.getStyleClass().add("project-path");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox header = new HBox(new FontIcon(whole ? Feather.FOLDER : Feather.FILE_TEXT), name);
        header.getStyleClass().add("project-file-header");
        header.setAlignment(Pos.CENTER_LEFT);
        if (!whole) edit.ifPresent(open -> header.getChildren().add(editButton(open)));
        return header;
    }

    private Button editButton(IntConsumer open) {
        Button button = new Button(bench.say("desktop.project.edit"), new FontIcon(Feather.EDIT_3));
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        button.setMinWidth(USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setId("edit-" + file.path());
        button.setAccessibleText(bench.say("desktop.project.edit") + " " + bench.raw(file.path()));
        int line = file.findings().stream()
                .flatMap(placed -> placed.lines().stream())
                .filter(number -> number > 0)
                .findFirst()
                .orElse(1);
        button.setOnAction(_ -> open.accept(line));
        return button;
    }

    private Node row(Placed placed) {
        Finding finding = placed.finding();
        String words = bench.wording().say(finding.title());
        Label title = new Label(words);
        title.setWrapText(true);
        title.getStyleClass().add("row-title");
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(new VerdictIcon(Optional.of(finding.verdict())), title);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("project-finding");
        if (!finding.fixes().isEmpty())
            row.getChildren().add(new Pill(bench.say("desktop.project.fixable"), "outlined"));
        row.setId(
                "project-row-" + finding.check().id() + "-" + finding.subject().name());
        row.setAccessibleText(bench.say("verdict." + finding.verdict().name()) + ": " + words);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setFocusTraversable(true);
        row.setOnMouseClicked(_ -> {
            row.requestFocus();
            bench.window().choose(finding);
        });
        row.setOnKeyPressed(event -> pressed(event, row, finding));
        rows.put(finding.key(), row);
        return row;
    }

    private void pressed(KeyEvent event, Node row, Finding finding) {
        switch (event.getCode()) {
            case ENTER, SPACE -> bench.window().choose(finding);
            case DOWN -> row.requestFocusTraversal(TraversalDirection.DOWN);
            case UP -> row.requestFocusTraversal(TraversalDirection.UP);
            default -> {
                return;
            }
        }
        event.consume();
    }

    static void mark(Node row, boolean chosen) {
        row.pseudoClassStateChanged(CHOSEN, chosen);
    }

    private Optional<Node> excerpt(Placed placed, Optional<Project> project) {
        return project.flatMap(facts -> facts.text(file.path()))
                .map(text -> SourceExcerpt.of(text, placed.lines()))
                .filter(excerpt -> !excerpt.isEmpty())
                .map(excerpt -> new SourceLines(bench, excerpt, colour(placed.finding())));
    }

    private Node elsewhere(Placed placed) {
        List<String> places = placed.elsewhere().stream()
                .map(place -> place.line() == 0 ? place.file() : place.file() + ":" + place.line())
                .map(bench::raw)
                .distinct()
                .limit(4)
                .toList();
        Label words = new Label(bench.say(
                "desktop.project.elsewhere",
                places.stream().collect(Collectors.joining(bench.say("desktop.picture.separator")))));
        words.setTooltip(new Tooltip(String.join("\n", places)));
        words.getStyleClass().addAll("text-muted", "project-elsewhere");
        words.setMinWidth(0);
        return words;
    }

    private static String colour(Finding finding) {
        return "verdict-" + finding.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
