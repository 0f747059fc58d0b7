package io.devdoctor.format.dockerfile;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Resolves quotes, escapes and variables of a word as BuildKit does.
public final class Expander {
    private final char escape;
    private final Function<String, Value> environment;

    /// @param escape the file's, see [Dockerfile#escape]
    public Expander(char escape, Function<String, Value> environment) {
        this.escape = escape;
        this.environment = environment;
    }

    public Expansion expand(String word) {
        Lexer lexer = new Lexer(word, escape, environment, Lexer.Keep.NOTHING);
        try {
            Lexer.Lexed lexed = lexer.read();
            boolean known = lexer.unknown.isEmpty();
            return new Expansion(
                    known ? Optional.of(lexed.text()) : Optional.empty(),
                    known ? lexed.words() : List.of(),
                    lexer.undefined,
                    lexer.unknown,
                    "");
        } catch (Lexer.Refusal refusal) {
            return new Expansion(Optional.empty(), List.of(), lexer.undefined, lexer.unknown, refusal.getMessage());
        }
    }
}
