package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;
import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.Drives;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Reads what decides whether Windows finds `\\wsl.localhost`: the order of network providers and the 9P redirector.
public final class DrivesProbe implements Probe<Drives> {
    static final String PROVIDERS = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\NetworkProvider";
    private static final int AT_ONCE = 8;
    private static final String NETWORK = "HKCU\\Network";
    static final String P9NP = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\P9NP\\NetworkProvider";

    @Override
    public Part<Drives> part() {
        return Part.DRIVES;
    }

    @Override
    public Reading<Drives> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        var order = together(() -> system.registry().key(PROVIDERS + "\\Order"));
        var hardware = together(() -> system.registry().key(PROVIDERS + "\\HwOrder"));
        var share = together(() -> system.registry().key(P9NP));
        var service = together(() -> system.services().service("P9Rdr"));
        var devices = together(() -> system.win32().dosDevices());
        Reading<Map<String, String>> mapped = mapped(system);
        Drives drives = new Drives(
                KeyFacts.text(order.join(), "ProviderOrder"),
                KeyFacts.text(hardware.join(), "ProviderOrder"),
                KeyFacts.texts(share.join(), "TriggerStartPrefix"),
                service.join(),
                devices.join(),
                mapped);
        return new Reading.Known<>(drives, new Source(Source.Kind.REGISTRY, PROVIDERS, known.taken()));
    }

    private static Reading<Map<String, String>> mapped(Ports system) {
        Reading<RegistryKey> network = system.registry().key(NETWORK);
        if (network instanceof Reading.Absent<RegistryKey>(Source source)) {
            return new Reading.Known<>(Map.of(), source);
        }
        return network.map(key -> {
            List<String> targets = each(
                    key.subkeys(),
                    AT_ONCE,
                    letter -> KeyFacts.detail(
                            KeyFacts.text(system.registry().key(NETWORK + "\\" + letter), "RemotePath"), ""));
            Map<String, String> shares = new TreeMap<>();
            for (int i = 0; i < targets.size(); i++) {
                shares.put(key.subkeys().get(i).toUpperCase(Locale.ROOT) + ":", targets.get(i));
            }
            return Map.copyOf(shares);
        });
    }
}
