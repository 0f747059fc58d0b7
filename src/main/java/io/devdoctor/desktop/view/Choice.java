package io.devdoctor.desktop.view;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// One of many, unfolded when asked for.
final class Choice<T> extends ComboBox<T> {
    Choice(String id, List<T> choices, T chosen, Function<T, String> name, Consumer<T> choose) {
        setId(id);
        getItems().setAll(choices);
        if (!choices.contains(chosen)) getItems().add(chosen);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T choice) {
                return choice == null ? "" : name.apply(choice);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        setValue(chosen);
        setMinWidth(USE_PREF_SIZE);
        valueProperty().subscribe((_, next) -> choose.accept(Objects.requireNonNull(next)));
    }
}
