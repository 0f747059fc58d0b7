package io.devdoctor.repair;

import io.devdoctor.disk.DiskCalls;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/// The process that dies while the journal lets go of what it can.
final class KilledRetention {
    private KilledRetention() {}

    /// @param arguments folder of the bench, anything, number of the point, file for its name
    public static void main(String[] arguments) throws IOException {
        int fatal = Integer.parseInt(arguments[2]);
        AtomicInteger reached = new AtomicInteger();
        DataFolder data = new DataFolder(Path.of(arguments[0]).resolve("data"));
        Journal journal = new Journal(data, DiskCalls.REAL, point -> {
            if (reached.incrementAndGet() == fatal) Child.die(point, Path.of(arguments[3]));
        });
        new Retention(journal, new Retention.Limits(0, 0)).tidy(Instant.parse("2026-11-21T09:00:00Z"));
    }
}
