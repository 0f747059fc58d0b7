package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.FindingGroup.Row;
import io.devdoctor.desktop.model.FindingGroups;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One line of the list: a finding, or a check that has not finished.
final class FindingRow extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private final Row row;

    /// @param choose what a click or Enter does; @param showFixes brings the fixes into view
    FindingRow(Workbench bench, Row row, Runnable choose, Runnable showFixes) {
        this.row = row;
        getStyleClass().add("finding-row");
        setAlignment(Pos.CENTER_LEFT);
        CheckInfo check = FindingGroups.checkOf(row);
        Pill area = new Pill(bench.say("area." + check.area().id()), "outlined");
        switch (row) {
            case Row.Waiting _ -> waiting(bench, check, area);
            case Row.Found(Finding finding, boolean consequence) -> {
                found(bench, finding, consequence, area);
                if (!finding.fixes().isEmpty() && !consequence && !finding.isMuted())
                    addFixButton(bench, choose, showFixes);
                setFocusTraversable(true);
                setOnMouseClicked(_ -> {
                    requestFocus();
                    choose.run();
                });
            }
        }
    }

    Row row() {
        return row;
    }

    Optional<Finding> finding() {
        return row instanceof Row.Found(Finding finding, boolean _) ? Optional.of(finding) : Optional.empty();
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    private void waiting(Workbench bench, CheckInfo check, Pill area) {
        getStyleClass().add("waiting");
        Label name = new Label(bench.say(check.nameKey()));
        name.setWrapText(true);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        setAccessibleText(name.getText() + ", " + bench.say("desktop.waiting"));
        getChildren().addAll(new VerdictIcon(Optional.empty()), name, area);
    }

    private void found(Workbench bench, Finding finding, boolean consequence, Pill area) {
        setId("row-" + finding.check().id() + "-" + finding.subject().name());
        String words = bench.wording().say(finding.title());
        Label title = new Label(words);
        title.setWrapText(true);
        title.getStyleClass().add("row-title");
        VBox texts = new VBox(title);
        if (finding.verdict().isIllness() && !consequence) proof(bench, finding).ifPresent(texts.getChildren()::add);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        texts.setAlignment(Pos.CENTER_LEFT);
        VerdictIcon icon = new VerdictIcon(Optional.of(finding.unmuted().verdict()));
        getChildren().addAll(icon, texts);
        if (consequence) {
            getStyleClass().add("consequence");
            getChildren().add(new Pill(bench.say("desktop.consequence"), "outlined"));
        } else {
            getChildren().add(area);
        }
        setAccessibleRole(AccessibleRole.BUTTON);
        String verdict = bench.say("verdict." + finding.unmuted().verdict().name());
        if (finding.isMuted()) {
            String muted = bench.say("desktop.muted");
            getChildren().add(new Pill(muted, "outlined"));
            verdict += ", " + muted;
        }
        setAccessibleText(verdict + ": " + words);
    }

    /// Where the proof stands, in the words of an expert.
    private static Optional<Label> proof(Workbench bench, Finding finding) {
        return finding.evidence().stream().findFirst().map(evidence -> {
            Label code = new Label(oneLine(bench, evidence));
            code.getStyleClass().addAll("mono", "row-proof");
            return code;
        });
    }

    private static String oneLine(Workbench bench, Evidence evidence) {
        String shown = evidence.words().map(bench.wording()::say).orElseGet(() -> bench.raw(evidence.value()));
        String value = shown.lines().findFirst().orElse("");
        return bench.wording().say(evidence.place()) + "   " + value;
    }

    private void addFixButton(Workbench bench, Runnable choose, Runnable showFixes) {
        Button button = new Button(bench.say("desktop.preview-fix"));
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> {
            choose.run();
            showFixes.run();
        });
        getChildren().add(button);
    }
}
