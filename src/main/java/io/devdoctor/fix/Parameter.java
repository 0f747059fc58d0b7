package io.devdoctor.fix;

import io.devdoctor.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What of a fix a person may choose, with its bounds. Pure data; what a value makes of the fix is for [Choice].
public sealed interface Parameter {
    /// What is chosen, as a noun phrase.
    Text name();

    /// What the check recommends, as a person types it.
    String advisedTyped();

    /// What somebody typed, or why it cannot be taken.
    Read read(String typed);

    /// One step from what is typed towards more (1) or less (-1), within the bounds; what cannot be read leads to the
    /// advised value.
    String stepped(String typed, int direction);

    /// A typed value as this parameter understood it.
    sealed interface Read {
        /// @param number bytes of a size, or a count; 0 for a name
        /// @param typed  the same value as one would type it
        record Value(long number, String typed) implements Read {}

        record Refused(Text why) implements Read {}
    }

    /// Bytes.
    ///
    /// @param step what the values are multiples of
    record Size(Text name, long least, long most, long step, long advised) implements Parameter {
        public Size {
            if (step <= 0 || least > advised || advised > most) throw new IllegalArgumentException("bounds");
        }

        @Override
        public String advisedTyped() {
            return SizeWords.typed(advised);
        }

        @Override
        public Read read(String typed) {
            return switch (SizeWords.parse(typed)) {
                case Read.Refused refused -> refused;
                case Read.Value(long bytes, var _) -> bounded(bytes);
            };
        }

        /// The shortest way to type bytes, as .wslconfig and the engine read it too: `6GB`, `6656MB`.
        public static String typed(long bytes) {
            return SizeWords.typed(bytes);
        }

        private Read bounded(long bytes) {
            if (bytes < least) return new Read.Refused(Text.of("fix.value.least", Text.size(least)));
            if (bytes > most) return new Read.Refused(Text.of("fix.value.most", Text.size(most)));
            if (bytes % step != 0 && bytes != advised) {
                return new Read.Refused(Text.of("fix.value.step", Text.size(step)));
            }
            return new Read.Value(bytes, SizeWords.typed(bytes));
        }

        @Override
        public String stepped(String typed, int direction) {
            if (!(SizeWords.parse(typed) instanceof Read.Value(long bytes, var _))) return advisedTyped();
            return SizeWords.typed(Steps.next(bytes, step, direction, least, most));
        }
    }

    /// How many, or which number.
    record Count(Text name, long least, long most, long advised) implements Parameter {
        public Count {
            if (least > advised || advised > most) throw new IllegalArgumentException("bounds");
        }

        @Override
        public String advisedTyped() {
            return String.valueOf(advised);
        }

        @Override
        public Read read(String typed) {
            Optional<Long> number = number(typed);
            if (number.isEmpty()) return new Read.Refused(Text.of("fix.value.no-number"));
            if (number.get() < least) return new Read.Refused(Text.of("fix.value.least", String.valueOf(least)));
            if (number.get() > most) return new Read.Refused(Text.of("fix.value.most", String.valueOf(most)));
            return new Read.Value(number.get(), String.valueOf(number.get()));
        }

        private static Optional<Long> number(String typed) {
            String digits = typed.strip();
            return digits.matches("[0-9]{1,12}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
        }

        @Override
        public String stepped(String typed, int direction) {
            return number(typed)
                    .map(now -> String.valueOf(Steps.next(now, 1, direction, least, most)))
                    .orElse(advisedTyped());
        }
    }

    /// One of several that are known.
    record OneOf(Text name, List<Option> options, String advised) implements Parameter {
        public OneOf {
            options = List.copyOf(options);
            String wanted = advised;
            if (options.stream().noneMatch(option -> option.value().equals(wanted))) {
                throw new IllegalArgumentException("not an option: " + advised);
            }
        }

        @Override
        public String advisedTyped() {
            return advised;
        }

        @Override
        public Read read(String typed) {
            String wanted = typed.strip();
            return options.stream()
                    .map(Option::value)
                    .filter(value -> value.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .<Read>map(value -> new Read.Value(0, value))
                    .orElseGet(() -> new Read.Refused(Text.of(
                            "fix.value.options",
                            Text.several(options.stream().map(Option::value).toList()))));
        }

        @Override
        public String stepped(String typed, int direction) {
            List<String> values = options.stream().map(Option::value).toList();
            int at = values.indexOf(typed.strip());
            return at < 0 ? advised : values.get(Math.clamp(at + direction, 0, values.size() - 1));
        }
    }

    /// @param value as it is typed; @param words what a person should know of it, empty where the value says it all
    record Option(String value, Optional<Text> words) {}

    /// Options that need no words.
    static List<Option> plain(List<String> values) {
        return values.stream().map(value -> new Option(value, Optional.empty())).toList();
    }
}
