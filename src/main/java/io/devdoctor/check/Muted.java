package io.devdoctor.check;

import io.devdoctor.check.Finding.Place;
import io.devdoctor.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// That somebody does not want to hear of a finding. It counts as passed, apart from the others, and is never left
/// out.
///
/// @param verdict what it is without the mute: INFO, WARNING, PROBLEM or UNKNOWN
/// @param words   who said so and why; several where the authors of several lines did
public record Muted(Verdict verdict, List<Word> words) {
    public Muted {
        words = List.copyOf(words);
        if (verdict == Verdict.OK || verdict == Verdict.NOT_APPLICABLE) {
            throw new IllegalArgumentException(verdict + " says nothing that could be muted");
        }
        if (words.isEmpty()) throw new IllegalArgumentException("nobody muted it");
    }

    /// @param reason       in their words; "" only where a comment gives none
    /// @param until        the last day on which it holds, by UTC; empty = for good
    /// @param untilChanged whether it holds only as long as the finding says the same
    public record Word(By by, String reason, Optional<LocalDate> until, boolean untilChanged) {}

    /// Who said so.
    public sealed interface By {
        /// The person at this machine, for this machine alone.
        record Person(Instant since) implements By {}

        /// A comment in the file that the finding is about.
        record Comment(Place at) implements By {}

        /// An entry of the project's `.devdoctor.yml`.
        record ProjectFile(Place at) implements By {}
    }

    /// Their reasons, each once; "" where none was given.
    public String reason() {
        return words.stream()
                .map(Word::reason)
                .filter(reason -> !reason.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /// The day after which the first of the words no longer holds.
    public Optional<LocalDate> until() {
        return words.stream().flatMap(word -> word.until().stream()).min(Comparator.naturalOrder());
    }

    public boolean untilChanged() {
        return words.stream().anyMatch(Word::untilChanged);
    }

    /// One sentence for people: who, until when, why.
    public Text sentence() {
        Text.Arg who = new Text.Arg.Several(words.stream()
                .map(word -> who(word.by()))
                .distinct()
                .<Text.Arg>map(Text.Arg.Nested::new)
                .toList());
        return reason().isEmpty()
                ? Text.of("muted.sentence.unreasoned", who, end())
                : Text.of("muted.sentence", who, end(), reason());
    }

    private static Text who(By by) {
        return switch (by) {
            case By.Person(Instant since) -> Text.of("muted.by.person", since);
            case By.Comment(Place at) -> Text.of("muted.by.comment", name(at));
            case By.ProjectFile(Place at) -> Text.of("muted.by.file", name(at));
        };
    }

    /// The file without its folder: the finding says where the project is.
    private static String name(Place at) {
        String file = at.file()
                .substring(Math.max(at.file().lastIndexOf('/'), at.file().lastIndexOf('\\')) + 1);
        return at.line() == 0 ? file : file + ":" + at.line();
    }

    private Text end() {
        String day = until().map(LocalDate::toString).orElse("");
        if (day.isEmpty()) return Text.of(untilChanged() ? "muted.until.changed" : "muted.until.never");
        return Text.of(untilChanged() ? "muted.until.either" : "muted.until.day", day);
    }

    /// Whether the person at this machine said so, who alone may take it back here.
    public boolean isByPerson() {
        return words.stream().anyMatch(word -> word.by() instanceof By.Person);
    }
}
