package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.Affected;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks, in place, whether the effects of a fix are agreed to. What is deleted for good is agreed to by itself.
final class ConsentBox extends VBox {
    /// More objects than these are counted here; the preview names each with its size.
    private static final int NAMED = 4;

    ConsentBox(Workbench bench, Finding finding, Fix fix, boolean agreed) {
        getStyleClass().add("consent");
        Label question = new Label(bench.say("desktop.consent.question"));
        question.setWrapText(true);
        question.getStyleClass().add("fix-title");
        getChildren().add(question);
        Optional<Machine> machine = bench.examinations().state().get().machine();
        for (Affected affected : machine.map(it -> Affected.of(fix, it)).orElse(List.of())) {
            Effect effect = affected.effect();
            // The box to tick below says by itself what is deleted.
            if (effect == Effect.DELETES_DATA) continue;
            getChildren().add(new NameList(bench, "• " + bench.say("effect." + effect.name()), affected.names()));
        }
        if (fix.effects().contains(Effect.DELETES_DATA)) getChildren().add(deletion(bench, finding, fix, agreed));
        Button apply = new Button(bench.say("desktop.consent.apply"));
        apply.setId("consent-apply");
        apply.getStyleClass()
                .addAll(fix.effects().contains(Effect.DELETES_DATA) ? Styles.DANGER : Styles.ACCENT, Styles.SMALL);
        apply.setDisable(!agreed);
        apply.setOnAction(_ -> bench.repairs().apply(finding, fix));
        Button cancel = new Button(bench.say("desktop.cancel"));
        cancel.setId("consent-cancel");
        cancel.getStyleClass().add(Styles.SMALL);
        cancel.setOnAction(_ -> decline(bench, finding, fix));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) return;
            event.consume();
            decline(bench, finding, fix);
        });
        HBox buttons = new HBox(apply, cancel);
        buttons.getStyleClass().add("buttons");
        getChildren().add(buttons);
    }

    /// The keyboard goes back to the button that asked.
    private void decline(Workbench bench, Finding finding, Fix fix) {
        Scene scene = getScene();
        bench.repairs().decline(finding);
        Node asked = scene == null ? null : FocusKeeper.find(scene.getRoot(), "apply-" + fix.id());
        if (asked != null) asked.requestFocus();
    }

    private static CheckBox deletion(Workbench bench, Finding finding, Fix fix, boolean agreed) {
        List<Step.EngineCall> gone = fix.steps().stream()
                .filter(Step.EngineCall.class::isInstance)
                .map(Step.EngineCall.class::cast)
                .toList();
        CheckBox box = new CheckBox(
                gone.size() > NAMED
                        ? bench.say("desktop.consent.deletes.listed", gone.size(), size(gone))
                        : bench.say(
                                "desktop.consent.deletes",
                                Text.several(gone.stream()
                                        .map(call -> call.change().label())
                                        .toList()),
                                size(gone)));
        box.setId("consent-deletes");
        box.setWrapText(true);
        box.setMnemonicParsing(false);
        box.setSelected(agreed);
        box.setOnAction(_ -> bench.repairs().agree(finding, fix, box.isSelected()));
        return box;
    }

    /// A size that is not known counts as nothing, and the sum says so.
    private static Text.Arg size(List<Step.EngineCall> gone) {
        long bytes = gone.stream()
                .mapToLong(call -> Math.max(0, call.change().bytes()))
                .sum();
        boolean complete = gone.stream().allMatch(call -> call.change().bytes() >= 0);
        return complete
                ? Text.size(bytes)
                : new Text.Arg.Nested(Text.of("desktop.consent.deletes.least", Text.size(bytes)));
    }
}
