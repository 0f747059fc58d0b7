package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.desktop.model.ValueModel;
import io.devdoctor.fix.Parameter;
import io.devdoctor.fix.ParameterText;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Another value for a fix: typed, stepped or picked. Enter applies, Escape goes back to the advised one.
final class ValueBox extends VBox {
    private final Workbench bench;
    private final ValueModel model;
    private final Node control;
    private Subscription follows = Subscription.EMPTY;

    /// @param apply what Enter does
    ValueBox(Workbench bench, ValueModel model, Runnable apply) {
        this.bench = bench;
        this.model = model;
        getStyleClass().add("value-box");
        setId("value-box");
        String name = bench.wording().say(model.parameter().name());
        control = switch (model.parameter()) {
            case Parameter.Size _, Parameter.Count _ -> number(name);
            case Parameter.OneOf options -> new OptionList(bench, model, options, name);
        };
        Label label = new Label(name);
        label.getStyleClass().add("section-title");
        label.setLabelFor(control);
        getChildren().addAll(label, control, words());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
                apply.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                model.close();
                event.consume();
            }
        });
    }

    /// The box is taken off; the model stays.
    void release() {
        follows.unsubscribe();
        if (control instanceof OptionList options) options.release();
    }

    void takeFocus() {
        if (control instanceof OptionList options) {
            options.takeFocus();
            return;
        }
        TextField field = (TextField) control.lookup("#value");
        field.requestFocus();
        field.selectAll();
    }

    private HBox number(String name) {
        TextField field = new TextField(model.typed().get());
        field.setId("value");
        field.setPrefColumnCount(7);
        field.setAccessibleText(name);
        field.textProperty().bindBidirectional(model.typed());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            int direction = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
            if (direction == 0) return;
            model.step(direction);
            field.selectAll();
            event.consume();
        });
        follow(() -> {
            boolean refused = model.refusal().isPresent();
            field.pseudoClassStateChanged(Styles.STATE_DANGER, refused);
            field.setAccessibleHelp(refused ? refusal() : bounds());
        });
        HBox row = new HBox(
                step("value-less", Feather.MINUS, "desktop.value.less", -1),
                field,
                step("value-more", Feather.PLUS, "desktop.value.more", 1));
        row.getStyleClass().add("value-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button step(String id, Feather icon, String key, int direction) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL);
        button.setAccessibleText(bench.say(key));
        button.setOnAction(_ -> model.step(direction));
        return button;
    }

    /// The bounds, or why the value cannot be taken.
    private Label words() {
        Label words = new Label();
        words.setId("value-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        follow(() -> {
            boolean refused = model.refusal().isPresent();
            words.setText(refused ? refusal() : bounds());
            words.getStyleClass().setAll("label", refused ? "value-refused" : "value-bounds");
        });
        return words;
    }

    private void follow(Runnable change) {
        follows = Subscription.combine(follows, model.planned().subscribe(_ -> change.run()));
    }

    private String refusal() {
        return model.refusal().map(bench.wording()::say).orElse("");
    }

    private String bounds() {
        return bench.wording().say(ParameterText.bounds(model.parameter()));
    }
}
