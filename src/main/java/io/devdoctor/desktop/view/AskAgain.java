package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A small button that asks a part of the finished run once more.
final class AskAgain extends Button {
    /// @param words key of what it does; @param keys that do it too
    AskAgain(Workbench bench, String id, String words, String keys, Runnable ask) {
        super(null, new FontIcon(Feather.REFRESH_CW));
        setId(id);
        getStyleClass().addAll(Styles.SMALL, Styles.FLAT, Styles.BUTTON_ICON, "ask-again");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleText(bench.say(words));
        setTooltip(new Tooltip(bench.say(words) + "  " + keys));
        setOnAction(_ -> ask.run());
    }
}
