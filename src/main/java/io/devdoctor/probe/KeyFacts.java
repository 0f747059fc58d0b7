package io.devdoctor.probe;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.function.Function;

/// Single values of a registry key. A missing value is Absent; a value of another type than Windows itself would accept
/// is Unknown and names the type, and spoils nothing but itself.
final class KeyFacts {
    private KeyFacts() {}

    /// A REG_SZ. REG_EXPAND_SZ counts where there is nothing to expand, as RegGetValue treats it.
    static Reading<String> text(Reading<RegistryKey> key, String name) {
        return value(key, name, (value, source) -> switch (value) {
            case RegistryValue.Text(String text) -> new Reading.Known<>(text, source);
            case RegistryValue.ExpandText(String text) when text.indexOf('%') < 0 -> new Reading.Known<>(text, source);
            case RegistryValue.ExpandText _,
                    RegistryValue.Dword _,
                    RegistryValue.Qword _,
                    RegistryValue.MultiText _,
                    RegistryValue.Binary _,
                    RegistryValue.Other _ -> wrongType(value, "REG_SZ", source);
        });
    }

    /// A REG_DWORD or REG_QWORD.
    static Reading<Long> number(Reading<RegistryKey> key, String name) {
        return value(key, name, (value, source) -> switch (value) {
            case RegistryValue.Dword(long number) -> new Reading.Known<>(number, source);
            case RegistryValue.Qword(long number) -> new Reading.Known<>(number, source);
            case RegistryValue.Text _,
                    RegistryValue.ExpandText _,
                    RegistryValue.MultiText _,
                    RegistryValue.Binary _,
                    RegistryValue.Other _ -> wrongType(value, "REG_DWORD", source);
        });
    }

    /// A REG_MULTI_SZ.
    static Reading<List<String>> texts(Reading<RegistryKey> key, String name) {
        return value(key, name, (value, source) -> switch (value) {
            case RegistryValue.MultiText(List<String> lines) -> new Reading.Known<>(lines, source);
            case RegistryValue.Text _,
                    RegistryValue.ExpandText _,
                    RegistryValue.Dword _,
                    RegistryValue.Qword _,
                    RegistryValue.Binary _,
                    RegistryValue.Other _ -> wrongType(value, "REG_MULTI_SZ", source);
        });
    }

    /// The same reading, with `fallback` where Windows assumes a value that is not there.
    static <T> Reading<T> orWhenAbsent(Reading<T> reading, T fallback) {
        return reading instanceof Reading.Absent<T>(Source source)
                ? new Reading.Known<>(fallback, source.at(" (absent)"))
                : reading;
    }

    /// The value, or `other` in every case without one; only for details that never decide anything.
    static <T> T detail(Reading<T> reading, T other) {
        return reading.known().orElse(other);
    }

    private static <T> Reading<T> value(
            Reading<RegistryKey> key, String name, Reading.Step<RegistryValue, T> interpretation) {
        Function<Source, Source> narrowed = source -> source.at(name.isEmpty() ? " : (default)" : " : " + name);
        return key.flatMap((read, source) -> {
            RegistryValue value = read.values().get(name);
            return value == null
                    ? new Reading.Absent<>(narrowed.apply(source))
                    : interpretation.apply(value, narrowed.apply(source));
        });
    }

    private static <T> Reading<T> wrongType(RegistryValue value, String wanted, Source source) {
        return new Reading.Unknown<>(Reading.Cause.UNREADABLE, value.typeName() + ", not " + wanted, source);
    }
}
