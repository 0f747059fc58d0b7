package io.devdoctor.check;

import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.Optional;

/// A raw value that proves a finding, and where it came from.
///
/// @param what  what the value is, for example "memory in .wslconfig"
/// @param value untranslated, as read
/// @param words what stands for a value that only a programmer would write, such as `true`; people are shown these,
///              documents for programs hold the value
public record Evidence(Text what, String value, Source source, Optional<Text> words) {
    /// A fact that was looked for and not found.
    private static final String NOTHING = "-";

    private static final String ABSENT = "absent";

    public Evidence(Text what, String value, Source source) {
        this(what, value, source, Optional.empty());
    }

    public static Evidence of(String whatKey, Object value, Source source) {
        return new Evidence(Text.of(whatKey), String.valueOf(value), source, words(value));
    }

    private static Optional<Text> words(Object value) {
        return switch (value) {
            case Boolean yes -> Optional.of(Text.of(yes ? "evidence.value.yes" : "evidence.value.no"));
            case String nothing when nothing.equals(NOTHING) -> Optional.of(Text.of("evidence.value.none"));
            case String absent when absent.equals(ABSENT) -> Optional.of(Text.of("evidence.value.absent"));
            default -> Optional.empty();
        };
    }
}
