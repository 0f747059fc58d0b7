package io.devdoctor.repair;

import io.devdoctor.fix.Fix;
import io.devdoctor.store.Journal;
import io.devdoctor.store.JournalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The journal's files as entries.
record Entries(Journal journal) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// A file for a new transaction; nothing is written yet.
    EntryFile create(Instant now, Fix fix) {
        String name = TIME.format(now) + "-" + fix.id().replaceAll("[^A-Za-z0-9._-]", "-");
        String id = name.substring(0, Math.min(90, name.length()));
        for (int n = 2; ; n++) {
            JournalFile file = journal.file(id);
            if (!Files.exists(file.path())) return entry(file);
            // A clock that stood still or was set back.
            id = name.substring(0, Math.min(90, name.length())) + "-" + n;
        }
    }

    Optional<Stored> get(String id) throws IOException {
        for (JournalFile file : journal.files())
            if (file.id().equals(id)) return entry(file).read();
        return Optional.empty();
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
