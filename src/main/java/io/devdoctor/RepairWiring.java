package io.devdoctor;

import io.devdoctor.check.Checks;
import io.devdoctor.examination.Reexamination;
import io.devdoctor.repair.Repairer;
import io.devdoctor.store.Crashpoint;
import io.devdoctor.store.FileOps;
import io.devdoctor.store.Journal;
import io.devdoctor.system.Ports;

/// Makes the one repairer of this machine.
record RepairWiring(LocalSystem system, Home home) {
    Repairer repairer() {
        Ports ports = system.ports();
        return new Repairer(
                ports,
                system.changes(),
                new Reexamination(ports, LocalMachines.probes(ports), Checks.ALL),
                new Journal(home.folder(), FileOps.disk(), Crashpoint.NONE));
    }
}
