package io.devdoctor.repair;

import io.devdoctor.machine.Origin;
import io.devdoctor.repair.Entry.State;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes entries of the journal back, and tells beforehand what that would do.
record Undoing(Workplace place) {
    private static final Logger LOG = LoggerFactory.getLogger(Undoing.class);

    /// Takes an entry back. An undo that was interrupted is continued.
    UndoOutcome undo(String id) {
        UndoOutcome outcome = taking(id, stored -> stored.entry().canUndo() || stored.isUnfinished());
        LOG.info("Undo of {}: {}", id, outcome.getClass().getSimpleName());
        return outcome;
    }

    /// Takes an interrupted transaction back, or finishes an interrupted undo.
    UndoOutcome rollBack(String id) {
        return taking(id, Stored::isUnfinished);
    }

    private UndoOutcome taking(String id, Predicate<Stored> allowed) {
        return place.alone().run(UndoOutcome.Refused::new, Undoing::broken, () -> {
            Optional<Stored> stored = place.entries().get(id);
            if (stored.isEmpty()) return new UndoOutcome.Refused(Refusal.NO_SUCH_ENTRY);
            if (allowed.test(stored.get())) return reversal(stored.get()).run();
            Entry entry = stored.get().entry();
            if (entry.state() == State.UNREADABLE) {
                return new UndoOutcome.Refused(Refusal.WRONG_STATE, unreadable(entry));
            }
            return Entry.hasEnded(entry)
                    ? new UndoOutcome.NothingToUndo(id)
                    : new UndoOutcome.Refused(Refusal.WRONG_STATE);
        });
    }

    private Reversal reversal(Stored stored) {
        return new Reversal(stored, place.tools(), place.entries(), place.asker());
    }

    private static Text unreadable(Entry entry) {
        return Text.of("repair.refused.unreadable", entry.proof());
    }

    /// What taking an entry back would do now; only looks.
    ///
    /// @throws IOException if the journal cannot be read
    Optional<UndoPlan> plan(String id) throws IOException {
        Optional<Stored> stored = place.entries().get(id);
        if (stored.isEmpty()) return Optional.empty();
        Entry entry = stored.get().entry();
        if (entry.state() == State.UNREADABLE) return Optional.of(UndoPlan.impossible(entry, unreadable(entry)));
        if (place.ports().origin() instanceof Origin.Replay) {
            return Optional.of(UndoPlan.impossible(entry, Refusal.RECORDING.text()));
        }
        return entry.canUndo() || entry.isUnfinished()
                ? Optional.of(new UndoScope(stored.get(), place.tools().present(), place.entries()).plan())
                : Optional.of(UndoPlan.impossible(entry, Text.of("outcome.undo.nothing")));
    }

    private static UndoOutcome broken(JournalTrouble trouble) {
        return new UndoOutcome.Failed("", trouble.words(), trouble.evidence());
    }
}
