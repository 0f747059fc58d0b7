package io.devdoctor.desktop.model;

import io.devdoctor.text.Format;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// The words of the window, in the language of the moment.
public final class Wording {
    private final ReadOnlyObjectWrapper<Messages> messages;

    public Wording(Language language) {
        messages = new ReadOnlyObjectWrapper<>(Messages.of(language));
    }

    public ReadOnlyObjectProperty<Messages> messages() {
        return messages.getReadOnlyProperty();
    }

    public Language language() {
        return messages.get().language();
    }

    public void speak(Language language) {
        messages.set(Messages.of(language));
    }

    public String say(String key, Object... args) {
        return messages.get().say(key, args);
    }

    public String say(Text text) {
        return messages.get().say(text);
    }

    public Format format() {
        return messages.get().format();
    }

    /// Runs now and after every change of the language; for views that live as long as the window.
    public Subscription whenever(Runnable spoken) {
        return messages.subscribe(_ -> spoken.run());
    }
}
