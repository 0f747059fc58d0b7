package io.devdoctor.desktop.view;

import io.devdoctor.desktop.model.ValueModel;
import io.devdoctor.fix.Parameter;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The values that are known, one beneath the other, with what a person should know of each.
final class OptionList extends VBox {
    private final Subscription follows;

    OptionList(Workbench bench, ValueModel model, Parameter.OneOf parameter, String name) {
        getStyleClass().add("value-options");
        setAccessibleText(name);
        ToggleGroup group = new ToggleGroup();
        for (Parameter.Option option : parameter.options()) {
            RadioButton button = new RadioButton(words(bench, parameter, option));
            button.setId("value-" + option.value());
            button.setWrapText(true);
            button.setMnemonicParsing(false);
            button.setToggleGroup(group);
            button.setUserData(option.value());
            getChildren().add(button);
        }
        follows = model.typed()
                .subscribe(typed -> group.getToggles().stream()
                        .filter(toggle -> toggle.getUserData().equals(typed))
                        .forEach(group::selectToggle));
        group.selectedToggleProperty().subscribe((_, chosen) -> {
            if (chosen != null) model.typed().set((String) chosen.getUserData());
        });
    }

    void release() {
        follows.unsubscribe();
    }

    void takeFocus() {
        getChildren().stream()
                .map(RadioButton.class::cast)
                .filter(RadioButton::isSelected)
                .findFirst()
                .ifPresent(RadioButton::requestFocus);
    }

    private static String words(Workbench bench, Parameter.OneOf parameter, Parameter.Option option) {
        String value = bench.raw(option.value());
        String words = option.words()
                .map(more -> bench.say("desktop.value.option", value, more))
                .orElse(value);
        return option.value().equals(parameter.advised()) ? bench.say("desktop.value.advised", words) : words;
    }
}
