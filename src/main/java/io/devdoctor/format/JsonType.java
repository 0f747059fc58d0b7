package io.devdoctor.format;

import java.util.Locale;

/// The kinds of JSON values.
public enum JsonType {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL;

    /// As the standard writes it: `array`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
