package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.desktop.model.ExportModel;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.Section;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Exports a report and shows exactly what would leave the machine.
final class ExportSheet extends VBox {
    private final Workbench bench;
    private final ExportModel model;
    private final TextArea preview = new TextArea();
    private final Label size = new Label();
    private final Label said = new Label();
    private final Button folder = new Button();
    private final MaskedCounts masked;
    private final CheckBox bilingual;

    ExportSheet(Workbench bench, ExportModel model, Runnable close) {
        this.bench = bench;
        this.model = model;
        this.masked = new MaskedCounts(bench);
        this.bilingual = box("export-bilingual", bench.say("desktop.export.bilingual"), false);
        bilingual.setOnAction(_ -> model.bilingual(bilingual.isSelected()));
        bilingual.setDisable(!model.mayBeBilingual());
        setId("export-sheet");
        getStyleClass().addAll("sheet", "export");
        HBox middle = new HBox(choices(), leaving());
        middle.getStyleClass().add("export-middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new Prose(bench.say("desktop.export.title"), "headline-title"),
                        new Prose(bench.say("desktop.export.intro"), "text-muted"),
                        formats(),
                        middle,
                        outcome(),
                        buttons(close));
        model.prepared().subscribe(this::show);
        model.sent().subscribe(this::tell);
    }

    private HBox formats() {
        HBox formats = new HBox();
        ToggleGroup group = new ToggleGroup();
        for (ReportFormat each : ReportFormat.values()) {
            ToggleButton button = new ToggleButton(bench.say("desktop.export." + each.name()));
            button.setId("export-" + each.name());
            button.setToggleGroup(group);
            button.setSelected(each == model.format());
            button.setAccessibleText(button.getText() + ": " + bench.say("desktop.export." + each.name() + ".use"));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.choose(each);
                bilingual.setDisable(!model.mayBeBilingual());
            });
            formats.getChildren().add(button);
        }
        formats.getStyleClass().add("buttons");
        return formats;
    }

    private ScrollPane choices() {
        CheckBox redacted = box("export-redacted", bench.say("desktop.export.redacted"), model.isRedacted());
        redacted.setOnAction(_ -> model.redact(redacted.isSelected()));
        VBox choices = new VBox(redacted, bilingual, heading("desktop.export.sections"));
        for (Section section : Section.values()) {
            CheckBox box = box(
                    "export-section-" + section.id(),
                    bench.say("desktop.export.section." + section.name()),
                    model.has(section));
            box.setOnAction(_ -> model.put(section, box.isSelected()));
            choices.getChildren().add(box);
        }
        choices.getChildren()
                .addAll(
                        masked,
                        heading("desktop.export.stays"),
                        new Prose(bench.say("desktop.export.stays.words"), "text-muted"));
        choices.getStyleClass().add("export-choices");
        ScrollPane scroll = new ScrollPane(choices);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("export-scroll");
        return scroll;
    }

    private static CheckBox box(String id, String words, boolean chosen) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        box.setWrapText(true);
        box.setMnemonicParsing(false);
        box.setSelected(chosen);
        return box;
    }

    private Label heading(String key) {
        Label heading = new Label(bench.say(key));
        heading.getStyleClass().add("section-title");
        return heading;
    }

    private VBox leaving() {
        preview.setId("export-preview");
        preview.setEditable(false);
        preview.setWrapText(true);
        preview.getStyleClass().add("mono");
        preview.setAccessibleText(bench.say("desktop.export.preview"));
        VBox.setVgrow(preview, Priority.ALWAYS);
        size.getStyleClass().add("text-muted");
        size.setId("export-size");
        size.setWrapText(true);
        VBox leaving = new VBox(heading("desktop.export.preview"), preview, size);
        leaving.getStyleClass().add("section");
        leaving.setMinWidth(0);
        HBox.setHgrow(leaving, Priority.ALWAYS);
        return leaving;
    }

    private HBox outcome() {
        said.setWrapText(true);
        said.setId("export-said");
        folder.setId("export-folder");
        folder.setText(bench.say("desktop.export.folder"));
        folder.setGraphic(new FontIcon(Feather.FOLDER));
        folder.setMinWidth(USE_PREF_SIZE);
        folder.getStyleClass().add(Styles.SMALL);
        folder.setVisible(false);
        HBox outcome = new HBox(said, folder);
        outcome.setAlignment(Pos.CENTER_LEFT);
        outcome.getStyleClass().addAll("buttons", "export-outcome");
        return outcome;
    }

    private HBox buttons(Runnable close) {
        Button save = button("export-save", "desktop.export.save", this::save);
        save.getStyleClass().add(Styles.ACCENT);
        save.disableProperty().bind(model.ready().not());
        preview.disableProperty().bind(model.ready().not());
        Button copy = button(
                "export-copy", "desktop.export.copy-markdown", () -> model.copyAsMarkdown(bench.surroundings()::copy));
        HBox buttons = new HBox(save, copy, button("export-close", "desktop.close", close));
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(bench.say(key));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void save() {
        ReportFormat format = model.format();
        bench.surroundings()
                .chooseToSave(
                        bench.say("desktop.export.title"),
                        "devdoctor-report." + format.extension(),
                        bench.say("desktop.export." + format.name()),
                        format.extension())
                .ifPresent(model::save);
    }

    private void show(Optional<ExportModel.Prepared> prepared) {
        prepared.ifPresent(now -> {
            double at = preview.getScrollTop();
            preview.setText(now.shown());
            preview.setScrollTop(at);
            String written = bench.wording().format().size(now.document().length);
            String use = bench.say("desktop.export." + now.format().name() + ".use");
            size.setText(bench.say("desktop.export.size", written, now.findings(), use));
            masked.show(now, model.isRedacted());
        });
    }

    private void tell(Optional<ExportModel.Sent> sent) {
        said.setText(sent.map(it -> bench.wording().say(it.words())).orElse(""));
        Optional<Path> where = sent.flatMap(ExportModel.Sent::folder);
        folder.setVisible(where.isPresent());
        where.ifPresent(path -> folder.setOnAction(_ -> bench.surroundings().showFolder(path)));
    }
}
