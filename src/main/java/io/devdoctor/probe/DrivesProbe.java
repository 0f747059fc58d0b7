package io.devdoctor.probe;

import io.devdoctor.machine.Drives;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;

/// Reads what decides whether Windows finds `\\wsl.localhost`: the order of network providers and the 9P redirector.
public final class DrivesProbe implements Probe<Drives> {
    static final String PROVIDERS = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\NetworkProvider";
    static final String P9NP = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\P9NP\\NetworkProvider";

    @Override
    public Part<Drives> part() {
        return Part.DRIVES;
    }

    @Override
    public Reading<Drives> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        Drives drives = new Drives(
                KeyFacts.text(system.registry().key(PROVIDERS + "\\Order"), "ProviderOrder"),
                KeyFacts.text(system.registry().key(PROVIDERS + "\\HwOrder"), "ProviderOrder"),
                KeyFacts.texts(system.registry().key(P9NP), "TriggerStartPrefix"),
                system.services().service("P9Rdr"));
        return new Reading.Known<>(drives, new Source(Source.Kind.REGISTRY, PROVIDERS, known.taken()));
    }
}
