package io.devdoctor.fix;

import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A repair, computed by a check from facts, so that the preview is what will run.
///
/// @param id       `<check id>/<name>`, stable, for example `wsl.config-memory/advised`
/// @param title    what it does, in the imperative; a button's tooltip and the preview's headline
/// @param effects  what it disturbs; empty = safe
/// @param warnings what an expert would say before doing it
/// @param choice   present where a person may want another value than the advised one
public record Fix(
        String id,
        Text title,
        List<Step> steps,
        Set<Effect> effects,
        TakesEffect takesEffect,
        List<Text> warnings,
        Optional<Choice> choice) {
    public Fix {
        steps = List.copyOf(steps);
        effects = Set.copyOf(effects);
        warnings = List.copyOf(warnings);
        if (steps.isEmpty()) throw new IllegalArgumentException(id + " has no steps");
        if (effects.contains(Effect.ADMIN) != steps.stream().anyMatch(Step::needsAdmin)) {
            throw new IllegalArgumentException(id + ": ADMIN must say what the steps need");
        }
    }

    /// One that leaves no choice.
    public Fix(
            String id,
            Text title,
            List<Step> steps,
            Set<Effect> effects,
            TakesEffect takesEffect,
            List<Text> warnings) {
        this(id, title, steps, effects, takesEffect, warnings, Optional.empty());
    }

    public static Fix safe(String id, Text title, Step... steps) {
        return new Fix(id, title, List.of(steps), Set.of(), TakesEffect.NOW, List.of());
    }

    /// A fix that disturbs something.
    public static Fix of(String id, Text title, Set<Effect> effects, Step... steps) {
        return new Fix(id, title, List.of(steps), effects, TakesEffect.NOW, List.of());
    }

    /// A change of what a project means, for somebody to look at before.
    ///
    /// @param why what may be different afterwards
    public static Fix suggestion(String id, Text title, Text why, Step... steps) {
        return new Fix(id, title, List.of(steps), Set.of(Effect.CHANGES_MEANING), TakesEffect.NOW, List.of(why));
    }

    public Fix takingEffect(TakesEffect when) {
        return new Fix(id, title, steps, effects, when, warnings, choice);
    }

    public Fix warning(Text... words) {
        return new Fix(id, title, steps, effects, takesEffect, List.of(words), choice);
    }

    /// The same fix with one more thing to know before.
    public Fix warningToo(Text more) {
        List<Text> all = new ArrayList<>(warnings);
        all.add(more);
        return new Fix(id, title, steps, effects, takesEffect, all, choice);
    }

    /// The same fix, for which another value may be chosen.
    public Fix choosing(Choice another) {
        return new Fix(id, title, steps, effects, takesEffect, warnings, Optional.of(another));
    }

    /// Whether "fix all safe" may take it: no effect at all, and something is really done.
    public boolean isSafe() {
        return effects.isEmpty() && !isManual();
    }

    /// Whether every call of an engine names one object that nothing else can be taken for; one with another id, which
    /// no engine gives, is not to be offered.
    public boolean asksEnginePlainly() {
        return steps.stream().allMatch(step -> !(step instanceof Step.EngineCall call) || call.isPlain());
    }

    /// Only words and a place to go to.
    public boolean isManual() {
        return steps.stream().allMatch(Step.Manual.class::isInstance);
    }

    /// Whether an undo can put everything back.
    public boolean isReversible() {
        return !effects.contains(Effect.NOT_REVERSIBLE)
                && !effects.contains(Effect.DELETES_DATA)
                && steps.stream().allMatch(Step::isReversible);
    }
}
