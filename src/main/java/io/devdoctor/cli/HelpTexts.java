package io.devdoctor.cli;

import io.devdoctor.text.Messages;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// Help texts of picocli from our own bundles, under `cli.help.<command>.…`; without a command they stand for all.
final class HelpTexts extends ResourceBundle {
    private static final String PREFIX = "cli.help.";
    private final Messages messages;

    HelpTexts(Messages messages) {
        this.messages = messages;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return messages.has(PREFIX + key) ? messages.say(PREFIX + key) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(messages.keys().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .toList());
    }

    @Override
    public Locale getLocale() {
        return messages.language().locale();
    }
}
