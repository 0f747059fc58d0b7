package io.devdoctor.system.recorded;

import java.util.List;

/// A file that is not a recording we can replay. The reason is a message key with arguments, so that it can be said in
/// the reader's language.
public final class RecordingException extends Exception {
    private static final long serialVersionUID = 1;
    private final String key;
    private final transient List<Object> args;

    RecordingException(String key, Object... args) {
        super(key + " " + List.of(args));
        this.key = key;
        this.args = List.of(args);
    }

    /// `recording.garbled` and the like.
    public String key() {
        return key;
    }

    /// The file's name first; String and Long only.
    public List<Object> args() {
        return args;
    }
}
