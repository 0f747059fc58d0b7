package io.devdoctor.desktop.view;

import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.TypedSetting;
import io.devdoctor.text.Text;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/// A field whose content holds once it is left or Enter is pressed, with words below where it cannot hold.
final class TypedField extends VBox {
    private static final double WIDTH = 320;
    private final Workbench bench;
    private final TextField field = new TextField();

    TypedField(Workbench bench, String id, TypedSetting setting, String prompt) {
        this.bench = bench;
        getStyleClass().add("typed-field");
        setPrefWidth(WIDTH);
        field.setId(id);
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(setting.text());
        field.setOnAction(_ -> setting.submit());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) setting.takeBack();
        });
        field.focusedProperty().subscribe((had, has) -> {
            if (had && !has) setting.submit();
        });
        setting.refusal().subscribe(this::render);
    }

    TextField field() {
        return field;
    }

    private void render(Optional<Text> refusal) {
        getChildren().setAll(field);
        field.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, refusal.isPresent());
        refusal.ifPresent(why -> {
            Prose words = new Prose(bench.wording().say(why), "refusal");
            words.getStyleClass().add(VerdictIcon.styleClass(Verdict.PROBLEM));
            words.setId(field.getId() + "-refusal");
            getChildren().add(words);
        });
    }
}
