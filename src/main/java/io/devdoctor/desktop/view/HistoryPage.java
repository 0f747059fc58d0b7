package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Verdict;
import io.devdoctor.store.HistoryStore;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Earlier examinations, and what changed between two, or between this machine and another one.
final class HistoryPage extends VBox {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private final Workbench bench;
    private final VBox notes = new VBox();
    private final VBox words = new VBox();
    private final Button file = new Button(null, new FontIcon(Feather.COLUMNS));
    private final HistoryStrip strip;
    private final RunList runs;
    private final HBox middle;
    private final VBox empty = new VBox();

    HistoryPage(Workbench bench) {
        this.bench = bench;
        setId("history");
        getStyleClass().addAll("overview-content", "history");
        strip = new HistoryStrip(bench);
        runs = new RunList(bench);
        ComparisonView comparison = new ComparisonView(bench);
        HBox.setHgrow(comparison, Priority.ALWAYS);
        middle = new HBox(runs, comparison);
        middle.getStyleClass().add("history-middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        empty.getStyleClass().addAll("card", "history-empty");
        empty.setId("history-empty");
        notes.getStyleClass().add("section");
        getChildren().addAll(head(), notes, strip, middle, empty);
        acceptFiles();
        bench.history().listing().subscribe(this::render);
        bench.history().trouble().subscribe(this::renderNotes);
        bench.history().guests().subscribe(this::render);
        bench.wording().whenever(this::render);
    }

    private HBox head() {
        file.setId("history-file");
        file.getStyleClass().add(Styles.ACCENT);
        file.setMinWidth(USE_PREF_SIZE);
        file.setMnemonicParsing(false);
        file.setOnAction(_ -> choose());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.getStyleClass().add("headline-words");
        HBox head = new HBox(words, file);
        head.setAlignment(Pos.TOP_LEFT);
        head.getStyleClass().add("history-head");
        return head;
    }

    private void choose() {
        bench.surroundings()
                .chooseToOpen(
                        bench.say("desktop.history.file.title"),
                        bench.say("desktop.history.file.kind"),
                        "json",
                        "devdoctor")
                .ifPresent(bench.history()::compareWith);
    }

    private void render() {
        words.getChildren()
                .setAll(
                        new Prose(bench.say("desktop.history"), "headline-title"),
                        new Prose(bench.say("desktop.history.intro"), "text-muted"));
        file.setText(bench.say("desktop.history.file"));
        boolean nothing = bench.history().listing().get().entries().isEmpty()
                && bench.history().guests().get().isEmpty();
        show(middle, !nothing);
        show(empty, nothing);
        empty.getChildren()
                .setAll(
                        new Prose(bench.say("desktop.history.empty.title"), "row-title"),
                        new Prose(bench.say("desktop.history.empty"), "text-muted"));
        strip.render();
        runs.render();
        renderNotes();
    }

    private void renderNotes() {
        List<Node> all = new ArrayList<>();
        bench.history()
                .trouble()
                .get()
                .ifPresent(why -> all.add(new Banner(
                        Verdict.WARNING,
                        bench.wording().say(why),
                        bench.say("desktop.close"),
                        bench.history()::dismissTrouble)));
        for (HistoryStore.Damaged damaged : bench.history().listing().get().damaged()) {
            String reason = bench.say(
                    "desktop.history.damaged." + damaged.reason().name(),
                    String.valueOf(damaged.file().getFileName()));
            all.add(new Banner(
                    Verdict.UNKNOWN,
                    reason,
                    bench.say("desktop.history.remove"),
                    () -> bench.history().remove(damaged.id())));
        }
        notes.getChildren().setAll(all);
        show(notes, !all.isEmpty());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// On this page a recording is compared with, not opened.
    private void acceptFiles() {
        setOnDragOver(event -> given(event).ifPresent(_ -> {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
        }));
        setOnDragEntered(event -> pseudoClassStateChanged(DROP, given(event).isPresent()));
        setOnDragExited(_ -> pseudoClassStateChanged(DROP, false));
        setOnDragDropped(event -> given(event).ifPresent(path -> {
            bench.history().compareWith(path);
            event.setDropCompleted(true);
            event.consume();
        }));
    }

    private static Optional<Path> given(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .map(File::toPath)
                .filter(path -> !Files.isDirectory(path))
                .findFirst();
    }
}
