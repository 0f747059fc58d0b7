package io.devdoctor.format.dockerfile;

import java.util.Optional;
import java.util.Set;

/// What became of a word.
///
/// @param text      empty = not known, or an error
/// @param undefined variables that the word names and nobody defines
/// @param unknown   variables whose value is not known
/// @param error     in BuildKit's words; "" = none
public record Expansion(Optional<String> text, Set<String> undefined, Set<String> unknown, String error) {
    public Expansion {
        undefined = Set.copyOf(undefined);
        unknown = Set.copyOf(unknown);
    }
}
