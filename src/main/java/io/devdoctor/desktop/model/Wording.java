package io.devdoctor.desktop.model;

import io.devdoctor.privacy.Secrets;
import io.devdoctor.text.Format;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import io.devdoctor.text.Visible;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// The words of the window, in the language of the moment. Everything that the window shows of a machine passes here.
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
        return raw(messages.get().say(key, args));
    }

    public String say(Text text) {
        return raw(messages.get().say(text));
    }

    /// A text of the machine as the window may show and copy it: secrets masked, and nothing in it hidden.
    public String raw(String text) {
        return Visible.text(Secrets.mask(text).text());
    }

    /// The same for lines that belong together; there are as many afterwards.
    public List<String> raw(List<String> lines) {
        return Secrets.maskLines(lines).stream().map(Visible::line).toList();
    }

    public boolean has(String key) {
        return messages.get().has(key);
    }

    public Format format() {
        return messages.get().format();
    }

    /// Runs now and after every change of the language; for views that live as long as the window.
    public Subscription whenever(Runnable spoken) {
        return messages.subscribe(_ -> spoken.run());
    }
}
