package io.devdoctor.cli;

import io.devdoctor.repair.Entry;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// How a person names an entry of the journal: by its id, by a beginning that no other has, or `last`.
record EntryChoice(List<Entry> newestFirst) {
    private static final String LAST = "last";

    /// `last` is the newest of all, whatever can be done with it: another one would be a surprise.
    ///
    /// @return empty if there is none
    Optional<Entry> find(String word) {
        if (word.equals(LAST)) return newestFirst.stream().findFirst();
        Optional<Entry> exact =
                newestFirst.stream().filter(entry -> entry.id().equals(word)).findFirst();
        if (exact.isPresent()) return exact;
        List<Entry> candidates = newestFirst.stream()
                .filter(entry -> !word.isEmpty() && entry.id().startsWith(word))
                .toList();
        if (candidates.size() <= 1) return candidates.stream().findFirst();
        List<String> ids = candidates.stream().map(Entry::id).toList();
        throw CliProblem.usage(Text.of("cli.error.which-entry", word, Text.several(ids)));
    }

    /// Names the newest that would do, to whom `last` is one that does not.
    ///
    /// @param key says so; `{0}` is its id
    Optional<Text> instead(String word, Predicate<Entry> fitting, String key) {
        if (!word.equals(LAST) || newestFirst.isEmpty() || fitting.test(newestFirst.getFirst()))
            return Optional.empty();
        return newestFirst.stream().filter(fitting).findFirst().map(entry -> Text.of(key, entry.id()));
    }
}
