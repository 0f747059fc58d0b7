package io.devdoctor.fix;

import io.devdoctor.fix.Parameter.Read;
import io.devdoctor.text.Text;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/// A value that a person may choose for a fix, and the check's own plan for each. Planning is pure: it works on the
/// facts that the fix came from, so the preview of another value is as exact as that of the advised one.
public final class Choice {
    private final Parameter parameter;
    private final Function<Read.Value, Optional<Fix>> planning;

    private Choice(Parameter parameter, Function<Read.Value, Optional<Fix>> planning) {
        this.parameter = parameter;
        this.planning = planning;
    }

    /// @param planning the fix for that many bytes; empty where nothing would change
    public static Choice of(Parameter.Size parameter, LongFunction<Optional<Fix>> planning) {
        return new Choice(parameter, value -> planning.apply(value.number()));
    }

    /// @param planning the fix for that number; empty where nothing would change
    public static Choice of(Parameter.Count parameter, LongFunction<Optional<Fix>> planning) {
        return new Choice(parameter, value -> planning.apply(value.number()));
    }

    /// @param planning the fix for that option; empty where nothing would change
    public static Choice of(Parameter.OneOf parameter, Function<String, Optional<Fix>> planning) {
        return new Choice(parameter, value -> planning.apply(value.typed()));
    }

    public Parameter parameter() {
        return parameter;
    }

    /// The fix for the advised value, from which every other one can be reached; empty where it would change nothing.
    public Optional<Fix> advised() {
        return plan(parameter.advisedTyped()) instanceof Planned.As(Fix fix, var _)
                ? Optional.of(fix)
                : Optional.empty();
    }

    /// The fix for what somebody typed.
    public Planned plan(String typed) {
        return switch (parameter.read(typed)) {
            case Read.Refused(Text why) -> new Planned.Refused(why);
            case Read.Value value ->
                planning.apply(value)
                        .<Planned>map(fix -> new Planned.As(fix.choosing(this), value.typed()))
                        .orElseGet(() -> new Planned.Refused(Text.of("fix.value.no-change")));
        };
    }

    public sealed interface Planned {
        /// @param typed the value as this fix understood it
        record As(Fix fix, String typed) implements Planned {}

        record Refused(Text why) implements Planned {}
    }

    /// Two fixes that leave the same choice are the same fix; how they plan follows from their facts.
    @Override
    public boolean equals(Object other) {
        return other instanceof Choice choice && parameter.equals(choice.parameter);
    }

    @Override
    public int hashCode() {
        return parameter.hashCode();
    }

    @Override
    public String toString() {
        return "Choice[" + parameter + "]";
    }
}
