package io.devdoctor;

import io.devdoctor.check.Checks;
import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.repair.Repairer;
import io.devdoctor.store.Asking;
import io.devdoctor.store.Journal;
import io.devdoctor.system.Ports;

/// Makes repairers of this machine, which share one journal.
record RepairWiring(LocalSystem system, Home home, Journal journal) {
    RepairWiring(LocalSystem system, Home home) {
        this(system, home, new Journal(home.folder(), DiskCalls.REAL, Crashpoint.NONE));
    }

    /// One that asks the machine as its person wants it asked by now.
    Repairer repairer() {
        Asking asking = home.asking();
        Ports ports = system.ports().patient(asking.patience());
        return new Repairer(
                ports,
                system.changes(),
                new Reexamination(ports, LocalMachines.probes(ports, asking), Checks.ALL),
                journal);
    }
}
