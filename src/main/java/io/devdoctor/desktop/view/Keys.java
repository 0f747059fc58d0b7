package io.devdoctor.desktop.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Every key of the window: what it does, and what the sheet of shortcuts says of it.
final class Keys {
    private final List<Key> keys = new ArrayList<>();

    /// @param shown as a person reads it; @param words key of what it does
    /// @param combination in the notation of [KeyCombination]; empty for keys that lists handle themselves
    record Key(Group group, String shown, String words, Optional<String> combination, Runnable action) {}

    enum Group {
        EXAMINE,
        GO,
        LIST,
        CHANGE
    }

    /// In the order of the sheet.
    void add(Group group, String shown, String words, String combination, Runnable action) {
        keys.add(new Key(group, shown, words, Optional.of(combination), action));
    }

    /// One that is handled where it is pressed, told of here.
    void tell(Group group, String shown, String words) {
        keys.add(new Key(group, shown, words, Optional.empty(), () -> {}));
    }

    List<Key> in(Group group) {
        return keys.stream().filter(key -> key.group() == group).toList();
    }

    void install(Scene scene, Runnable help) {
        for (Key key : keys) {
            key.combination()
                    .map(KeyCombination::valueOf)
                    .ifPresent(combination -> scene.getAccelerators().put(combination, key.action()));
        }
        // Where the question mark lies differs from keyboard to keyboard.
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (!event.getCharacter().equals("?") || scene.getFocusOwner() instanceof TextInputControl) return;
            event.consume();
            help.run();
        });
    }
}
