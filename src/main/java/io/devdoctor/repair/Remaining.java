package io.devdoctor.repair;

import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.repair.Entry.Progress;
import io.devdoctor.text.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is still to be run for an entry of the journal, as something that can be shown like a fix, with the effects of
/// just these steps. Empty where nothing is.
public final class Remaining {
    /// What only the fix as a whole can tell of itself, of which its rest still is a part.
    private static final Set<Effect> OF_THE_WHOLE =
            EnumSet.of(Effect.CHANGES_MEANING, Effect.DELETES_DATA, Effect.NOT_REVERSIBLE);

    private Remaining() {}

    /// What taking it back runs, newest step first. A fix that stops nothing may well be taken back by what does.
    public static Optional<Fix> toTakeBack(UndoPlan plan) {
        Entry entry = plan.entry();
        List<Step> steps =
                plan.back().stream().flatMap(step -> Inverse.of(step).stream()).toList();
        return fix(entry, Text.of("undo.title", entry.title()), steps, Set.of());
    }

    /// What completing it runs.
    public static Optional<Fix> toComplete(Entry entry) {
        List<Step> steps = entry.steps().stream()
                .filter(done -> done.progress() == Progress.PLANNED || done.progress() == Progress.STARTED)
                .map(Entry.Done::step)
                .toList();
        Set<Effect> whole = EnumSet.copyOf(OF_THE_WHOLE);
        whole.retainAll(entry.effects());
        return fix(entry, entry.title(), steps, whole);
    }

    private static Optional<Fix> fix(Entry entry, Text title, List<Step> steps, Set<Effect> whole) {
        if (steps.isEmpty()) return Optional.empty();
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        effects.addAll(whole);
        steps.forEach(step -> effects.addAll(step.effects()));
        return Optional.of(new Fix(entry.fix(), title, steps, effects, entry.takesEffect(), List.of()));
    }
}
