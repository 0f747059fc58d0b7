package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Verdict;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One thing to know about the page below, and what can be done about it.
final class Banner extends HBox {
    Banner(Verdict verdict, String words, String action, Runnable run) {
        this(verdict, words, button(action, run));
    }

    Banner(Verdict verdict, String words, Button... actions) {
        getStyleClass().addAll("banner", VerdictIcon.styleClass(verdict));
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        Prose prose = new Prose(words);
        HBox.setHgrow(prose, Priority.ALWAYS);
        getChildren().addAll(new VerdictIcon(Optional.of(verdict)), prose);
        getChildren().addAll(actions);
    }

    static Button button(String action, Runnable run) {
        Button button = new Button(action);
        button.setMinWidth(USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(Styles.SMALL, "banner-action");
        button.setOnAction(_ -> run.run());
        return button;
    }
}
