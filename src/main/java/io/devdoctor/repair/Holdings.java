package io.devdoctor.repair;

import java.time.Instant;
import java.util.Optional;

/// What the journal keeps, what it may keep, and what it has let go.
///
/// @param bytes      of entries and kept file contents together
/// @param unreadable how many entries cannot be read; while there are any, no kept content goes
/// @param letGo      how many older entries have gone
/// @param last       when the latest of them went
public record Holdings(
        long entries,
        long bytes,
        long mostEntries,
        long mostBytes,
        long unreadable,
        long letGo,
        Optional<Instant> last) {
    /// Whether more is kept than should be: what is left can be undone, waits, or cannot be read.
    public boolean isOver() {
        return entries > mostEntries || bytes > mostBytes;
    }
}
