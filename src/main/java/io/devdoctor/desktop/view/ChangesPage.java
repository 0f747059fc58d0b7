package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.RepairModel;
import io.devdoctor.fix.Preview;
import io.devdoctor.fix.Step;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.EntryStory;
import io.devdoctor.repair.HoldingsText;
import io.devdoctor.repair.UndoPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.collections.MapChangeListener;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What DevDoctor has changed on this machine, newest first: to be taken back, looked at again, or finished.
final class ChangesPage extends ScrollPane {
    /// More entries than this are worth a filter.
    private static final int FEW = 8;

    /// So many are drawn at once; the filter finds the others.
    private static final int MOST = 100;

    private final Workbench bench;
    private final VBox heading = new VBox();
    private final VBox list = new VBox();
    private final TextField filter = new TextField();

    ChangesPage(Workbench bench) {
        this.bench = bench;
        setId("changes");
        getStyleClass().add("overview");
        // The filter keeps its place, and the caret with it, while the list beneath is made anew.
        VBox content = new VBox(heading, filter, list);
        heading.getStyleClass().add("section");
        list.getStyleClass().add("changes-list");
        content.getStyleClass().add("overview-content");
        content.getChildren().forEach(part -> part.getStyleClass().add("reading-width"));
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        filter.setId("changes-filter");
        filter.textProperty().subscribe(this::render);
        bench.repairs().entries().subscribe(this::render);
        bench.repairs().journal().holdings().subscribe(this::render);
        bench.repairs().journal().open().addListener((SetChangeListener<String>) _ -> render());
        bench.repairs().journal().plans().addListener((MapChangeListener<String, UndoPlan>) _ -> render());
        bench.wording().whenever(this::speak);
    }

    private void render() {
        List<Entry> entries = bench.repairs().entries().get();
        boolean many = entries.size() > FEW;
        filter.setVisible(many);
        filter.setManaged(many);
        List<Node> parts = new ArrayList<>();
        if (entries.isEmpty()) parts.add(new Prose(bench.say("desktop.changes.none")));
        List<Entry> shown =
                entries.stream().filter(entry -> !many || isWanted(entry)).toList();
        if (shown.isEmpty() && !entries.isEmpty()) parts.add(new Prose(bench.say("desktop.changes.no-match")));
        shown.stream().limit(MOST).forEach(entry -> parts.add(card(entry)));
        if (shown.size() > MOST) {
            parts.add(new Prose(bench.say("desktop.changes.more", shown.size() - MOST), "text-muted"));
        }
        holdings(parts);
        list.getChildren().setAll(parts);
    }

    private void speak() {
        filter.setPromptText(bench.say("desktop.changes.filter"));
        filter.setAccessibleText(filter.getPromptText());
        heading.getChildren()
                .setAll(
                        new Prose(bench.say("desktop.changes"), "headline-title"),
                        new Prose(bench.say("desktop.changes.intro"), "text-muted"));
        render();
    }

