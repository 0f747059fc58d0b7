package io.devdoctor.format;

import tools.jackson.core.io.JsonStringEncoder;

/// Texts as JSON literals.
public final class JsonText {
    private JsonText() {}

    /// The text in quotes, escaped.
    public static String quote(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + "\"";
    }
}
