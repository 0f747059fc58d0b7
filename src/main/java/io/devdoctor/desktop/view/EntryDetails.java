package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Preview;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.EntryStory;
import io.devdoctor.repair.Sighting;
import io.devdoctor.repair.UndoPlan;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Everything about one entry of the journal: what it was to cure, before and after, how it went, and what stands in
/// the way of an undo.
final class EntryDetails extends VBox {
    private final Workbench bench;

    EntryDetails(Workbench bench, Entry entry) {
        this.bench = bench;
        getStyleClass().addAll("section", "entry-details");
        if (!entry.cures().isEmpty()) {
            heading("history.cures");
            entry.cures()
                    .forEach(cure -> add(
                            verdict(cure.verdict(), cure.title(), cure.finding().check())));
        }
        if (!entry.steps().isEmpty()) heading("history.steps");
        entry.steps().forEach(this::step);
        List<EntryStory.Line> story = EntryStory.of(entry);
        if (!story.isEmpty()) heading("history.story");
        story.forEach(this::line);
        if (entry.state() == Entry.State.UNREADABLE) add(new Prose(bench.raw(entry.proof()), "mono"));
        Optional.ofNullable(bench.repairs().journal().plans().get(entry.id())).ifPresent(this::undo);
    }

    private void step(Entry.Done done) {
        add(new PreviewView(bench, List.of(Preview.of(done.step()))));
    }

    private void line(EntryStory.Line line) {
        Label when = new Label(bench.wording().format().moment(line.at()));
        when.getStyleClass().add("row-proof");
        when.setMinWidth(Region.USE_PREF_SIZE);
        VBox told = new VBox(new Prose(bench.wording().say(line.text())));
        HBox.setHgrow(told, Priority.ALWAYS);
        told.setMinWidth(0);
        if (!line.detail().isEmpty()) told.getChildren().add(new Prose(bench.raw(line.detail()), "source"));
        for (Sighting seen : line.seen()) {
            told.getChildren().add(verdict(seen.verdict(), seen.title(), seen.check()));
        }
        HBox row = new HBox(when, told);
        row.getStyleClass().add("entry-head");
        add(row);
    }

    private Node verdict(Verdict verdict, Text title, String check) {
        Prose words = new Prose(bench.wording().say(title));
        HBox.setHgrow(words, Priority.ALWAYS);
        Label id = new Label(check);
        id.getStyleClass().add("row-proof");
        id.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(new VerdictIcon(Optional.of(verdict)), words, id);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("entry-head");
        row.setAccessibleText(bench.say("verdict." + verdict.name()) + ": " + words.getAccessibleText());
        return row;
    }

    private void undo(UndoPlan plan) {
        if (!plan.entry().canUndo() && !plan.entry().isUnfinished()) return;
        heading("history.undo");
        if (plan.refusal().isEmpty()) add(new Prose(bench.say("desktop.entry.undo-possible")));
        plan.refusal().ifPresent(why -> add(new Prose(bench.wording().say(why))));
        plan.first().ifPresent(first -> add(undoFirst(first)));
        plan.conflicts().forEach(conflict -> add(new ConflictView(bench, conflict)));
    }

    private Node undoFirst(Entry first) {
        Button button = new Button(bench.say("desktop.entry.undo-first", first.title()));
        button.setMnemonicParsing(false);
        button.setId("undo-first-" + first.id());
        button.getStyleClass().addAll(Styles.SMALL, "entry-action");
        button.disableProperty().bind(bench.repairs().busy());
        button.setOnAction(_ -> bench.repairs().undo(first));
        return new HBox(button);
    }

    private void heading(String key) {
        Label label = new Label(bench.say(key));
        label.getStyleClass().add("section-title");
        add(label);
    }

    private void add(Node node) {
        getChildren().add(node);
    }
}