    /// Every word of the filter stands somewhere in what is shown of the entry.
    private boolean isWanted(Entry entry) {
        String all = (bench.wording().say(entry.title()) + " " + entry.id() + " " + entry.fix() + " "
                        + bench.say("entry.state." + entry.state().name()) + " "
                        + entry.steps().stream().map(done -> words(done.step())).collect(Collectors.joining(" ")))
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(filter.getText().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(all::contains);
    }

    private void holdings(List<Node> parts) {
        bench.repairs()
                .journal()
                .holdings()
                .get()
                .filter(holdings -> holdings.entries() > 0 || holdings.letGo() > 0)
                .ifPresent(holdings -> HoldingsText.of(holdings)
                        .forEach(text -> parts.add(new Prose(bench.wording().say(text), "text-muted"))));
    }

    private VBox card(Entry entry) {
        boolean open = bench.repairs().journal().open().contains(entry.id());
        Label title = new Label(bench.wording().say(entry.title()));
        title.setWrapText(true);
        title.getStyleClass().add("row-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Pill state = new Pill(
                bench.say("entry.state." + entry.state().name()),
                "verdict-pill",
                VerdictIcon.styleClass(verdict(entry.state())));
        HBox head = new HBox(title, state, fold(entry, open));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("entry-head");
        Label when = new Label(bench.wording().format().moment(entry.at()) + "   " + who(entry) + "   " + entry.fix());
        when.getStyleClass().add("row-proof");
        VBox card = new VBox(head, when);
        if (open) card.getChildren().add(new EntryDetails(bench, entry));
        else entry.steps().forEach(done -> card.getChildren().add(step(done)));
        HBox buttons = buttons(entry);
        if (!buttons.getChildren().isEmpty()) card.getChildren().add(buttons);
        card.setId("entry-" + entry.id());
        card.getStyleClass().addAll("card", "entry");
        return card;
    }

    private String who(Entry entry) {
        return entry.isTold() ? bench.wording().say(EntryStory.asker(entry.asker())) : "";
    }

    private Button fold(Entry entry, boolean open) {
        Button fold = new Button(null, new FontIcon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        fold.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        fold.setId("details-" + entry.id());
        String words = bench.say(open ? "desktop.entry.less" : "desktop.entry.more");
        fold.setTooltip(new Tooltip(words));
        fold.setAccessibleText(words + ": " + bench.wording().say(entry.title()));
        fold.setOnAction(_ -> bench.repairs().journal().toggle(entry));
        return fold;
    }

    private Node step(Entry.Done done) {
        String progress = bench.say("desktop.step." + done.progress().name());
        return new Prose(bench.raw(words(done.step())) + "   " + progress, "mono");
    }

    private String words(Step step) {
        return switch (Preview.of(step)) {
            case Preview.FileChange file -> file.path();
            case Preview.FolderMove move -> move.path();
            case Preview.RegistryChange value -> value.key() + " : " + value.name();
            case Preview.CommandLine command -> command.typed();
            case Preview.EngineObjects objects ->
                objects.objects().stream()
                        .map(object -> object.label() + " " + object.id())
                        .collect(Collectors.joining(", "));
            case Preview.Words words -> bench.wording().say(words.words());
        };
    }

    private HBox buttons(Entry entry) {
        HBox buttons = new HBox();
        buttons.getStyleClass().add("buttons");
        if (RepairModel.isUnfinished(entry)) {
            if (entry.state() == Entry.State.UNFINISHED) {
                add(buttons, "desktop.entry.complete", () -> bench.repairs().complete(entry));
            }
            add(buttons, "desktop.entry.roll-back", () -> bench.repairs().rollBack(entry));
        }
        if (entry.state() == Entry.State.PENDING) {
            add(buttons, "desktop.entry.prove-again", () -> bench.repairs().proveAgain(entry));
        }
        if (entry.canUndo()) add(buttons, "desktop.undo", () -> bench.repairs().undo(entry));
        return buttons;
    }

    private void add(HBox buttons, String key, Runnable action) {
        Button button = new Button(bench.say(key));
        button.getStyleClass().addAll(Styles.SMALL, "entry-action");
        button.disableProperty().bind(bench.repairs().busy());
        button.setOnAction(_ -> action.run());
        buttons.getChildren().add(button);
    }

    private static Verdict verdict(Entry.State state) {
        return switch (state) {
            case CURED -> Verdict.OK;
            case PENDING, HANDED_OVER -> Verdict.INFO;
            case NOT_CURED, UNFINISHED, UNDO_UNFINISHED, CHANGED_MEANWHILE, PARTLY_UNDONE -> Verdict.WARNING;
            case FAILED -> Verdict.PROBLEM;
            case DECLINED, ROLLED_BACK, UNDONE, NEVER_BEGUN, UNREADABLE -> Verdict.UNKNOWN;
        };
    }
}
