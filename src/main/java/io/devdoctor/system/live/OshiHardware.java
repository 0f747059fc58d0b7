package io.devdoctor.system.live;

import io.devdoctor.machine.Host;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Hardware;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.TcpState;
import oshi.software.os.NetworkParams;
import oshi.software.os.OSFileStore;

/// Hardware through OSHI. Everything runs under a budget of its own: WMI, which OSHI asks on Windows, is known to hang.
public final class OshiHardware implements Hardware {
    private final Supplier<SystemInfo> oshi = new Lazily();

    @Override
    public Reading<Host.Memory> memory() {
        return read("memory", () -> {
            var memory = oshi.get().getHardware().getMemory();
            return new Host.Memory(memory.getTotal(), memory.getAvailable());
        });
    }

    @Override
    public Reading<Host.Processor> processor() {
        return read("processor", () -> {
            var processor = oshi.get().getHardware().getProcessor();
            return new Host.Processor(processor.getLogicalProcessorCount(), processor.getPhysicalProcessorCount());
        });
    }

    /// Local volumes only: asking for network drives stalls for up to a minute when a mapped one is dead.
    @Override
    public Reading<List<Host.Volume>> volumes() {
        return read(
                "volumes",
                () -> oshi.get().getOperatingSystem().getFileSystem().getFileStores(true).stream()
                        .filter(store -> store.getTotalSpace() > 0)
                        .map(OshiHardware::volume)
                        .toList());
    }

    private static Host.Volume volume(OSFileStore store) {
        return new Host.Volume(
                store.getMount(),
                store.getType(),
                kind(store.getDescription()),
                store.getTotalSpace(),
                store.getUsableSpace());
    }

    /// OSHI's descriptions are English constants on every system.
    private static String kind(String description) {
        String lower = description.toLowerCase(Locale.ROOT);
        if (lower.startsWith("network")) return "network";
        if (lower.startsWith("removable")) return "removable";
        if (lower.startsWith("cd-rom")) return "cdrom";
        return lower.startsWith("ram") ? "ram" : "fixed";
    }

    @Override
    public Reading<List<Network.Listener>> listeners() {
        return read("listeners", () -> {
            Map<Integer, String> programs = new HashMap<>();
            return oshi.get().getOperatingSystem().getInternetProtocolStats().getConnections().stream()
                    // UDP has no states: whoever has a port there listens.
                    .filter(connection -> connection.getState() == TcpState.LISTEN
                            || connection.getType().startsWith("udp"))
                    .map(connection -> new Network.Listener(
                            connection.getLocalPort(),
                            address(connection.getLocalAddress()),
                            connection.getType().startsWith("udp") ? "udp" : "tcp",
                            connection.getowningProcessId(),
                            programs.computeIfAbsent(connection.getowningProcessId(), OshiHardware::program)))
                    .toList();
        });
    }

    @Override
    public Reading<List<Network.Route>> routes() {
        return read(
                "routes",
                () -> oshi.get().getOperatingSystem().getNetworkParams().getRoutes().stream()
                        .map(OshiHardware::route)
                        .toList());
    }

    private static Network.Route route(NetworkParams.IPRoute route) {
        String gateway = address(route.getGateway());
        boolean atHand = gateway.isEmpty() || gateway.equals("0.0.0.0") || gateway.equals("0:0:0:0:0:0:0:0");
        return new Network.Route(
                address(route.getDestination()) + "/" + route.getPrefixLength(),
                atHand ? route.getInterfaceName() : gateway);
    }

    @Override
    public Reading<List<Network.Address>> addresses() {
        Source source = new Source(Source.Kind.HARDWARE, "addresses", Instant.now());
        return Bounded.read(source, Budget.HARDWARE, () -> {
            List<Network.Address> all = new ArrayList<>();
            for (NetworkInterface adapter : NetworkInterface.networkInterfaces().toList()) {
                if (adapter.isUp() && !adapter.isLoopback()) all.addAll(addresses(adapter));
            }
            return new Reading.Known<>(List.copyOf(all), source);
        });
    }

    /// On Windows the name is `eth12`, the display name the description of the adapter.
    private static List<Network.Address> addresses(NetworkInterface adapter) {
        return adapter.getInterfaceAddresses().stream()
                .filter(each -> !each.getAddress().isLinkLocalAddress())
                .map(each -> new Network.Address(
                        adapter.getDisplayName(),
                        address(each.getAddress().getAddress()),
                        each.getNetworkPrefixLength()))
                .toList();
    }

    @Override
    public Reading<List<String>> programs() {
        return read(
                "programs",
                () -> ProcessHandle.allProcesses()
                        .map(process -> process.info()
                                .command()
                                .map(OshiHardware::baseName)
                                .orElse(""))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Override
    public Reading<Instant> booted() {
        return read(
                "uptime",
                () -> Instant.now().minusSeconds(oshi.get().getOperatingSystem().getSystemUptime()));
    }

    private static String program(int pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(OshiHardware::baseName)
                .orElse("");
    }

    private static String baseName(String path) {
        return Objects.toString(Path.of(path).getFileName(), "");
    }

    private static String address(byte[] address) {
        try {
            // OSHI reports "any address" as an empty array.
            return address.length == 0
                    ? "0.0.0.0"
                    : InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException _) {
            return "";
        }
    }

    private static <T> Reading<T> read(String what, Supplier<T> fact) {
        Source source = new Source(Source.Kind.HARDWARE, what, Instant.now());
        return Bounded.read(source, Budget.HARDWARE, () -> new Reading.Known<>(fact.get(), source));
    }

    /// OSHI is loaded at the first question only: on Windows its classes read the event log when they load.
    private static final class Lazily implements Supplier<SystemInfo> {
        private volatile @org.jspecify.annotations.Nullable SystemInfo made;

        @Override
        public synchronized SystemInfo get() {
            SystemInfo system = made;
            if (system == null) {
                system = new SystemInfo();
                made = system;
            }
            return system;
        }
    }
}
