package io.devdoctor.store;

import java.io.IOException;
import java.nio.file.Path;

/// The settings could not be understood and were moved away, with every mute in them. Nothing was changed: whoever
/// changes them next starts from the defaults, and is to know that.
public final class SettingsSetAsideException extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Path kept;

    SettingsSetAsideException(Path kept) {
        super("settings set aside to " + kept);
        this.kept = kept;
    }

    /// Where the file is now.
    public Path kept() {
        return kept;
    }
}
