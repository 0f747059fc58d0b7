package io.devdoctor.repair;

import io.devdoctor.disk.DiskCalls;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Journal;
import io.devdoctor.store.JournalLock;
import java.io.IOException;
import java.nio.file.Path;

/// Another DevDoctor that is in the middle of a change: takes the lock, says so, and keeps it until its input ends.
final class HeldJournal {
    private HeldJournal() {}

    /// @param arguments the data folder, what it calls itself
    public static void main(String[] arguments) throws IOException {
        Journal journal = new Journal(new DataFolder(Path.of(arguments[0])), DiskCalls.REAL, _ -> {});
        if (journal.lock().tryAcquire(arguments[1]) instanceof JournalLock.Attempt.Held) IO.println("held");
        System.in.read();
    }
}
