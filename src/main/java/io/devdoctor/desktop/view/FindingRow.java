package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.FindingGroup.Row;
import io.devdoctor.desktop.model.FindingGroups;
import io.devdoctor.desktop.model.Line;
import io.devdoctor.desktop.model.Stage;
import io.devdoctor.examination.Wait;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line of the list: a finding, or a check that has not finished.
final class FindingRow extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private final Workbench bench;
    private boolean chosen;

    /// @param showFixes brings the fixes into view
    FindingRow(Workbench bench, Line.Entry line, Runnable showFixes) {
        this.bench = bench;
        getStyleClass().add("finding-row");
        if (line.first()) getStyleClass().add("first");
        if (line.last()) getStyleClass().add("last");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        CheckInfo check = FindingGroups.checkOf(line.row());
        Pill area = new Pill(bench.say("area." + check.area().id()), "outlined");
        switch (line.row()) {
            case Row.Waiting _ -> waiting(check, line.stage(), area);
            case Row.Found(Finding finding, boolean consequence) -> found(finding, line, consequence, area, showFixes);
        }
    }

    void setChosen(boolean now) {
        if (chosen == now) return;
        chosen = now;
        pseudoClassStateChanged(CHOSEN, now);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? chosen
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private void waiting(CheckInfo check, Stage stage, Pill area) {
        getStyleClass().add("waiting");
        setId("waiting-" + check.id());
        Label name = new Label(bench.say(check.nameKey()));
        name.setWrapText(true);
        VBox texts = texts(name);
        Node icon = new VerdictIcon(Optional.empty());
        String words = bench.say("desktop.waiting");
        switch (stage) {
            case Stage.Slow(Wait why) -> {
                getStyleClass().add("slow");
                icon = sign(Feather.CLOCK);
                words = Slow.words(bench, why);
                texts.getChildren().add(quiet(words));
            }
            case Stage.Reading _ -> {
                icon = sign(Feather.MORE_HORIZONTAL);
                words = bench.say("desktop.reading");
            }
            case Stage.Waiting _, Stage.Done _ -> {}
        }
        setAccessibleText(name.getText() + ", " + words);
        setOnMouseClicked(_ -> requestFocus());
        getChildren().addAll(icon, texts, area);
    }

    private void found(Finding finding, Line.Entry line, boolean consequence, Pill area, Runnable showFixes) {
        setId("row-" + finding.check().id() + "-" + finding.subject().name());
        String words = bench.wording().say(finding.title());
        Label title = new Label(words);
        title.setWrapText(true);
        title.getStyleClass().add("row-title");
        VBox texts = texts(title);
        if (finding.verdict().isIllness() && !consequence) proof(finding).ifPresent(texts.getChildren()::add);
        getChildren().addAll(new VerdictIcon(Optional.of(finding.unmuted().verdict())), texts);
        String spoken = bench.say("verdict." + finding.unmuted().verdict().name());
        if (line.stage() instanceof Stage.Done(boolean again) && again) {
            getStyleClass().add("again");
            Label asking = quiet(bench.say("desktop.asking-again"));
            asking.setMinWidth(USE_PREF_SIZE);
            getChildren().add(asking);
            spoken += ", " + asking.getText();
        }
        if (consequence) getStyleClass().add("consequence");
        getChildren().add(consequence ? new Pill(bench.say("desktop.consequence"), "outlined") : area);
        if (finding.isMuted()) {
            String muted = bench.say("desktop.muted");
            getChildren().add(new Pill(muted, "outlined"));
            spoken += ", " + muted;
        }
        if (consequence) spoken += ", " + bench.say("desktop.consequence");
        setAccessibleText(spoken + ": " + words);
        Runnable choose = () -> bench.window().choose(finding);
        if (!finding.fixes().isEmpty() && !consequence && !finding.isMuted()) addFixButton(choose, showFixes);
        setOnMouseClicked(_ -> {
            requestFocus();
            choose.run();
        });
    }

    private static VBox texts(Label first) {
        VBox texts = new VBox(first);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        texts.setAlignment(Pos.CENTER_LEFT);
        return texts;
    }

    private static Label quiet(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("row-note");
        return label;
    }

    private static FontIcon sign(Feather shape) {
        FontIcon icon = new FontIcon(shape);
        icon.getStyleClass().add("stage");
        return icon;
    }

    /// Where the proof stands, in the words of an expert.
    private Optional<Label> proof(Finding finding) {
        return finding.evidence().stream()
                .filter(it -> !oneLine(it).isBlank())
                .findFirst()
                .map(evidence -> {
                    Label code = new Label(oneLine(evidence));
                    code.getStyleClass().addAll("mono", "row-proof");
                    return code;
                });
    }

    private String oneLine(Evidence evidence) {
        String shown = evidence.words().map(bench.wording()::say).orElseGet(() -> bench.raw(evidence.value()));
        String value = shown.lines().findFirst().orElse("");
        return bench.wording().say(evidence.place()) + "   " + value;
    }

    /// For the mouse; the key is Enter on the line.
    private void addFixButton(Runnable choose, Runnable showFixes) {
        Button button = new Button(bench.say("desktop.preview-fix"));
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> {
            choose.run();
            showFixes.run();
        });
        getChildren().add(button);
    }
}
