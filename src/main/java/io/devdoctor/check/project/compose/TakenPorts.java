package io.devdoctor.check.project.compose;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.network.EngineHere;
import io.devdoctor.check.network.Listeners;
import io.devdoctor.check.network.WithheldPorts;
import io.devdoctor.check.project.compose.PortsCheck.Published;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.Listener;
import io.devdoctor.machine.Network.PortRange;
import io.devdoctor.machine.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Ports of a project that somebody else on this machine has. What the project's own containers hold already is theirs.
final class TakenPorts {
    private static final Set<String> ALL_ADDRESSES = Set.of("", "0.0.0.0", "::", "*", "[::]");

    private final PortsCheck check;
    private final Stack stack;
    private final Containers containers;
    private final List<Published> all;
    private final List<Finding> found = new ArrayList<>();

    /// @param all what the project publishes
    TakenPorts(PortsCheck check, Stack stack, List<Published> all) {
        this.all = all;
        this.check = check;
        this.stack = stack;
        this.containers = stack.machine().containers().known().orElse(new Containers(List.of(), false));
    }

    List<Finding> judge() {
        List<Published> ports = all;
        if (ports.isEmpty() || EngineHere.isElsewhere(stack.machine())) return List.of();
        List<Published> wanted = ports.stream()
                .filter(one -> one.service().profiles().isEmpty() && !isHeld(one))
                .toList();
        byContainers(wanted);
        switch (stack.machine().network()) {
            case Reading.Known<Network>(Network network, var _) -> {
                byPrograms(wanted, network);
                reserved(wanted, network);
                if (network.listeners() instanceof Reading.Unknown<List<Listener>> unread) unread(unread);
                wanted.stream()
                        .map(TakenPorts::table)
                        .distinct()
                        .map(network::excluded)
                        .forEach(this::withheld);
            }
            case Reading.Unknown<Network> unread -> unread(unread);
            case Reading.Absent<Network> _, Reading.NotApplicable<Network> _ -> {}
        }
        if (stack.machine().containers() instanceof Reading.Unknown<Containers> unread) unread(unread);
        return found;
    }

    private void withheld(Reading<List<PortRange>> ranges) {
        if (ranges instanceof Reading.Unknown<List<PortRange>> unread) unread(unread);
    }

    static Network.Stack table(Published port) {
        return port.port().protocol().equals("udp") ? Network.Stack.UDP4 : Network.Stack.TCP4;
    }

    private void unread(Reading.Unknown<?> why) {
        boolean told = found.stream().anyMatch(one -> one.verdict() == Verdict.UNKNOWN);
        if (!told) found.add(check.unknown(stack.subject(stack.compose().file(), ""), why));
    }

    private boolean isHeld(Published port) {
        return running().filter(stack::isOwn).anyMatch(container -> holds(container, port));
    }

    private Stream<Container> running() {
        return containers.all().stream().filter(container -> container.state().equals("running"));
    }

    private static boolean holds(Container container, Published wanted) {
        return container.ports().stream()
                .anyMatch(port -> port.published() > 0
                        && wanted.range().contains(port.published())
                        && port.protocol().equalsIgnoreCase(wanted.port().protocol())
                        && meet(port.address(), wanted));
    }

    private static boolean meet(String address, Published wanted) {
        return ALL_ADDRESSES.contains(address)
                || wanted.isEverywhere()
                || address.equals(wanted.port().host());
    }

    private void byContainers(List<Published> ports) {
        List<Hit> hits = new ArrayList<>();
        List<Published> moving = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        List<Evidence> evidence = new ArrayList<>();
        for (Published port : ports) {
            Optional<Container> other = running()
                    .filter(container -> !stack.isOwn(container) && holds(container, port))
                    .findFirst();
            if (other.isEmpty()) continue;
            hits.add(port.hit());
            moving.add(port);
            if (names.add(other.get().name())) {
                evidence.add(Evidence.of(
                        "evidence.network.port-of",
                        other.get().name(),
                        other.get().source()));
            }
        }
        if (hits.isEmpty()) return;
        add(check.warning(stack, "container", hits, String.join(", ", names)), evidence, moving);
    }

    /// A program at one address beside Docker at all of them is let by Windows; one at the same address is not.
    private void byPrograms(List<Published> ports, Network network) {
        List<Hit> hits = new ArrayList<>();
        List<Published> moving = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        List<Evidence> evidence = new ArrayList<>();
        for (Published port : ports) {
            if (!port.port().protocol().equals("tcp")) continue;
            Optional<Listener> rival = Listeners.all(network).stream()
                    .filter(listener -> port.range().contains(listener.port()) && !Listeners.isProxy(listener))
                    .filter(listener -> ALL_ADDRESSES.contains(listener.address())
                            ? port.isEverywhere()
                            : listener.address().equals(port.port().host()))
                    .findFirst();
            if (rival.isEmpty()) continue;
            hits.add(port.hit());
            moving.add(port);
            names.add(
                    rival.get().program().isEmpty()
                            ? "PID " + rival.get().pid()
                            : rival.get().program());
            evidence.add(Listeners.evidence(
                    rival.get(),
                    network,
                    stack.workspace().source(stack.compose().file(), 0)));
        }
        if (hits.isEmpty()) return;
        add(check.problem(stack, "program", hits, String.join(", ", names)), evidence, moving);
    }

    private void reserved(List<Published> ports, Network network) {
        List<Hit> hits = new ArrayList<>();
        List<Published> moving = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        for (Published port : ports) {
            Optional<Reading.Known<PortRange>> range = WithheldPorts.of(network, table(port)).stream()
                    .filter(one -> port.range().first() <= one.value().last()
                            && one.value().first() <= port.range().last())
                    .findFirst();
            if (range.isEmpty()) continue;
            hits.add(port.hit());
            moving.add(port);
            PortRange value = range.get().value();
            evidence.add(Evidence.of(
                    "evidence.network.excluded-range",
                    value.first() + " " + value.last(),
                    range.get().source()));
        }
        if (!hits.isEmpty()) add(check.problem(stack, "reserved", hits), evidence, moving);
    }

    private void add(Finding finding, List<Evidence> evidence, List<Published> moving) {
        Finding proved = finding.with(evidence.stream().distinct().toArray(Evidence[]::new));
        found.add(check.moved(proved, stack, all, moving));
    }
}
