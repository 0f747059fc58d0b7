package io.devdoctor.repair;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the journal tells of a transaction after its intent, oldest first.
public sealed interface EntryEvent {
    Instant at();

    /// A step was begun, done, undone or failed.
    ///
    /// @param number from 1
    /// @param detail technical: bytes written, a tool's exit code and words; "" = nothing
    record OfStep(Instant at, int number, Entry.Progress progress, String detail) implements EntryEvent {}

    /// @param asker empty where an older DevDoctor did not write it
    record UndoBegun(Instant at, Optional<Asker> asker) implements EntryEvent {}

    /// @param proof technical; what failed, or what was seen by names of texts
    /// @param seen  what the checks said when it ended; empty where nothing was looked at
    record Ended(Instant at, Entry.State state, String proof, List<Sighting> seen) implements EntryEvent {
        public Ended {
            seen = List.copyOf(seen);
        }
    }
}
