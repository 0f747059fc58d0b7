package io.devdoctor.desktop.view;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.devdoctor.desktop.model.MachineLine;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which machine, search, export, examine again, menu.
final class TopBar extends HBox {
    private static final double COMPACT = 720;

    private final Workbench bench;
    private final Commands commands;
    private final Label system = new Label();
    private final Label software = new Label();
    private final CustomTextField search = new CustomTextField();
    private final Label searchKeys = new Label("Ctrl F");
    private final Button export = new Button(null, new FontIcon(Feather.SHARE));
    private final Button again = new Button(null, new FontIcon(Feather.REFRESH_CW));
    private final Button cancel = new Button(null, new FontIcon(Feather.X_CIRCLE));
    private final MainMenu menu;

    TopBar(Workbench bench, Commands commands) {
        this.bench = bench;
        this.commands = commands;
        this.menu = new MainMenu(bench, commands);
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        system.getStyleClass().add("system");
        software.getStyleClass().add("software");
        VBox machine = new VBox(system, software);
        machine.setAlignment(Pos.CENTER_LEFT);
        machine.setMinWidth(0);
        HBox.setHgrow(machine, Priority.ALWAYS);
        prepareSearch();
        prepareButtons();
        getChildren().addAll(new MarkSign(), machine, search, export, again, cancel, menu);
        bench.examinations().state().subscribe(this::render);
        bench.wording().whenever(this::render);
    }

    /// @param room width in letters of the usual size; where there is little, pictures stand for words
    void adapt(double room) {
        boolean compact = room < COMPACT;
        export.setContentDisplay(compact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        search.setRight(compact ? null : searchKeys);
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void prepareSearch() {
        search.setId("search");
        search.setLeft(new FontIcon(Feather.SEARCH));
        searchKeys.getStyleClass().add("keys");
        search.setRight(searchKeys);
        search.textProperty().bindBidirectional(bench.window().query());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) search.clear();
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) commands.focusList();
        });
    }

    private void prepareButtons() {
        export.setId("export");
        export.setMinWidth(USE_PREF_SIZE);
        export.setOnAction(_ -> commands.export());
        again.setId("again");
        again.setMinWidth(USE_PREF_SIZE);
        again.getStyleClass().add(Styles.ACCENT);
        again.setOnAction(_ -> commands.examineAgain());
        cancel.setId("cancel-examination");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> commands.cancelExamination());
    }

    private void render() {
        var run = bench.examinations().state().get();
        MachineLine line = run.machine()
                .map(machine -> MachineLine.of(machine, bench.wording().format()))
                .orElseGet(() -> new MachineLine(bench.say("app.name"), ""));
        system.setText(bench.raw(line.system()));
        system.setTooltip(new Tooltip(bench.raw(line.system()) + "\n" + bench.raw(line.software())));
        software.setText(bench.raw(line.software()));
        software.setManaged(!line.software().isEmpty());
        search.setPromptText(bench.say("desktop.search"));
        search.setAccessibleText(bench.say("desktop.search"));
        export.setText(bench.say("desktop.export"));
        export.setTooltip(new Tooltip(bench.say("desktop.export") + " (Ctrl+E)"));
        export.setAccessibleText(bench.say("desktop.export"));
        export.setDisable(run.result().isEmpty());
        again.setText(bench.say(run.checks().isEmpty() ? "desktop.menu.this-machine" : "desktop.again"));
        again.setTooltip(new Tooltip("F5"));
        cancel.setText(bench.say("desktop.cancel"));
        cancel.setTooltip(new Tooltip("Shift+Esc"));
        swap(run.isBusy());
    }

    /// One takes the other's place, and the focus with it.
    private void swap(boolean busy) {
        boolean focused = again.isFocused() || cancel.isFocused();
        cancel.setVisible(busy);
        cancel.setManaged(busy);
        again.setVisible(!busy);
        again.setManaged(!busy);
        if (focused) (busy ? cancel : again).requestFocus();
    }
}
