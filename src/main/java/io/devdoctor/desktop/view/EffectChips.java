package io.devdoctor.desktop.view;

import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.TakesEffect;
import javafx.scene.layout.FlowPane;

/// What a fix disturbs, and what it does not: a word or two each.
final class EffectChips extends FlowPane {
    EffectChips(Workbench bench, Fix fix) {
        getStyleClass().add("chips");
        for (Effect effect : Effect.values()) {
            if (!fix.effects().contains(effect)) continue;
            String colour = effect == Effect.DELETES_DATA ? "verdict-problem" : "verdict-warning";
            getChildren().add(new Pill(bench.say("effect." + effect.name()), "verdict-pill", colour));
        }
        boolean changes = !fix.isManual();
        if (changes && fix.isReversible()) getChildren().add(new Pill(bench.say("desktop.fix.undo")));
        if (changes && fix.takesEffect() != TakesEffect.NOW) {
            getChildren()
                    .add(new Pill(bench.say("takes-effect." + fix.takesEffect().name())));
        }
        if (changes && !fix.effects().contains(Effect.ADMIN)) {
            getChildren().add(new Pill(bench.say("desktop.fix.no-admin")));
        }
        getChildren().forEach(pill -> mayWrap((Pill) pill));
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    /// With large letters one of them alone may be wider than the card.
    private void mayWrap(Pill pill) {
        pill.setWrapText(true);
        pill.setMinWidth(0);
        pill.maxWidthProperty().bind(widthProperty().map(width -> {
            double inner = width.doubleValue() - snappedLeftInset() - snappedRightInset();
            return inner > 0 ? inner : Double.MAX_VALUE;
        }));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
