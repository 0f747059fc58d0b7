package io.devdoctor.examination.picture;

import io.devdoctor.check.network.GuestPorts;
import io.devdoctor.check.network.Listeners;
import io.devdoctor.check.network.WithheldPorts;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.Listener;
import io.devdoctor.machine.Network.PortRange;
import io.devdoctor.machine.Network.Stack;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Who owns which TCP port of this machine.
///
/// @param owners   containers first, then WSL, then programs
/// @param reserved ranges that Windows withholds from everybody
/// @param kept     ranges that an administrator reserved: who asks for a port of these by number gets it
/// @param dynamic  where Windows takes ports for outgoing connections; empty where it does not tell
public record PortPicture(
        List<Owner> owners, List<PortRange> reserved, List<PortRange> kept, Optional<Network.DynamicRange> dynamic) {

    public enum Kind {
        CONTAINER,
        WSL,
        PROGRAM
    }

    /// @param name of the container, the distribution or the program; "" = the system does not tell
    public record Owner(Kind kind, String name, List<Port> ports) {
        public Owner {
            ports = List.copyOf(ports);
        }
    }

    /// @param target the port inside the container, 0 = the same
    /// @param via    the programs that listen in its place; empty = it does itself
    public record Port(int number, int target, List<String> via) {
        public Port {
            via = List.copyOf(via);
        }
    }

    public PortPicture {
        owners = List.copyOf(owners);
        reserved = List.copyOf(reserved);
        kept = List.copyOf(kept);
    }

    /// Empty where neither ports nor listeners could be read.
    public static Optional<PortPicture> of(Machine machine) {
        return Facts.known(machine, Part.NETWORK)
                .filter(network -> network.listeners().isKnown())
                .map(network -> of(machine, network));
    }

    private static PortPicture of(Machine machine, Network network) {
        Map<Integer, Owner> byPort = new TreeMap<>();
        containers(machine, network, byPort);
        guests(machine, network, byPort);
        for (Listener listener : Listeners.all(network)) {
            if (!Listeners.isProxy(listener)) own(byPort, Kind.PROGRAM, listener.program(), port(listener.port()));
        }
        return new PortPicture(
                merged(byPort.values()),
                WithheldPorts.of(network, Stack.TCP4).stream()
                        .map(Reading.Known::value)
                        .toList(),
                administered(network),
                dynamic(network));
    }

    private static void containers(Machine machine, Network network, Map<Integer, Owner> byPort) {
        Facts.known(machine, Part.CONTAINERS).stream()
                .flatMap(containers -> containers.all().stream())
                .filter(Containers.Container::isUp)
                .forEach(container -> container.ports().stream()
                        .filter(port -> port.published() > 0 && port.protocol().equals("tcp"))
                        .forEach(port -> own(
                                byPort,
                                Kind.CONTAINER,
                                container.name(),
                                new Port(
                                        port.published(),
                                        port.container() == port.published() ? 0 : port.container(),
                                        via(network, port.published())))));
    }

    private static void guests(Machine machine, Network network, Map<Integer, Owner> byPort) {
        if (!machine.has(Part.WSL_ANSWER)) return;
        GuestPorts.of(machine)
                .forEach((number, distro) ->
                        own(byPort, Kind.WSL, distro.value(), new Port(number, 0, via(network, number))));
    }

    private static List<String> via(Network network, int port) {
        return Listeners.all(network).stream()
                .filter(listener -> listener.port() == port && Listeners.isProxy(listener))
                .map(Listener::program)
                .distinct()
                .toList();
    }

    private static Port port(int number) {
        return new Port(number, 0, List.of());
    }

    /// The first who is named owns it: what a program passes on is not its own.
    private static void own(Map<Integer, Owner> byPort, Kind kind, String name, Port port) {
        byPort.putIfAbsent(port.number(), new Owner(kind, name, List.of(port)));
    }

    private static List<Owner> merged(Collection<Owner> single) {
        List<Owner> owners = new ArrayList<>();
        for (Owner one : single) {
            Optional<Owner> known = owners.stream()
                    .filter(owner -> owner.kind() == one.kind() && owner.name().equals(one.name()))
                    .findFirst();
            known.ifPresent(owners::remove);
            List<Port> ports = new ArrayList<>(known.map(Owner::ports).orElse(List.of()));
            ports.addAll(one.ports());
            owners.add(new Owner(one.kind(), one.name(), ports));
        }
        owners.sort(Comparator.comparing(Owner::kind)
                .thenComparing(owner -> owner.ports().getFirst().number()));
        return owners;
    }

    private static List<PortRange> administered(Network network) {
        return Optional.ofNullable(network.excluded().get(Stack.TCP4))
                .flatMap(Reading::known)
                .orElse(List.of())
                .stream()
                .filter(PortRange::administered)
                .toList();
    }

    private static Optional<Network.DynamicRange> dynamic(Network network) {
        return Optional.ofNullable(network.dynamic().get(Stack.TCP4)).flatMap(Reading::known);
    }
}
