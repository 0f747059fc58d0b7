package io.devdoctor.desktop.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Every key of the window: what it does, and what the sheet of shortcuts says of it.
final class Keys {
    /// Within a text it belongs to the text.
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private final List<Key> keys = new ArrayList<>();
    private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();

    /// @param shown as a person reads it; @param words key of what it does
    record Key(Group group, String shown, String words) {}

    enum Group {
        EXAMINE,
        GO,
        LIST,
        CHANGE
    }

    /// In the order of the sheet.
    ///
    /// @param combination in the notation of [KeyCombination]
    void add(Group group, String shown, String words, String combination, Runnable action) {
        keys.add(new Key(group, shown, words));
        also(combination, action);
    }

    /// One that is handled where it is pressed, told of here.
    void tell(Group group, String shown, String words) {
        keys.add(new Key(group, shown, words));
    }

    /// One that the sheet does not tell of.
    void also(String combination, Runnable action) {
        actions.put(KeyCombination.valueOf(combination), action);
    }

    List<Key> in(Group group) {
        return keys.stream().filter(key -> key.group() == group).toList();
    }

    /// A filter, as a text field would take some of them for itself.
    ///
    /// @param asleep while something else has the keyboard
    void install(Scene scene, BooleanSupplier asleep, Runnable help) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isConsumed() || asleep.getAsBoolean()) return;
            if (UNDO.match(event) && scene.getFocusOwner() instanceof TextInputControl) return;
            Optional<Runnable> action = actions.entrySet().stream()
                    .filter(each -> each.getKey().match(event))
                    .map(Map.Entry::getValue)
                    .findFirst();
            if (action.isEmpty()) return;
            event.consume();
            action.get().run();
        });
        // Where the question mark lies differs from keyboard to keyboard.
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (asleep.getAsBoolean()) return;
            if (!event.getCharacter().equals("?") || scene.getFocusOwner() instanceof TextInputControl) return;
            event.consume();
            help.run();
        });
    }
}
