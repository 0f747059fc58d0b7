package io.devdoctor.check;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    /// Of a connection, as ports name them where one failed.
    private static final Set<String> STEPS = Set.of("dns", "tcp", "tls");

    private static final String PATHS = " -- ";
    private static final int MANY = 3;

    public Evidence(Text what, String value, Source source) {
        this(what, value, source, Optional.empty());
    }

    /// @param value String, Boolean, Integer, Long, Instant, an enum with words of its own
    /// (`evidence.value.<type>.<NAME>`),
    /// or a list or map of such
    public static Evidence of(String whatKey, Object value, Source source) {
        return new Evidence(Text.of(whatKey), raw(value), source, words(value));
    }

    /// @param words what people are shown in place of the value
    public static Evidence of(String whatKey, String value, Text words, Source source) {
        return new Evidence(Text.of(whatKey), value, source, Optional.of(words));
    }

    /// What could not be read, and why.
    public static Evidence unread(String whatKey, Reading.Unknown<?> reading) {
        String value = (reading.cause() + " " + reading.detail()).strip();
        return of(whatKey, value, unread(reading), reading.source());
    }

    public static Text unread(Reading.Unknown<?> reading) {
        Text cause = Text.of("unknown." + reading.cause() + ".short");
        String detail = reading.detail();
        if (STEPS.contains(detail)) return Text.of("evidence.value.step." + detail);
        // That nobody answered in time is said already.
        boolean more = !detail.isBlank() && !detail.equals("timeout");
        return more ? Text.of("evidence.value.because", cause, detail) : cause;
    }

    /// The source as people are shown it: of a command that asks for many files the first one alone.
    public Text place() {
        return place(source);
    }

    static Text place(Source source) {
        int paths = source.what().indexOf(PATHS);
        String[] named = paths < 0
                ? new String[0]
                : source.what().substring(paths + PATHS.length()).split(" ");
        if (source.kind() != Source.Kind.COMMAND || named.length <= MANY) return said(source.what());
        String start = source.what().substring(0, paths + PATHS.length());
        String last = named[named.length - 1];
        // One file of the answer is named once more behind all that were asked for.
        String file = last.replaceFirst(":\\d+$", "");
        return Arrays.stream(named).limit(named.length - 1L).anyMatch(file::equals)
                ? said(start + "\u2026 " + last)
                : Text.of("evidence.place.more", start + named[0], named.length - 1);
    }

    private static String raw(Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean yes -> yes.toString();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Instant moment -> moment.toString();
            case Enum<?> one -> one.name();
            case Collection<?> all -> all.stream().map(Evidence::raw).collect(Collectors.joining(", "));
            case Map<?, ?> all ->
                all.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .sorted()
                        .collect(Collectors.joining(", "));
            default -> throw new IllegalArgumentException("no value of evidence: " + value.getClass());
        };
    }

    private static Text said(Object value) {
        return Text.of("evidence.value.said", value);
    }

    private static Optional<Text> several(Collection<?> all) {
        List<Text.Arg> each = all.stream()
                .<Text.Arg>map(one ->
                        words(one).<Text.Arg>map(Text.Arg.Nested::new).orElseGet(() -> new Text.Arg.Word(raw(one))))
                .toList();
        return Optional.of(said(new Text.Arg.Several(each)));
    }

    /// The word for a constant such as `DISABLED`.
    public static Text word(Enum<?> one) {
        return Text.of("evidence.value." + one.getDeclaringClass().getSimpleName() + "." + one.name());
    }

    private static Optional<Text> words(Object value) {
        return switch (value) {
            case Boolean yes -> Optional.of(Text.of(yes ? "evidence.value.yes" : "evidence.value.no"));
            case String nothing when nothing.equals(NOTHING) -> Optional.of(Text.of("evidence.value.none"));
            case String absent when absent.equals(ABSENT) -> Optional.of(Text.of("evidence.value.absent"));
            case Instant moment -> Optional.of(said(moment));
            case Enum<?> one -> Optional.of(word(one));
            case Collection<?> none when none.isEmpty() -> Optional.of(Text.of("evidence.value.none"));
            case Map<?, ?> none when none.isEmpty() -> Optional.of(Text.of("evidence.value.none"));
            case Collection<?> all -> several(all);
            default -> Optional.empty();
        };
    }
}
