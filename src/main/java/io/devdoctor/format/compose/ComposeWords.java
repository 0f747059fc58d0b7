package io.devdoctor.format.compose;

import io.devdoctor.format.compose.ComposeNode.Scalar;
import java.util.List;
import java.util.Optional;

/// A command as Compose takes it: in the list form word by word, else one text.
///
/// @param shell whether a text or `CMD-SHELL` stands there
public record ComposeWords(List<String> words, boolean shell, ComposePlace place) {
    private static final String SHELL_FORM = "CMD-SHELL";

    public ComposeWords {
        words = List.copyOf(words);
    }

    /// Empty where nothing stands there, or it is not known.
    static Optional<ComposeWords> of(ComposeNode value) {
        List<ComposeNode> items = ComposeNode.items(value);
        boolean known = items.stream().allMatch(item -> item instanceof Scalar one && one.known());
        if (!known || items.isEmpty()) return Optional.empty();
        List<String> words = items.stream().map(item -> ((Scalar) item).text()).toList();
        return Optional.of(new ComposeWords(words, value instanceof Scalar, value.place()));
    }

    /// Of a health check, whose first word says how the rest is run.
    static Optional<ComposeWords> ofTest(ComposeNode value) {
        return of(value).map(test -> {
            String first = test.words.getFirst();
            boolean form = !test.shell && (first.equals("CMD") || first.equals(SHELL_FORM));
            List<String> rest = form ? test.words.subList(1, test.words.size()) : test.words;
            return new ComposeWords(rest, test.shell || first.equals(SHELL_FORM), test.place);
        });
    }

    public String line() {
        return String.join(" ", words);
    }
}
