package io.devdoctor.privacy;

import java.util.List;
import java.util.Locale;

/// Words of which a text must hold one before a pattern can match in it. Most texts hold none, and to look for words
/// costs far less than to try a pattern at every character.
record Clue(List<String> words) {

    /// @param words in lower case
    static Clue of(String... words) {
        return new Clue(List.of(words));
    }

    /// @param lower the text in lower case
    boolean in(String lower) {
        for (String word : words) {
            if (lower.contains(word)) return true;
        }
        return false;
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
