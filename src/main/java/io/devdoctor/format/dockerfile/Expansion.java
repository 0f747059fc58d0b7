package io.devdoctor.format.dockerfile;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What became of a word.
///
/// @param text      empty = not known, or an error
/// @param words     the text split at blanks that were not quoted, as EXPOSE takes it
/// @param undefined variables that the word names and nobody defines
/// @param unknown   variables whose value is not known
/// @param error     in BuildKit's words; "" = none
public record Expansion(
        Optional<String> text, List<String> words, Set<String> undefined, Set<String> unknown, String error) {
    public Expansion {
        words = List.copyOf(words);
        undefined = Set.copyOf(undefined);
        unknown = Set.copyOf(unknown);
    }
}
