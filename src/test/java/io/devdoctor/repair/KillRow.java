package io.devdoctor.repair;

import io.devdoctor.fix.Effect;
import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.text.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One row of the kill matrix: what is done while the process is killed.
///
/// @param treatments done one after the other; several are a plan
/// @param ends       how it ends where nobody is killed
record KillRow(String name, Where where, List<Treated> treatments, Class<? extends Outcome> ends) {
    enum Where {
        /// The files of this machine.
        DISK,
        WINDOWS
    }

    /// @param well whether what it is to cure is gone
    record Treated(List<Step> steps, Predicate<Ward.Picture> well) {
        Fix fix(int number) {
            Set<Effect> effects = EnumSet.noneOf(Effect.class);
            if (steps.stream().anyMatch(Step::needsAdmin)) effects.add(Effect.ADMIN);
            if (!steps.stream().allMatch(Step::isReversible)) effects.add(Effect.NOT_REVERSIBLE);
            return Fix.of("test.kill/part-" + number, Text.of("test.fix"), effects, steps.toArray(Step[]::new));
        }
    }

    boolean isReversible() {
        return steps().allMatch(Step::isReversible);
    }

    Stream<Step> steps() {
        return treatments.stream().flatMap(part -> part.steps().stream());
    }

    /// The records of [Step] and [EngineChange] that the row is about.
    Stream<Class<?>> kinds() {
        return steps().map(step ->
                step instanceof Step.EngineCall(String _, EngineChange change) ? change.getClass() : step.getClass());
    }

    @Override
    public String toString() {
        return name;
    }
}
