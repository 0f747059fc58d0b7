package io.devdoctor.probe;

import io.devdoctor.machine.Drives;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Reads what decides whether Windows finds `\\wsl.localhost`: the order of network providers and the 9P redirector.
public final class DrivesProbe implements Probe<Drives> {
    static final String PROVIDERS = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\NetworkProvider";
    private static final String NETWORK = "HKCU\\Network";
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
                system.services().service("P9Rdr"),
                system.win32().dosDevices(),
                mapped(system));
        return new Reading.Known<>(drives, new Source(Source.Kind.REGISTRY, PROVIDERS, known.taken()));
    }

    private static Reading<Map<String, String>> mapped(Ports system) {
        Reading<RegistryKey> network = system.registry().key(NETWORK);
        if (network instanceof Reading.Absent<RegistryKey>(Source source)) {
            return new Reading.Known<>(Map.of(), source);
        }
        return network.map(key -> {
            Map<String, String> shares = new TreeMap<>();
            for (String letter : key.subkeys()) {
                String share = KeyFacts.detail(
                        KeyFacts.text(system.registry().key(NETWORK + "\\" + letter), "RemotePath"), "");
                shares.put(letter.toUpperCase(Locale.ROOT) + ":", share);
            }
            return Map.copyOf(shares);
        });
    }
}
