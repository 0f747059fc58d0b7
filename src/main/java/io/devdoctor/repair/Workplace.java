package io.devdoctor.repair;

import io.devdoctor.examination.Reexamination;
import io.devdoctor.store.Journal;
import io.devdoctor.system.Ports;
import io.devdoctor.system.change.Changes;
import java.util.List;

/// What every kind of repair works with.
record Workplace(Ports ports, Journal journal, Entries entries, Transaction.Tools tools, Asker asker) {
    static Workplace of(Ports ports, Changes changes, Reexamination again, Journal journal, Patience patience) {
        Present present = new Present(ports, again);
        Transaction.Tools tools = new Transaction.Tools(
                ports.clock(),
                present,
                new StepRunner(changes, ports.clock(), new Fence(ports.platform(), List.of())),
                new Proof(again, present, new Restart(ports, again), patience));
        return new Workplace(ports, journal, new Entries(journal), tools, Asker.COMMAND_LINE);
    }

    /// The same, for somebody else than the command line.
    Workplace by(Asker other) {
        return new Workplace(ports, journal, entries, tools, other);
    }

    /// One at a time on a machine, across processes.
    Exclusive alone() {
        return new Exclusive(ports, journal, asker);
    }
}
