package io.devdoctor.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// A sentence to be said to a person: a key of the message bundles and its arguments. What is said is decided when a
/// language is chosen, so one finding can be shown in English and in Chinese.
public record Text(String key, List<Arg> args) {
    public Text {
        args = List.copyOf(args);
    }

    /// @param args Text, String, Integer, Long, Duration, Instant or an [Arg]
    public static Text of(String key, Object... args) {
        return new Text(key, Arrays.stream(args).map(Text::arg).toList());
    }

    /// An argument, typed so that each language writes it in its own way.
    public sealed interface Arg {
        /// A name or raw value, shown as it is.
        record Word(String value) implements Arg {}

        /// A number; also usable in `{0,choice,…}`.
        record Count(long value) implements Arg {}

        /// Bytes, shown as `7.6 GB` (1 GB = 1024³ bytes, as Windows writes it).
        record Size(long bytes) implements Arg {}

        /// A time span, shown as `41.2 s` or `3 min`; the sign is kept.
        record Span(Duration value) implements Arg {}

        /// A moment in the reader's time zone.
        record Moment(Instant value) implements Arg {}

        record Share(double value) implements Arg {}

        record Nested(Text value) implements Arg {}

        /// Several, joined as the language joins them.
        record Several(List<Arg> values) implements Arg {
            public Several {
                values = List.copyOf(values);
            }
        }
    }

    public static Arg size(long bytes) {
        return new Arg.Size(bytes);
    }

    public static Arg share(double value) {
        return new Arg.Share(value);
    }

    /// Names joined as the language joins them.
    public static Arg several(List<String> words) {
        return new Arg.Several(words.stream().<Arg>map(Arg.Word::new).toList());
    }

    private static Arg arg(Object value) {
        return switch (value) {
            case Arg arg -> arg;
            case Text text -> new Arg.Nested(text);
            case String word -> new Arg.Word(word);
            case Integer count -> new Arg.Count(count);
            case Long count -> new Arg.Count(count);
            case Duration span -> new Arg.Span(span);
            case Instant moment -> new Arg.Moment(moment);
            case Double share -> new Arg.Word(Double.toString(share));
            default -> throw new IllegalArgumentException("no argument of a text: " + value.getClass());
        };
    }
}
