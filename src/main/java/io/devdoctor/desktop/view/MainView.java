package io.devdoctor.desktop.view;

import atlantafx.base.controls.ModalPane;
import io.devdoctor.desktop.model.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The whole window: bar, areas, findings, detail, status.
public final class MainView extends StackPane {
    private static final double NARROW = 1160;
    private final Workbench bench;
    private final TopBar top;
    private final OverviewPage overview;
    private final DetailPane detail;
    private final Commands commands;
    private final ModalPane sheet = new ModalPane();

    public MainView(Workbench bench) {
        this.bench = bench;
        getStyleClass().add("main-view");
        commands = new WindowCommands(bench, sheet, this::focusSearch, this::focusList);
        top = new TopBar(bench, commands);
        detail = new DetailPane(bench);
        overview = new OverviewPage(bench, commands, detail::showFixes);
        NavigationPane navigation = new NavigationPane(bench, commands);
        fixWidth(navigation, width -> width < NARROW ? 202 : 216);
        fixWidth(detail, width -> Math.clamp(width * 0.306, 340, 540));
        PageStack middle = new PageStack(bench.window().page(), pages());
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox asked = new VBox(new SetAsideNote(bench), new QuestionBox(bench), middle);
        HBox.setHgrow(asked, Priority.ALWAYS);
        bench.window().page().subscribe(page -> {
            detail.setVisible(page.showsDetail());
            detail.setManaged(page.showsDetail());
        });
        bench.window().query().subscribe(query -> {
            if (!query.isBlank()) listFindings();
        });
        BorderPane frame = new BorderPane(new HBox(navigation, asked, detail));
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
        getChildren().addAll(frame, toast, sheet, failure);
        new FolderDrop(this, bench);
        addEventHandler(SheetRequest.SHOW, request -> sheet.show(request.sheet(() -> sheet.hide(true))));
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
        new Appearance(scene, bench);
        Map<String, Runnable> keys = Map.of(
                "F5", bench.examinations()::again,
                "Shortcut+F", this::focusSearch,
                "Shortcut+E", commands::export,
                "Shortcut+O", commands::openRecording,
                "Shortcut+D", commands::addProject,
                "Shortcut+Shift+A", commands::fixAll,
                "Shortcut+Z", this::undo);
        keys.forEach((key, action) -> scene.getAccelerators().put(KeyCombination.valueOf(key), action));
        return scene;
    }

    /// In a text field the keys belong to the text.
    private void undo() {
        if (!(getScene().getFocusOwner() instanceof TextInputControl))
            bench.repairs().undoNewest();
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

    private void fixWidth(Region region, java.util.function.DoubleUnaryOperator width) {
        region.minWidthProperty().bind(widthProperty().map(it -> width.applyAsDouble(it.doubleValue())));
        region.maxWidthProperty().bind(region.minWidthProperty());
        region.prefWidthProperty().bind(region.minWidthProperty());
    }
}
