package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.text.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Several treatments in the order in which they are done, causes before what follows from them.
///
/// @param treatments no two of them touch the same thing
/// @param skipped    what is ill and not part of the plan
public record Plan(List<Treatment> treatments, List<Skipped> skipped) {
    /// The id of a fix that several fixes were made into.
    public static final String MERGED = "plan/merged";

    public Plan {
        treatments = List.copyOf(treatments);
        skipped = List.copyOf(skipped);
    }

    /// A finding that the plan does not cure.
    ///
    /// @param words why, to a person
    public record Skipped(Finding finding, Reason reason, Text words) {}

    /// Why a finding is not part of a plan.
    public enum Reason {
        /// Every fix stops, asks, deletes or changes something: each is confirmed by itself.
        HAS_EFFECT,
        /// Only a person can do it.
        BY_HAND,
        /// No fix is offered.
        NO_FIX,
        /// It is worth knowing and no illness; its fix is applied by itself.
        INFORMATION,
        /// It touches what another fix of the plan touches, and cannot be planned on top of it.
        CONFLICT
    }

    public boolean isEmpty() {
        return treatments.isEmpty();
    }

    /// Everything that it is to cure.
    public List<Finding> findings() {
        return treatments.stream().flatMap(each -> each.findings().stream()).toList();
    }

    /// What must restart before all of it is in force.
    public Set<TakesEffect> restarts() {
        Set<TakesEffect> restarts = EnumSet.noneOf(TakesEffect.class);
        treatments.stream().map(Treatment::fix).map(Fix::takesEffect).forEach(restarts::add);
        restarts.remove(TakesEffect.NOW);
        return restarts;
    }
}
