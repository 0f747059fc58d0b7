package io.devdoctor.desktop.view;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.Affected;
import io.devdoctor.desktop.model.Attempt;
import io.devdoctor.desktop.model.ValueModel;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// One fix: what it is called, what exactly it does, what it disturbs, and the button that does it. Where a value may
/// be chosen, all of it follows the value.
final class FixCard extends VBox {
    private static final PseudoClass FORMER = PseudoClass.getPseudoClass("former");
    private final Workbench bench;
    private final Finding finding;
    private final Optional<Attempt> attempt;
    private final Optional<ValueModel> value;
    private final VBox head = new VBox();
    private final VBox body = new VBox();
    private Subscription follows = Subscription.EMPTY;

    FixCard(Workbench bench, Finding finding, Fix fix) {
        this.bench = bench;
        this.finding = finding;
        this.attempt = Optional.ofNullable(bench.repairs().attempts().get(finding.key()))
                .filter(now -> now.fix().id().equals(fix.id()))
                .filter(now -> now instanceof Attempt.Asking || now instanceof Attempt.Running);
        boolean free = attempt.isEmpty() && !bench.examinations().state().get().isReplay();
        this.value = bench.repairs().values().of(finding, fix);
        getStyleClass().add("fix-card");
        show(attempt.map(Attempt::fix).orElse(fix));
        body.getStyleClass().add("fix-body");
        getChildren().addAll(head, body);
        if (attempt.isEmpty()) value.ifPresent(this::follow);
        FixFooter footer = new FixFooter(bench, finding, fix, attempt, value);
        if (!free) value.ifPresent(ValueModel::close);
        getChildren().add(footer);
        follows = Subscription.combine(follows, footer::release);
    }

    /// The card is taken off; the model stays.
    void release() {
        follows.unsubscribe();
    }

    private void follow(ValueModel model) {
        follows = Subscription.combine(
                model.planned().subscribe(_ -> {
                    model.fix().ifPresent(this::show);
                    // What was planned before a value that cannot be taken stays, but is not what is typed.
                    body.pseudoClassStateChanged(FORMER, model.refusal().isPresent());
                }),
                model.open().subscribe(open -> choosing(model, open)));
    }

    private void choosing(ValueModel model, boolean open) {
        getChildren().removeIf(node -> {
            if (node instanceof ValueBox box) box.release();
            return node instanceof ValueBox;
        });
        if (!open) return;
        ValueBox box = new ValueBox(
                bench, model, () -> model.fix().ifPresent(fix -> bench.repairs().ask(finding, fix)));
        getChildren().add(1, box);
    }

    private void show(Fix fix) {
        head.getChildren().setAll(header(fix));
        body.getChildren().setAll(new PreviewView(bench, fix), new EffectChips(bench, fix));
        // The question before it names them by itself.
        if (attempt.isEmpty()) body.getChildren().addAll(stops(fix));
        fix.warnings()
                .forEach(words -> body.getChildren().add(warning(bench.wording().say(words))));
    }

    /// Whom the fix stops, by name, as far as that was read.
    private List<Node> stops(Fix fix) {
        List<Affected> affected = bench.examinations()
                .state()
                .get()
                .machine()
                .map(machine -> Affected.of(fix, machine))
                .orElse(List.of());
        List<Node> lines = new ArrayList<>();
        for (Affected each : affected) {
            boolean named =
                    each.names().known().filter(names -> !names.isEmpty()).isPresent();
            if (!named || each.effect() == Effect.ADMIN) continue;
            Text.Arg names = Text.several(each.names().known().orElse(List.of()));
            lines.add(DiffView.note(bench.say(
                    "desktop.effect.names", Text.of("effect." + each.effect().name()), names)));
        }
        return lines;
    }

    private HBox header(Fix fix) {
        Label title = new Label(bench.wording().say(fix.title()));
        title.setWrapText(true);
        title.getStyleClass().add("fix-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox header = new HBox(title);
        if (fix.isSafe())
            header.getChildren().add(new Pill(bench.say("desktop.fix.safe"), "verdict-pill", "verdict-ok"));
        header.getStyleClass().add("fix-header");
        header.setAlignment(Pos.TOP_LEFT);
        return header;
    }

    static Node warning(String words) {
        Prose prose = new Prose(words);
        HBox.setHgrow(prose, Priority.ALWAYS);
        HBox warning = new HBox(new VerdictIcon(Optional.of(Verdict.WARNING)), prose);
        warning.getStyleClass().add("fix-warning");
        return warning;
    }
}
