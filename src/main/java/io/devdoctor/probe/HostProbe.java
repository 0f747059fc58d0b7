package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.UserEnvironment;
import io.devdoctor.system.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Reads what Windows (or Linux) itself is: version, virtualization, services, memory, processors, volumes.
public final class HostProbe implements Probe<Host> {
    static final String VERSION_KEY = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

    /// By key name, since display names are localized.
    static final List<String> SERVICES = List.of(
            "HNS",
            "vmcompute",
            "vfpext",
            "vmms",
            "WSLService",
            "LxssManager",
            "lxss",
            "SharedAccess",
            "P9Rdr",
            "com.docker.service",
            "W32Time");

    static final List<String> FEATURES = List.of("VirtualMachinePlatform", "Microsoft-Windows-Subsystem-Linux");

    private static final int VIRTUALIZATION_IN_FIRMWARE = 21;
    private static final int SECOND_LEVEL_TRANSLATION = 20;

    @Override
    public Part<Host> part() {
        return Part.HOST;
    }

    @Override
    public Reading<Host> read(Ports system, Machine known) {
        // WMI may take its whole budget: everything else is read meanwhile.
        var features = together(() -> features(system));
        var volumes = together(() -> volumes(system));
        var windows = together(() -> onWindows(system, () -> windows(system)));
        var virtualization = together(() -> virtualization(system));
        var services = together(() -> services(system));
        var memory = together(() -> system.hardware().memory());
        var processor = together(() -> system.hardware().processor().map(HostProbe::counted));
        Host host = new Host(
                windows.join(),
                virtualization.join(),
                services.join(),
                features.join(),
                memory.join(),
                processor.join(),
                volumes.join());
        return new Reading.Known<>(host, new Source(Source.Kind.DERIVED, "host", known.taken()));
    }

    private static Host.Processor counted(Host.Processor processor) {
        if (processor.logical() <= 0) throw new IllegalArgumentException("no processor: " + processor);
        return processor;
    }

    private static Reading<Host.WindowsVersion> windows(Ports system) {
        var asked = together(() -> system.registry().key(UserEnvironment.Scope.MACHINE.key()));
        Reading<RegistryKey> version = system.registry().key(VERSION_KEY);
        Reading<RegistryKey> environment = asked.join();
        return KeyFacts.text(version, "CurrentBuildNumber")
                .map(build -> new Host.WindowsVersion(
                        Integer.parseInt(build.strip()),
                        Math.toIntExact(KeyFacts.detail(KeyFacts.number(version, "UBR"), -1L)),
                        KeyFacts.detail(KeyFacts.text(version, "EditionID"), ""),
                        KeyFacts.detail(KeyFacts.text(version, "DisplayVersion"), ""),
                        KeyFacts.detail(KeyFacts.text(environment, "PROCESSOR_ARCHITECTURE"), "")));
    }

    private static Host.Virtualization virtualization(Ports system) {
        var present = together(() -> onWindows(system, () -> system.win32().hypervisorPresent()));
        var firmware =
                together(() -> onWindows(system, () -> system.win32().processorFeature(VIRTUALIZATION_IN_FIRMWARE)));
        var extensions = together(() -> onWindows(system, () -> system.win32().vmMonitorModeExtensions()));
        var tables = together(() -> onWindows(system, () -> system.win32().processorFeature(SECOND_LEVEL_TRANSLATION)));
        return new Host.Virtualization(present.join(), firmware.join(), extensions.join(), tables.join());
    }

    private static Map<String, Reading<ServiceState>> services(Ports system) {
        Map<String, Reading<ServiceState>> states = new LinkedHashMap<>();
        Map<String, CompletableFuture<Reading<ServiceState>>> asked = new LinkedHashMap<>();
        for (String name : SERVICES) {
            asked.put(
                    name,
                    together(() -> onWindows(system, () -> system.services().service(name))));
        }
        asked.forEach((name, state) -> states.put(name, state.join()));
        return states;
    }

    /// A second opinion only: 1 appears right after dism, before the restart, and unreadable does not mean off.
    private static Reading<Map<String, Integer>> features(Ports system) {
        String where = String.join(
                " OR ", FEATURES.stream().map(name -> "Name='" + name + "'").toList());
        return onWindows(
                system,
                () -> system.wmi()
                        .rows("root\\CIMV2", "Win32_OptionalFeature", List.of("Name", "InstallState"), where)
                        .map(HostProbe::installStates));
    }

    private static Map<String, Integer> installStates(List<Map<String, Object>> rows) {
        Map<String, Integer> states = new LinkedHashMap<>();
        for (Map<String, Object> row : rows) {
            if (row.get("Name") instanceof String name
                    && row.get("InstallState") instanceof Number state
                    && FEATURES.contains(name)) {
                states.put(name, state.intValue());
            }
        }
        return Map.copyOf(states);
    }

    private static Reading<List<Host.Volume>> volumes(Ports system) {
        return system.hardware()
                .volumes()
                .map(all -> all.stream()
                        .filter(volume -> !volume.kind().equals("network"))
                        .toList());
    }

    private static <T> Reading<T> onWindows(Ports system, Supplier<Reading<T>> read) {
        return system.platform().isWindows() ? read.get() : new Reading.NotApplicable<>(NotWindows.WHY);
    }
}
