package io.devdoctor.machine;

import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.function.Function;

/// What we know of a fact, or why we do not know it. Absence is never read as health: whoever consumes a reading
/// switches over all four cases.
public sealed interface Reading<T> {

    /// The fact was read.
    record Known<T>(T value, Source source) implements Reading<T> {}

    /// We looked, and it is not there. That is knowledge, and often healthy.
    record Absent<T>(Source source) implements Reading<T> {}

    /// We could not find out. `detail` is technical and untranslated (an exit code, an exception's message, an errno).
    record Unknown<T>(Cause cause, String detail, Source source) implements Reading<T> {}

    /// The question does not arise on this system, for example the registry on Linux.
    record NotApplicable<T>(String why) implements Reading<T> {}

    enum Cause {
        /// The budget ran out; the process tree was killed or the call abandoned.
        TIMED_OUT,
        /// Access was refused.
        DENIED,
        /// Bytes arrived that we cannot make sense of.
        UNREADABLE,
        /// The read itself broke.
        FAILED,
        /// The recording being replayed does not hold this read.
        NOT_RECORDED
    }

    /// The value if it is known; for places that treat every other case alike **and do not conclude health from it**.
    default Optional<T> known() {
        return this instanceof Known<T>(T value, Source _) ? Optional.of(value) : Optional.empty();
    }

    default boolean isKnown() {
        return this instanceof Known;
    }

    default boolean isAbsent() {
        return this instanceof Absent;
    }

    /// Where the reading was made; `otherwise` where there was nothing to read.
    default Source sourceOr(Source otherwise) {
        return switch (this) {
            case Known<T>(T _, Source source) -> source;
            case Absent<T>(Source source) -> source;
            case Unknown<T>(Cause _, String _, Source source) -> source;
            case NotApplicable<T> _ -> otherwise;
        };
    }

    /// What an exception says, for `detail`: its own words, since names of classes tell a reader nothing. Those of the
    /// file system hold a path alone.
    static String reason(Throwable failure) {
        String said = failure.getMessage() == null ? "" : failure.getMessage().strip();
        String name = failure.getClass().getSimpleName().replaceAll("(Exception|Error)$", "");
        if (said.isEmpty()) return name;
        return failure instanceof FileSystemException
                ? name + ": " + said
                : said.lines().findFirst().orElse(name);
    }

    /// The same reading of a derived value; a function that throws makes it [Cause#UNREADABLE].
    default <R> Reading<R> map(Function<? super T, ? extends R> function) {
        return flatMap((value, source) -> new Known<>(function.apply(value), source));
    }

    /// As [#map], where the function decides about absence itself.
    default <R> Reading<R> flatMap(Step<? super T, R> function) {
        return switch (this) {
            case Known<T>(T value, Source source) -> {
                try {
                    yield function.apply(value, source);
                } catch (RuntimeException e) {
                    yield new Unknown<>(Cause.UNREADABLE, reason(e), source);
                }
            }
            case Absent<T>(Source source) -> new Absent<>(source);
            case Unknown<T>(Cause cause, String detail, Source source) -> new Unknown<>(cause, detail, source);
            case NotApplicable<T>(String why) -> new NotApplicable<>(why);
        };
    }

    /// This reading under another type; only for the three cases without a value.
    ///
    /// @throws IllegalStateException if the value is known
    default <R> Reading<R> withoutValue() {
        return flatMap((_, source) -> {
            throw new IllegalStateException("known: " + source);
        });
    }

    /// A function of a value and its source.
    @FunctionalInterface
    interface Step<T, R> {
        Reading<R> apply(T value, Source source);
    }

    /// A function of a value and its source that is not a reading itself.
    @FunctionalInterface
    interface Judgement<T, R> {
        R apply(T value, Source source);
    }
}
