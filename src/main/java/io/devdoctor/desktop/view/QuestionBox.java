package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.desktop.model.Affected;
import io.devdoctor.desktop.model.Question;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks, above whatever page is shown, before something is taken back or completed that stops a thing or needs rights:
/// an undo can be asked for from many places, and by a key.
final class QuestionBox extends VBox {
    private final Workbench bench;

    QuestionBox(Workbench bench) {
        this.bench = bench;
        setId("question");
        getStyleClass().addAll("consent", "question");
        bench.repairs().question().subscribe(this::render);
        bench.wording().whenever(this::render);
    }

    private void render() {
        Optional<Question> question = bench.repairs().question().get();
        setVisible(question.isPresent());
        setManaged(question.isPresent());
        getChildren().clear();
        question.ifPresent(this::show);
    }

    private void show(Question question) {
        getChildren()
                .addAll(
                        new Prose(bench.wording().say(question.rest().title()), "fix-title"),
                        new Prose(
                                bench.say("desktop.question." + question.what().name())));
        for (Affected affected : affected(question.rest())) {
            String effect = bench.say("effect." + affected.effect().name());
            getChildren().add(new NameList(bench, "• " + effect, affected.names()));
        }
        Button yes = Banner.button(
                bench.say(yes(question.what())), () -> bench.repairs().agree(question));
        yes.setId("question-yes");
        yes.getStyleClass().add(Styles.ACCENT);
        yes.disableProperty().bind(bench.repairs().busy());
        Button cancel = Banner.button(bench.say("desktop.cancel"), bench.repairs()::dismissQuestion);
        cancel.setId("question-cancel");
        HBox buttons = new HBox(yes, cancel);
        buttons.getStyleClass().add("buttons");
        getChildren().add(buttons);
    }

    private static String yes(Question.What what) {
        return switch (what) {
            case UNDO -> "desktop.undo";
            case ROLL_BACK -> "desktop.entry.roll-back";
            case COMPLETE -> "desktop.entry.complete";
        };
    }

    /// Before anything was examined nobody can be named.
    private List<Affected> affected(Fix rest) {
        Optional<Machine> machine = bench.examinations().state().get().machine();
        return machine.map(seen -> Affected.of(rest, seen))
                .orElseGet(() -> rest.effects().stream()
                        .sorted()
                        .map(QuestionBox::nameless)
                        .toList());
    }

    private static Affected nameless(Effect effect) {
        return new Affected(effect, new Reading.NotApplicable<>("said"));
    }
}
