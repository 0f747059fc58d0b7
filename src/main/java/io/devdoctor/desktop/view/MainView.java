package io.devdoctor.desktop.view;

import static io.devdoctor.desktop.view.Keys.Group.CHANGE;
import static io.devdoctor.desktop.view.Keys.Group.EXAMINE;
import static io.devdoctor.desktop.view.Keys.Group.GO;
import static io.devdoctor.desktop.view.Keys.Group.LIST;

import io.devdoctor.desktop.model.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The whole window: bar, areas, findings, detail, status.
public final class MainView extends StackPane {
    private static final double NARROW = 1160;
    private static final int DIGITS = 9;
    private static final double WIDEST_NAVIGATION = 1.5;
    /// While keys are used what has the focus shows a ring, also where a command gave it the focus.
    private static final PseudoClass KEYBOARD = PseudoClass.getPseudoClass("keyboard");
    private final Workbench bench;
    private final TopBar top;
    private final OverviewPage overview;
    private final DetailPane detail;
    private final Commands commands;
    private final NavigationPane navigation;
    private final Panes panes;
    private final Keys keys = new Keys();
    private final Sheets sheets;
    private final PageStack middle;

    public MainView(Workbench bench) {
        this.bench = bench;
        getStyleClass().add("main-view");
        sheets = new Sheets(bench, this::focusPage);
        commands = new WindowCommands(bench, sheets, () -> keys, this::focusSearch, this::focusList);
        top = new TopBar(bench, commands);
        detail = new DetailPane(bench);
        overview = new OverviewPage(bench, commands, detail::showFixes);
        navigation = new NavigationPane(bench, commands);
        fixWidth(navigation, width -> (width < NARROW ? 202 : 216) * Math.min(scale(), WIDEST_NAVIGATION));
        middle = new PageStack(bench.window().page(), pages());
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox asked = new VBox(new SetAsideNote(bench), new WelcomeNote(bench), new QuestionBox(bench), middle);
        PaneSplit split = new PaneSplit(asked, detail);
        HBox.setHgrow(split, Priority.ALWAYS);
        bench.settings().settings().subscribe(() -> split.scale(scale()));
        widthProperty().subscribe(() -> top.adapt(getWidth() / scale()));
        bench.settings().settings().subscribe(() -> top.adapt(getWidth() / scale()));
        split.scale(scale());
        bench.window().page().subscribe(page -> {
            detail.setVisible(page.showsDetail());
            detail.setManaged(page.showsDetail());
        });
        bench.window().query().subscribe(query -> {
            if (!query.isBlank()) listFindings();
        });
        BorderPane frame = new BorderPane(new HBox(scrolling(navigation), split));
        frame.setTop(top);
        frame.setBottom(new StatusBar(bench));
        Toast toast = new Toast(bench);
        StackPane.setAlignment(toast, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(toast, new Insets(0, 16, 46, 16));
        StackPane failure = new StackPane();
        failure.getStyleClass().add("failure-layer");
        bench.errands().failure().subscribe(trace -> {
            failure.setVisible(trace.isPresent());
            failure.getChildren()
                    .setAll(trace.map(it -> List.of(new FailurePage(bench, it))).orElse(List.of()));
        });
        getChildren().addAll(frame, toast, sheets.pane(), failure);
        new FolderDrop(this, bench);
        addEventHandler(SheetRequest.SHOW, request -> sheets.show(request.sheet()));
        panes = new Panes(List.of(
                new Panes.Pane(top, top::focusSearch),
                new Panes.Pane(navigation, navigation::focusHere),
                new Panes.Pane(asked, this::focusPage),
                new Panes.Pane(detail, detail::focusInSight)));
        prepareKeys();
    }

    private void focusPage() {
        if (bench.window().page().get().listsFindings()) focusList();
        else Panes.focusFirst(middle);
    }

    private void prepareKeys() {
        keys.add(EXAMINE, "F5", "desktop.keys.again", "F5", commands::examineAgain);
        keys.add(EXAMINE, "Ctrl+F5", "desktop.keys.area", "Shortcut+F5", commands::askAreaAgain);
        keys.add(EXAMINE, "Shift+F5", "desktop.keys.check", "Shift+F5", commands::askCheckAgain);
        keys.add(EXAMINE, "Shift+Esc", "desktop.keys.cancel", "Shift+Esc", commands::cancelExamination);
        keys.add(EXAMINE, "Ctrl+O", "desktop.keys.open", "Shortcut+O", commands::openRecording);
        keys.add(EXAMINE, "Ctrl+D", "desktop.keys.project", "Shortcut+D", commands::addProject);
        keys.add(EXAMINE, "Ctrl+E", "desktop.keys.export", "Shortcut+E", commands::export);
        keys.add(GO, "F6", "desktop.keys.pane", "F6", () -> panes.go(1));
        keys.add(GO, "Shift+F6", "desktop.keys.pane.back", "Shift+F6", () -> panes.go(-1));
        keys.add(GO, "Ctrl+1", "desktop.keys.page", "Shortcut+1", () -> navigation.go(0));
        keys.add(GO, "Ctrl+H", "desktop.keys.history", "Shortcut+H", () -> go(new Page.History()));
        keys.add(GO, "Ctrl+U", "desktop.keys.changes", "Shortcut+U", () -> go(new Page.Changes()));
        keys.add(GO, "Ctrl+,", "desktop.keys.settings", "Shortcut+Comma", () -> go(new Page.Settings()));
        keys.add(GO, "F1  ?", "desktop.keys", "F1", commands::shortcuts);
        keys.add(LIST, "Ctrl+F", "desktop.keys.search", "Shortcut+F", this::focusSearch);
        keys.tell(LIST, "↑  ↓", "desktop.keys.walk");
        keys.tell(LIST, "Home  End", "desktop.keys.ends");
        keys.tell(LIST, "PgUp  PgDn", "desktop.keys.leap");
        keys.tell(LIST, "←  →", "desktop.keys.fold");
        keys.tell(LIST, "Enter", "desktop.keys.fixes");
        keys.tell(LIST, "Esc", "desktop.keys.show-all");
        keys.add(CHANGE, "Ctrl+Shift+A", "desktop.keys.fix-all", "Shortcut+Shift+A", commands::fixAll);
        keys.add(CHANGE, "Ctrl+Z", "desktop.keys.undo", "Shortcut+Z", bench.repairs()::undoNewest);
        for (int i = 1; i < DIGITS; i++) {
            int place = i;
            keys.also("Shortcut+" + (i + 1), () -> navigation.go(place));
        }
    }

    private void go(Page page) {
        bench.window().query().set("");
        bench.window().page().set(page);
    }

    private Map<Class<? extends Page>, Supplier<? extends Node>> pages() {
        return Map.of(
                Page.Overview.class, () -> overview,
                Page.OfArea.class, () -> overview,
                Page.OfProject.class, () -> new ProjectPage(bench),
                Page.Changes.class, () -> new ChangesPage(bench),
                Page.FixAll.class, () -> new PlanPage(bench, detail::showFixes),
                Page.History.class, () -> new HistoryPage(bench),
                Page.Settings.class, () -> new SettingsPage(bench));
    }

    /// A scene of this view with theme and keys.
    public Scene scene(double width, double height) {
        Scene scene = new Scene(this, width, height);
        new Appearance(scene, this, bench);
        scene.getPreferences().reducedMotionProperty().subscribe(sheets::move);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> pseudoClassStateChanged(KEYBOARD, true));
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pseudoClassStateChanged(KEYBOARD, false));
        sheets.install(scene);
        keys.install(scene, sheets::isOpen, commands::shortcuts);
        return scene;
    }

    private void focusSearch() {
        listFindings();
        top.focusSearch();
    }

    private void listFindings() {
        if (!bench.window().page().get().listsFindings()) bench.window().page().set(new Page.Overview());
    }

    private void focusList() {
        overview.list().focusChosen();
    }

    /// Large letters make it higher than a small window.
    private static ScrollPane scrolling(NavigationPane navigation) {
        ScrollPane scroll = new ScrollPane(navigation);
        scroll.getStyleClass().add("navigation-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setMinSize(USE_PREF_SIZE, 0);
        return scroll;
    }

    /// Of the letters.
    private double scale() {
        return bench.settings().settings().get().looks().fontPercent() / 100.0;
    }

    private void fixWidth(Region region, java.util.function.DoubleUnaryOperator width) {
        region.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> width.applyAsDouble(getWidth()),
                        widthProperty(),
                        bench.settings().settings()));
        region.maxWidthProperty().bind(region.minWidthProperty());
        region.prefWidthProperty().bind(region.minWidthProperty());
    }
}
