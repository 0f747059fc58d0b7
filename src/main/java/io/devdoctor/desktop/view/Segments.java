package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// A few choices side by side, one of which holds.
final class Segments<T> extends HBox {
    /// @param id of the group; each choice is `<id>-<choice>`
    Segments(String id, List<T> choices, T chosen, Function<T, String> name, Consumer<T> choose) {
        setId(id);
        setAccessibleRole(AccessibleRole.PARENT);
        setMaxWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(name.apply(choice));
            button.setId(id + "-" + choice);
            button.setMnemonicParsing(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setToggleGroup(group);
            button.setSelected(choice.equals(chosen));
            button.getStyleClass().add(style(choices, choice));
            // Pressed again, it stays what it is.
            button.setOnAction(_ -> {
                button.setSelected(true);
                choose.accept(choice);
            });
            getChildren().add(button);
        }
    }

    private static <T> String style(List<T> choices, T choice) {
        if (choice.equals(choices.getFirst())) return Styles.LEFT_PILL;
        return choice.equals(choices.getLast()) ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }
}
