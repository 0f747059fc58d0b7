package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.Target;
import io.devdoctor.store.Settings;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Everything that is not needed every day.
final class MainMenu extends MenuButton {
    private final Workbench bench;
    private final Commands commands;

    MainMenu(Workbench bench, Commands commands) {
        super(null, new FontIcon(Feather.MENU));
        this.bench = bench;
        this.commands = commands;
        setId("menu");
        getStyleClass().addAll("button-icon", "main-menu", "no-arrow");
        setMinWidth(USE_PREF_SIZE);
        bench.settings().settings().subscribe(this::render);
        bench.wording().whenever(this::render);
    }

    private void render() {
        setAccessibleText(bench.say("desktop.menu"));
        setTooltip(new Tooltip(bench.say("desktop.menu")));
        MenuItem live =
                item("desktop.menu.this-machine", () -> bench.examinations().examine(new Target.Live()));
        live.setId("menu-live");
        MenuItem open = item("desktop.menu.open", commands::openRecording);
        open.setId("menu-open");
        getItems()
                .setAll(
                        live,
                        fixAll(),
                        open,
                        item("desktop.projects.add", commands::addProject),
                        samples(),
                        item("desktop.menu.save", commands::saveRecording),
                        new SeparatorMenuItem(),
                        languages(),
                        themes(),
                        new SeparatorMenuItem(),
                        item("desktop.keys", commands::shortcuts),
                        item("desktop.menu.about", commands::about));
    }

    private MenuItem fixAll() {
        MenuItem fixAll = item("desktop.menu.fix-all", commands::fixAll);
        fixAll.setId("menu-fix-all");
        fixAll.disableProperty()
                .bind(bench.plan().safe().isEqualTo(0).or(bench.repairs().busy()));
        return fixAll;
    }

    private Menu samples() {
        Menu samples = menu("desktop.menu.samples");
        samples.setId("menu-samples");
        for (String name : bench.examinations().machines().samples()) {
            MenuItem item = new MenuItem(bench.recordingName(name));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> bench.examinations().examine(new Target.Sample(name)));
            samples.getItems().add(item);
        }
        samples.setVisible(!samples.getItems().isEmpty());
        return samples;
    }

    private Menu languages() {
        Menu menu = menu("desktop.menu.language");
        ToggleGroup group = new ToggleGroup();
        for (Settings.Language language : Settings.Language.values()) {
            boolean chosen = bench.settings().settings().get().language() == language;
            Runnable choose = () -> bench.settings().choose(language);
            menu.getItems().add(radio("desktop.language." + language.name(), group, chosen, choose));
        }
        return menu;
    }

    private Menu themes() {
        Menu menu = menu("desktop.menu.theme");
        ToggleGroup group = new ToggleGroup();
        for (Settings.Theme theme : List.of(Settings.Theme.values())) {
            boolean chosen = bench.settings().settings().get().theme() == theme;
            Runnable choose = () -> bench.settings().choose(theme);
            menu.getItems().add(radio("desktop.theme." + theme.name(), group, chosen, choose));
        }
        return menu;
    }

    private RadioMenuItem radio(String key, ToggleGroup group, boolean chosen, Runnable choose) {
        RadioMenuItem item = new RadioMenuItem(bench.say(key));
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(chosen);
        item.setOnAction(_ -> choose.run());
        return item;
    }

    private Menu menu(String key) {
        Menu menu = new Menu(bench.say(key));
        menu.setMnemonicParsing(false);
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(bench.say(key));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
