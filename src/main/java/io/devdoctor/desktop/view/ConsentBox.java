package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.text.Text;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks, in place, whether the effects of a fix are agreed to. What is deleted for good is agreed to by itself.
final class ConsentBox extends VBox {
    ConsentBox(Workbench bench, Finding finding, Fix fix, boolean agreed) {
        getStyleClass().add("consent");
        Label question = new Label(bench.say("desktop.consent.question"));
        question.setWrapText(true);
        question.getStyleClass().add("fix-title");
        getChildren().add(question);
        for (Effect effect : Effect.values()) {
            // The box to tick below says by itself what is deleted.
            if (fix.effects().contains(effect) && effect != Effect.DELETES_DATA)
                getChildren().add(new Prose("• " + bench.say("effect." + effect.name())));
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
        cancel.setOnAction(_ -> bench.repairs().decline(finding));
        HBox buttons = new HBox(apply, cancel);
        buttons.getStyleClass().add("buttons");
        getChildren().add(buttons);
    }

    private static CheckBox deletion(Workbench bench, Finding finding, Fix fix, boolean agreed) {
        List<Step.EngineCall> gone = fix.steps().stream()
                .filter(Step.EngineCall.class::isInstance)
                .map(Step.EngineCall.class::cast)
                .toList();
        long bytes = gone.stream()
                .mapToLong(call -> Math.max(0, call.change().bytes()))
                .sum();
        CheckBox box = new CheckBox(bench.say(
                "desktop.consent.deletes",
                Text.several(gone.stream().map(call -> call.change().label()).toList()),
                Text.size(bytes)));
        box.setId("consent-deletes");
        box.setWrapText(true);
        box.setMnemonicParsing(false);
        box.setSelected(agreed);
        box.setOnAction(_ -> bench.repairs().agree(finding, fix, box.isSelected()));
        return box;
    }
}
