package io.devdoctor.repair;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.Reading;
import java.util.List;

/// Changes that were made and wait for the same restart.
///
/// @param restart what they wait for
/// @param entries of the journal, newest first
/// @param how     restarts it; only words where a person must
/// @param stops   what runs now and would end
public record PendingWork(TakesEffect restart, List<Entry> entries, Fix how, Stops stops) {
    public PendingWork {
        entries = List.copyOf(entries);
    }

    /// @param distros    of WSL, those of Docker Desktop among them
    /// @param containers by name
    public record Stops(Reading<List<String>> distros, Reading<List<String>> containers) {}

    /// How a restart went.
    ///
    /// @param restart of the restart itself
    /// @param settled the changes that waited, each as it was proved afterwards
    public record Restarted(Outcome restart, List<Settled> settled) {
        public Restarted {
            settled = List.copyOf(settled);
        }
    }

    /// A change that waited, and what the last look at it showed.
    public record Settled(Entry entry, Outcome outcome) {}
}
