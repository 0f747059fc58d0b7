package io.devdoctor.repair;

import io.devdoctor.repair.Entry.State;
import io.devdoctor.store.JournalLock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the journal holds: what was interrupted, how much it keeps, and what is let go on request.
record Bookkeeping(Workplace place) {
    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeping.class);

    /// What was interrupted, and who is at work where that may be the reason why something has not ended. Nobody is
    /// kept from
    /// anything by a journal in which all has ended.
    Interrupted interrupted() throws IOException {
        if (!place.entries().anyUnfinished()) return new Interrupted(List.of(), Optional.empty());
        return switch (place.journal().lock().tryAcquire(place.asker().name())) {
            case JournalLock.Attempt.Busy(var holder) ->
                new Interrupted(List.of(), Optional.of(Exclusive.busy(holder)));
            case JournalLock.Attempt.Held(JournalLock.Lease lease) -> {
                try (lease) {
                    // What was under way a moment ago may have ended.
                    yield new Interrupted(
                            place.entries().all().stream()
                                    .filter(Stored::isUnfinished)
                                    .map(Stored::entry)
                                    .toList(),
                            Optional.empty());
                }
            }
        };
    }

    /// Lets an entry go, also one that could be undone; to be called after a person was told that. What was interrupted
    /// or waits for a restart stays.
    Letting forget(String id) {
        Letting letting = place.alone().run(Letting.Refused::new, Bookkeeping::broken, () -> {
            Optional<Stored> stored = place.entries().get(id);
            if (stored.isEmpty()) return refused(Refusal.NO_SUCH_ENTRY);
            Entry entry = stored.get().entry();
            if (entry.isUnfinished() || entry.state() == State.PENDING) return refused(Refusal.WRONG_STATE);
            new Retention(place.journal(), Retention.Limits.real())
                    .forget(id, place.ports().clock().now());
            return new Letting.Gone(id);
        });
        LOG.info("Letting {} go: {}", id, letting.getClass().getSimpleName());
        return letting;
    }

    private static Letting refused(Refusal why) {
        return new Letting.Refused(why, why.text());
    }

    /// How much the journal keeps, and how much it has let go.
    ///
    /// @throws IOException if the journal cannot be read
    Holdings holdings() throws IOException {
        return new Retention(place.journal(), Retention.Limits.real()).holdings();
    }

    private static Letting broken(JournalTrouble trouble) {
        return new Letting.Failed(trouble.words(), trouble.evidence());
    }
}
