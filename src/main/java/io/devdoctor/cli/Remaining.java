package io.devdoctor.cli;

import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.Entry.Progress;
import io.devdoctor.repair.Inverse;
import io.devdoctor.repair.UndoPlan;
import io.devdoctor.text.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is still to be run for an entry of the journal, as something that can be shown like a fix. Empty where nothing
/// is.
final class Remaining {
    private Remaining() {}

    /// What taking it back runs, newest step first.
    static Optional<Fix> toTakeBack(UndoPlan plan) {
        Entry entry = plan.entry();
        List<Step> steps =
                plan.back().stream().flatMap(step -> Inverse.of(step).stream()).toList();
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        effects.addAll(entry.effects());
        effects.removeAll(Set.of(Effect.DELETES_DATA, Effect.NOT_REVERSIBLE));
        return fix(entry, Text.of("cli.undo.title", entry.title()), steps, effects);
    }

    /// What completing it runs.
    static Optional<Fix> toComplete(Entry entry) {
        List<Step> steps = entry.steps().stream()
                .filter(done -> done.progress() == Progress.PLANNED || done.progress() == Progress.STARTED)
                .map(Entry.Done::step)
                .toList();
        return fix(entry, entry.title(), steps, entry.effects());
    }

    private static Optional<Fix> fix(Entry entry, Text title, List<Step> steps, Set<Effect> effects) {
        if (steps.isEmpty()) return Optional.empty();
        Set<Effect> fitting = EnumSet.noneOf(Effect.class);
        fitting.addAll(effects);
        fitting.remove(Effect.ADMIN);
        if (steps.stream().anyMatch(Step::needsAdmin)) fitting.add(Effect.ADMIN);
        return Optional.of(new Fix(entry.fix(), title, steps, fitting, entry.takesEffect(), List.of()));
    }
}
