package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.Attempt;
import io.devdoctor.desktop.model.Page;
import io.devdoctor.desktop.model.ValueModel;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.repair.Entry;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The end of a fix's card: the button that does it, the question before it, or how far it has come.
final class FixFooter extends VBox {
    private static final double GAP = 8;
    private final Workbench bench;
    private final Finding finding;
    private final Fix fix;
    private final Optional<ValueModel> value;
    private Subscription follows = Subscription.EMPTY;

    FixFooter(Workbench bench, Finding finding, Fix fix, Optional<Attempt> attempt, Optional<ValueModel> value) {
        this.bench = bench;
        this.finding = finding;
        this.fix = fix;
        this.value = value;
        getChildren().add(content(attempt.orElse(null)));
    }

    void release() {
        follows.unsubscribe();
    }

    private Node content(@org.jspecify.annotations.Nullable Attempt attempt) {
        if (bench.examinations().state().get().isReplay()) return note(bench.say("desktop.fix.recording"));
        Optional<Entry> waiting = bench.repairs().waitingFor(finding.key());
        if (waiting.isPresent() && !(attempt instanceof Attempt.Running)) return waiting(waiting.get());
        return switch (attempt) {
            case Attempt.Asking(Fix asked, boolean agreed) -> new ConsentBox(bench, finding, asked, agreed);
            case Attempt.Running running -> progress(running);
            case Attempt.Ended _, Attempt.TakenBack _ -> buttons();
            case null -> isWordsOnly() ? note(bench.say("desktop.fix.by-hand")) : buttons();
        };
    }

    /// In place of the button: it was done, and a second time would not bring it into force.
    private Node waiting(Entry entry) {
        Hyperlink link = new Hyperlink(bench.say("desktop.fix.waiting.go"));
        link.setId("to-pending");
        link.setOnAction(_ -> bench.window().page().set(new Page.Overview()));
        String when = bench.say("takes-effect." + entry.takesEffect().name());
        VBox box = new VBox(
                new Prose(bench.say("desktop.fix.waiting", bench.wording().say(entry.title()), when)), link);
        box.getStyleClass().add("fix-footer");
        return box;
    }

    private Node progress(Attempt.Running running) {
        String words = bench.wording().say(running.progress());
        Label progress = new Label(words);
        progress.setId("fix-progress");
        progress.getStyleClass().add("text-muted");
        ProgressBar bar = new ProgressBar(running.share() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : running.share());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words);
        VBox box = new VBox(progress, bar);
        box.setId("fix-running");
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.setAccessibleText(words);
        box.getStyleClass().addAll("fix-footer", "fix-progress");
        return box;
    }

    private FlowPane buttons() {
        FlowPane footer = new FlowPane(applyButton());
        footer.setHgap(GAP);
        footer.setVgap(GAP);
        value.map(this::valueButton).ifPresent(footer.getChildren()::add);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("fix-footer");
        return footer;
    }

    private Button applyButton() {
        String key = fix.isManual()
                ? "desktop.fix.open"
                : fix.effects().isEmpty() ? "desktop.fix.apply" : "desktop.fix.apply-ask";
        Button apply = new Button(bench.say(key));
        apply.setId("apply-" + fix.id());
        apply.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL, "apply");
        apply.setMnemonicParsing(false);
        apply.setMinWidth(USE_PREF_SIZE);
        if (fix.effects().contains(Effect.ADMIN)) apply.setGraphic(new FontIcon(Feather.SHIELD));
        apply.disableProperty()
                .bind(value.map(model -> Bindings.createBooleanBinding(
                                () -> bench.repairs().busy().get()
                                        || model.refusal().isPresent(),
                                bench.repairs().busy(),
                                model.planned()))
                        .orElseGet(() -> Bindings.createBooleanBinding(
                                () -> bench.repairs().busy().get(),
                                bench.repairs().busy())));
        apply.setAccessibleText(apply.getText() + ": " + bench.wording().say(fix.title()));
        value.ifPresent(model -> follows = Subscription.combine(
                follows,
                model.planned()
                        .subscribe(_ -> model.fix()
                                .ifPresent(now -> apply.setAccessibleText(
                                        apply.getText() + ": " + bench.wording().say(now.title()))))));
        apply.setOnAction(_ -> bench.repairs().ask(finding, wanted()));
        return apply;
    }

    private Fix wanted() {
        return value.flatMap(ValueModel::fix).orElse(fix);
    }

    private Button valueButton(ValueModel model) {
        Button other = new Button();
        other.setId("value-of-" + fix.id());
        other.getStyleClass().add(Styles.SMALL);
        other.setMnemonicParsing(false);
        other.setMinWidth(USE_PREF_SIZE);
        other.setOnAction(_ -> {
            if (model.open().get()) {
                model.close();
            } else {
                model.open().set(true);
                if (getParent().lookup("#value-box") instanceof ValueBox box) box.takeFocus();
            }
        });
        follows = Subscription.combine(
                follows,
                model.open()
                        .subscribe(open -> other.setText(
                                bench.say(open ? "desktop.value.back" : "desktop.value.other", advised(model)))));
        return other;
    }

    private io.devdoctor.text.Text.Arg advised(ValueModel model) {
        return io.devdoctor.fix.ParameterText.advised(model.parameter());
    }

    private boolean isWordsOnly() {
        List<Step> steps = fix.steps();
        return steps.stream().allMatch(step -> step instanceof Step.Manual manual && manual.opens() == null);
    }

    private static Node note(String words) {
        HBox note = new HBox(new Prose(words, "text-muted"));
        HBox.setHgrow(note.getChildren().getFirst(), Priority.ALWAYS);
        note.getStyleClass().add("fix-footer");
        return note;
    }
}
