package io.devdoctor.repair;

import io.devdoctor.check.Thresholds;
import io.devdoctor.repair.Entry.State;
import io.devdoctor.store.Journal;
import io.devdoctor.store.JournalFile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps the journal and the contents it names within a limit. The oldest entries that nothing can be done with any
/// more go first; what can be undone, waits, was interrupted or cannot be read stays, however much it is.
///
/// Whoever calls holds the lock. A content goes only after the last entry that names it, and none goes while an entry
/// cannot be read: it could name any. A kill in between leaves contents that the next call finds unnamed.
record Retention(Journal journal, Limits limits) {

    record Limits(long entries, long bytes) {
        static Limits real() {
            return new Limits(Thresholds.number("journal.most-entries"), Thresholds.mebibytes("journal.most-mib"));
        }
    }

    /// After each transaction.
    void tidy(Instant now) throws IOException {
        Shelf shelf = Shelf.of(journal);
        if (shelf.entries() > limits.entries() || shelf.bytes() > limits.bytes()) {
            letGo(surplus(shelf), now);
        }
        removeUnnamed();
    }

    /// Lets go what a person named, after they were told what can then not be undone any more.
    void forget(String id, Instant now) throws IOException {
        letGo(List.of(id), now);
        removeUnnamed();
    }

    Holdings holdings() throws IOException {
        Shelf shelf = Shelf.of(journal);
        var letGo = journal.letGo().total();
        long unreadable = new Entries(journal)
                .all().stream()
                        .filter(stored -> stored.entry().state() == State.UNREADABLE)
                        .count();
        return new Holdings(
                shelf.entries(),
                shelf.bytes(),
                limits.entries(),
                limits.bytes(),
                unreadable,
                letGo.entries(),
                letGo.last());
    }

    /// Oldest first, no more than needed.
    private List<String> surplus(Shelf shelf) throws IOException {
        List<String> going = new ArrayList<>();
        Shelf left = shelf;
        for (Stored stored : new Entries(journal).all()) {
            if (left.entries() <= limits.entries() && left.bytes() <= limits.bytes()) break;
            if (!isSettled(stored.entry())) continue;
            going.add(stored.entry().id());
            left = left.without(stored.entry().id());
        }
        return going;
    }

    /// Whether nobody can do anything with it any more.
    static boolean isSettled(Entry entry) {
        return !entry.isUnfinished()
                && !entry.canUndo()
                && entry.state() != State.PENDING
                && entry.state() != State.UNREADABLE;
    }

    private void letGo(List<String> ids, Instant now) throws IOException {
        if (ids.isEmpty()) return;
        journal.letGo().announce(ids, now);
        for (String id : ids) journal.file(id).delete();
        journal.letGo().settle();
    }

    private void removeUnnamed() throws IOException {
        Map<String, Long> kept = journal.backups().sizes();
        Set<String> unnamed = new HashSet<>(kept.keySet());
        for (JournalFile file : journal.files()) {
            Optional<Set<String>> names = Shelf.names(file);
            if (names.isEmpty()) return;
            unnamed.removeAll(names.get());
        }
        // Only now, as every content is read for it.
        if (unnamed.isEmpty() || isAnyUnreadable()) return;
        for (String sha : unnamed.stream().sorted().toList()) journal.backups().remove(sha);
    }

    private boolean isAnyUnreadable() throws IOException {
        return new Entries(journal)
                .all().stream().anyMatch(stored -> stored.entry().state() == State.UNREADABLE);
    }
}
