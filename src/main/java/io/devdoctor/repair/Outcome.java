package io.devdoctor.repair;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;

/// How applying a fix ended. `entry` is the journal's id, `now` what the same check says of the same subject after
/// reading everything again.
public sealed interface Outcome {
    /// Proved: the finding is gone.
    record Cured(String entry, List<Finding> now) implements Outcome {
        public Cured {
            now = List.copyOf(now);
        }
    }

    /// Done, and in force after that.
    ///
    /// @param proven whether what was done can be seen; false = only a tool's word stands for it, or it still runs
    record Pending(String entry, TakesEffect takesEffect, List<Finding> now, boolean proven) implements Outcome {
        public Pending {
            now = List.copyOf(now);
        }
    }

    /// Every step was done, yet this is still seen.
    ///
    /// @param cured what went nevertheless, where several were to be cured
    record NotCured(String entry, List<Finding> still, Set<Finding.Key> cured) implements Outcome {
        public NotCured {
            still = List.copyOf(still);
            cured = Set.copyOf(cured);
        }
    }

    /// A place was opened or words were shown; the rest is the person's.
    record HandedOver(String entry) implements Outcome {}

    /// The person said no when Windows asked. What had been done before was undone as far as it can be.
    record Declined(String entry) implements Outcome {}

    /// A step failed. What had been done before was undone as far as it can be.
    ///
    /// @param reason names the file or tool
    record Failed(String entry, Text reason, List<Evidence> evidence) implements Outcome {
        public Failed {
            evidence = List.copyOf(evidence);
        }
    }

    /// The machine is not as it was when the fix was planned: nothing was changed; examine again.
    record ChangedMeanwhile(List<Conflict> conflicts) implements Outcome {
        public ChangedMeanwhile {
            conflicts = List.copyOf(conflicts);
        }
    }

    /// Nothing was begun.
    ///
    /// @param words why, as precisely as is known
    record Refused(Refusal why, Text words) implements Outcome {
        public Refused(Refusal why) {
            this(why, why.text());
        }
    }
}
