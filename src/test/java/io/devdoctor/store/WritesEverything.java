package io.devdoctor.store;

import ch.qos.logback.classic.LoggerContext;
import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/// The process that writes one file of each kind into a data folder.
final class WritesEverything {
    private WritesEverything() {}

    /// @param arguments the folder
    public static void main(String[] arguments) throws IOException {
        DataFolder data = new DataFolder(Path.of(arguments[0])).create();
        LoggerContext log = new LoggerContext();
        OwnLog.start(log, data, text -> text, 200);
        for (int i = 0; i < 200; i++) log.getLogger("test").info("a line of the log, long enough to roll it over");
        Journal journal = new Journal(data, DiskCalls.REAL, Crashpoint.NONE);
        JournalLock.Attempt attempt = journal.lock().tryAcquire();
        journal.file("x").append(Map.of("held", attempt.toString()));
        journal.backups().put(new byte[] {1});
        new SettingsFile(data, AtomicFile.onDisk())
                .change(settings -> settings.withTheme(Settings.Theme.DARK), Instant.EPOCH);
        new HistoryStore(data, AtomicFile.onDisk()).add(Instant.EPOCH, Map.of("en", new byte[] {1}), Map.of(), 3);
        // The lock is held, and who holds it stands beside it.
        Runtime.getRuntime().halt(0);
    }
}
