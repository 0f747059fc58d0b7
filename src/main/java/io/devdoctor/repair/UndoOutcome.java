package io.devdoctor.repair;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Step;
import io.devdoctor.text.Text;
import java.util.List;

/// How an undo ended.
public sealed interface UndoOutcome {
    /// Everything is as before; `now` is what the check says again.
    record Undone(String entry, List<Finding> now) implements UndoOutcome {
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
    record ChangedSince(String entry, List<Conflict> conflicts) implements UndoOutcome {
        public ChangedSince {
            conflicts = List.copyOf(conflicts);
        }
    }

    record Failed(String entry, Text reason, List<Evidence> evidence) implements UndoOutcome {
        public Failed {
            evidence = List.copyOf(evidence);
        }
    }

    record Refused(Refusal why) implements UndoOutcome {}
}
