package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Exports a report and shows exactly what would leave the machine.
final class ExportSheet extends VBox {
    private final Workbench bench;
    private final ExaminationResult result;
    private final CheckBox redacted = new CheckBox();
    private final TextArea preview = new TextArea();
    private final Label said = new Label();
    private ReportFormat format = ReportFormat.HTML;
    private byte[] document = new byte[0];
    private int wanted;

    ExportSheet(Workbench bench, ExaminationResult result, Runnable close) {
        this.bench = bench;
        this.result = result;
        setId("export-sheet");
        getStyleClass().addAll("sheet", "export");
        redacted.setId("export-redacted");
        redacted.setText(bench.say("desktop.export.redacted"));
        redacted.setWrapText(true);
        redacted.setSelected(true);
        redacted.setOnAction(_ -> write());
        preview.setId("export-preview");
        preview.setEditable(false);
        preview.setWrapText(true);
        preview.getStyleClass().add("mono");
        preview.setAccessibleText(bench.say("desktop.export.preview"));
        VBox.setVgrow(preview, Priority.ALWAYS);
        said.setWrapText(true);
        said.setId("export-said");
        getChildren()
                .addAll(
                        new Prose(bench.say("desktop.export.title"), "headline-title"),
                        formats(),
                        redacted,
                        new Label(bench.say("desktop.export.preview")),
                        preview,
                        said,
                        buttons(close));
        write();
    }

    private HBox formats() {
        HBox formats = new HBox();
        ToggleGroup group = new ToggleGroup();
        for (ReportFormat each : ReportFormat.values()) {
            ToggleButton button = new ToggleButton(bench.say("desktop.export." + each.name()));
            button.setId("export-" + each.name());
            button.setToggleGroup(group);
            button.setSelected(each == format);
            button.setOnAction(_ -> {
                button.setSelected(true);
                format = each;
                write();
            });
            formats.getChildren().add(button);
        }
        formats.getStyleClass().add("buttons");
        return formats;
    }

    private HBox buttons(Runnable close) {
        Button save = new Button(bench.say("desktop.export.save"));
        save.setId("export-save");
        save.getStyleClass().add(Styles.ACCENT);
        save.setOnAction(_ -> save());
        Button copy = new Button(bench.say("desktop.copy"));
        copy.setId("export-copy");
        copy.setOnAction(_ -> {
            bench.surroundings().copy(preview.getText());
            said.setText(bench.say("desktop.export.copied"));
        });
        Button cancel = new Button(bench.say("desktop.close"));
        cancel.setOnAction(_ -> close.run());
        HBox buttons = new HBox(save, copy, cancel);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private void write() {
        ReportFormat chosen = format;
        int mine = ++wanted;
        ReportOptions options = new ReportOptions(
                bench.wording().language(),
                redacted.isSelected(),
                ZoneId.systemDefault(),
                bench.services().version());
        bench.errands().run(() -> bench.services().exporter().write(result, chosen, options), written -> {
            // A slower answer to an earlier question must not win.
            if (mine != wanted) return;
            document = written;
            preview.setText(new String(written, StandardCharsets.UTF_8));
        });
    }

    private void save() {
        String name = "devdoctor-report." + format.extension();
        Optional<Path> chosen = bench.surroundings()
                .chooseToSave(
                        bench.say("desktop.export.title"),
                        name,
                        bench.say("desktop.export." + format.name()),
                        format.extension());
        byte[] content = document;
        chosen.ifPresent(file -> bench.errands()
                .run(
                        () -> saved(file, content),
                        text -> said.setText(bench.wording().say(text))));
    }

    private static Text saved(Path file, byte[] content) {
        try {
            Files.write(file, content);
            return Text.of("desktop.saved", file.toString());
        } catch (IOException e) {
            return Text.of("desktop.save-failed", file.toString(), String.valueOf(e.getMessage()));
        }
    }
}
