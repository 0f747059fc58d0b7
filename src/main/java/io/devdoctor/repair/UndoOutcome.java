package io.devdoctor.repair;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;

/// How an undo ended.
public sealed interface UndoOutcome {
    /// Everything is as before; `now` is what the check says again.
    ///
    /// @param takesEffect what must restart before that is in force, since the change was
    record Undone(String entry, List<Finding> now, TakesEffect takesEffect) implements UndoOutcome {
        public Undone {
            now = List.copyOf(now);
        }
    }

    /// What can be put back was; nothing can undo `remaining`.
    record PartlyUndone(String entry, List<Step> remaining, List<Finding> now) implements UndoOutcome {
        public PartlyUndone {
            remaining = List.copyOf(remaining);
            now = List.copyOf(now);
        }
    }

    /// The entry did nothing that an undo could put back.
    record NothingToUndo(String entry) implements UndoOutcome {}

    /// Somebody changed it since; nothing was overwritten.
    ///
    /// @param first a later entry of DevDoctor's own that stands there now, and is to be undone before
    record ChangedSince(String entry, List<Conflict> conflicts, Optional<Entry> first) implements UndoOutcome {
        public ChangedSince {
            conflicts = List.copyOf(conflicts);
        }
    }

    /// The person said no when Windows asked; what was put back before that stays so.
    record Declined(String entry) implements UndoOutcome {}

    record Failed(String entry, Text reason, List<Evidence> evidence) implements UndoOutcome {
        public Failed {
            evidence = List.copyOf(evidence);
        }
    }

    /// Nothing was begun.
    ///
    /// @param words why, as precisely as is known
    record Refused(Refusal why, Text words) implements UndoOutcome {
        public Refused(Refusal why) {
            this(why, why.text());
        }
    }
}
