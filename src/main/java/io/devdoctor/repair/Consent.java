package io.devdoctor.repair;

import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import java.util.Set;

/// What a person agreed to. A fix with an effect that is not accepted is refused.
public record Consent(Asker asker, Set<Effect> accepted) {
    public Consent {
        accepted = Set.copyOf(accepted);
    }

    /// Agrees to everything this fix says it does; to be called after a person saw it.
    public static Consent to(Fix fix, Asker asker) {
        return new Consent(asker, fix.effects());
    }

    boolean covers(Fix fix) {
        return accepted.containsAll(fix.effects());
    }
}
