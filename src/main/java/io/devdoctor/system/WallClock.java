package io.devdoctor.system;

import java.time.Instant;

/// The wall clock of the examined machine; a replayed recording answers the time at which it was taken.
public interface WallClock {
    Instant now();
}
