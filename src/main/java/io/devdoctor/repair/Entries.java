package io.devdoctor.repair;

import io.devdoctor.fix.Fix;
import io.devdoctor.store.Journal;
import io.devdoctor.store.JournalFile;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The journal's files as entries.
record Entries(Journal journal) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int TIME_LENGTH = "20261120T080000000Z".length();

    /// A file for a new transaction; nothing is written yet. Its name sorts after all others, even if the clock stood
    /// still or was set back since.
    EntryFile create(Instant now, Fix fix) throws IOException {
        Instant time = now.truncatedTo(ChronoUnit.MILLIS);
        for (JournalFile file : journal.files()) {
            Instant other = time(file.id());
            if (!other.isBefore(time)) time = other.plusMillis(1);
        }
        String name = TIME.format(time) + "-" + fix.id().replaceAll("[^A-Za-z0-9._-]", "-");
        return entry(journal.file(name.substring(0, Math.min(90, name.length()))));
    }

    /// The time that an id begins with; the beginning of all time if it begins with none.
    static Instant time(String id) {
        try {
            return TIME.parse(id.substring(0, Math.min(TIME_LENGTH, id.length())), Instant::from);
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }

    Optional<Stored> get(String id) throws IOException {
        for (JournalFile file : journal.files())
            if (file.id().equals(id)) return entry(file).read();
        return Optional.empty();
    }

    /// Whether something was interrupted that can be finished.
    boolean anyUnfinished() throws IOException {
        for (JournalFile file : journal.files()) {
            EntryFile entry = entry(file);
            // What cannot be read as a whole could never be finished, and must not stand in the way for ever.
            if (entry.isUnfinished()
                    && entry.read().filter(Stored::isUnfinished).isPresent()) return true;
        }
        return false;
    }

    /// Oldest first.
    List<Stored> all() throws IOException {
        List<Stored> all = new ArrayList<>();
        for (JournalFile file : journal.files()) entry(file).read().ifPresent(all::add);
        return all;
    }

    private EntryFile entry(JournalFile file) {
        return new EntryFile(file, new StepJson(journal.backups()));
    }
}
