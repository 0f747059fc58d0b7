package io.devdoctor.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A dotted version number such as `2.6.3.0`, compared number by number; missing numbers count as zero.
public record Version(List<Integer> numbers) implements Comparable<Version> {
    private static final Pattern SHAPE = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,5}");

    public Version {
        numbers = List.copyOf(numbers);
    }

    /// Empty when the text is no version.
    public static Optional<Version> parse(String text) {
        String stripped = text.strip();
        if (!SHAPE.matcher(stripped).matches()) return Optional.empty();
        return Optional.of(new Version(
                Stream.of(stripped.split("\\.")).map(Integer::valueOf).toList()));
    }

    /// A version of our own tables.
    ///
    /// @throws IllegalArgumentException if the text is no version
    public static Version of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("no version: " + text));
    }

    public boolean isBefore(Version other) {
        return compareTo(other) < 0;
    }

    /// Whether this version begins with the numbers of `release`: 2.7.13.0 is of release 2.7.13.
    public boolean isOfRelease(Version release) {
        return IntStream.range(0, release.numbers.size()).allMatch(at -> number(at) == release.number(at));
    }

    @Override
    public int compareTo(Version other) {
        return IntStream.range(0, Math.max(numbers.size(), other.numbers.size()))
                .map(at -> Integer.compare(number(at), other.number(at)))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }

    private int number(int at) {
        return at < numbers.size() ? numbers.get(at) : 0;
    }
}
