package io.devdoctor.testing;

import static io.devdoctor.testing.Facts.GB;
import static io.devdoctor.testing.Facts.known;

import io.devdoctor.machine.Host;
import io.devdoctor.machine.Policies;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A healthy Windows 11 24H2 with 16 GB and 8 processors, of which a test changes what it is about.
public final class HostFacts {
    private Reading<Host.WindowsVersion> windows =
            known(new Host.WindowsVersion(26100, 2314, "Professional", "24H2", "AMD64"));
    private Reading<Boolean> hypervisor = known(true);
    // A running hypervisor owns the extensions: the firmware facts then read false on healthy machines.
    private Reading<Boolean> firmware = known(false);
    private Reading<Boolean> monitorMode = known(false);
    private Reading<Boolean> secondLevel = known(true);
    private final Map<String, Reading<ServiceState>> services = new LinkedHashMap<>();
    private Reading<Map<String, Integer>> features = known(Map.of("VirtualMachinePlatform", 1));
    private Reading<Host.Memory> memory = known(new Host.Memory(16 * GB, 8 * GB));
    private Reading<Host.Processor> processor = known(new Host.Processor(8, 4));
    private Reading<List<Host.Volume>> volumes =
            known(List.of(new Host.Volume("C:\\", "NTFS", "fixed", 500 * GB, 200 * GB)));

    public HostFacts() {
        service("HNS", Facts.running("HNS", ServiceState.Start.MANUAL));
        service("vmcompute", Facts.running("vmcompute", ServiceState.Start.MANUAL));
        service("vfpext", Facts.running("vfpext", ServiceState.Start.SYSTEM));
        service("WSLService", Facts.running("WSLService", ServiceState.Start.AUTO));
        service("LxssManager", Facts.absent());
        service("SharedAccess", Facts.running("SharedAccess", ServiceState.Start.MANUAL));
    }

    public HostFacts windows(int build, int revision) {
        return windows(known(new Host.WindowsVersion(build, revision, "Professional", "", "AMD64")));
    }

    public HostFacts windows(Reading<Host.WindowsVersion> version) {
        windows = version;
        return this;
    }

    public HostFacts virtualization(
            Reading<Boolean> hypervisorPresent,
            Reading<Boolean> firmwareEnabled,
            Reading<Boolean> monitorModeExtensions) {
        hypervisor = hypervisorPresent;
        firmware = firmwareEnabled;
        monitorMode = monitorModeExtensions;
        return this;
    }

    /// Switched off in firmware, as measured on four machines.
    public HostFacts virtualizationOff() {
        return virtualization(known(false), known(false), known(true));
    }

    public HostFacts service(String name, Reading<ServiceState> state) {
        services.put(name, state);
        return this;
    }

    /// A service that nobody asked for.
    public HostFacts without(String service) {
        services.remove(service);
        return this;
    }

    /// @param installState of VirtualMachinePlatform: 1 on, 2 off, 3 absent, 4 unknown
    public HostFacts feature(int installState) {
        return features(known(Map.of("VirtualMachinePlatform", installState)));
    }

    public HostFacts features(Reading<Map<String, Integer>> states) {
        features = states;
        return this;
    }

    /// Bytes.
    public HostFacts memory(long total, long available) {
        return memory(known(new Host.Memory(total, available)));
    }

    public HostFacts memory(Reading<Host.Memory> reading) {
        memory = reading;
        return this;
    }

    public HostFacts processors(int logical) {
        processor = known(new Host.Processor(logical, Math.max(1, logical / 2)));
        return this;
    }

    public HostFacts volumes(Host.Volume... all) {
        return volumes(known(List.of(all)));
    }

    public HostFacts volumes(Reading<List<Host.Volume>> reading) {
        volumes = reading;
        return this;
    }

    /// Nobody but the user decides about this machine.
    public static Reading<Policies> free() {
        return known(new Policies(known(Map.of()), Facts.absent(), Facts.absent(), Facts.absent(), Facts.absent()));
    }

    public Reading<Host> host() {
        return known(new Host(
                windows,
                new Host.Virtualization(hypervisor, firmware, monitorMode, secondLevel),
                services,
                features,
                memory,
                processor,
                volumes));
    }
}
