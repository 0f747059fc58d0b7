package io.devdoctor.check.network;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.Subnet;
import io.devdoctor.machine.EngineNetworks;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.Route;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a network of Docker or WSL covers addresses that this computer reaches elsewhere, in a VPN or in the office.
/// The default route covers everything and a network's own route covers itself, so that neither counts.
final class SubnetsCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "network.subnets",
            Area.NETWORK,
            Set.of(Part.NETWORK, Part.ENGINE_NETWORKS, Part.DOCKER_ENGINE),
            List.of(
                    CheckInfo.sameWorld("docker.engine").ofUnread(),
                    CheckInfo.any("docker.endpoint").ofUnread()));
    /// Routes this short, such as the two halves 0.0.0.0/1 and 128.0.0.0/1 of a VPN, stand for the default route.
    private static final int SHORTEST = 2;

    private static final int HOST = 32;
    /// Loopback, link-local, multicast and broadcast belong to no network of anybody.
    private static final List<Subnet> NOBODYS =
            List.of(new Subnet(127L << 24, 8), new Subnet(169L << 24 | 254L << 16, 16), new Subnet(224L << 24, 3));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        if (EngineHere.isElsewhere(machine)) return List.of(notApplicable(MACHINE));
        return judgeIfPresent(
                machine.network(),
                MACHINE,
                (network, _) -> judgeIfPresent(
                        network.routes(), MACHINE, (routes, source) -> judge(machine, network, routes, source)));
    }

    private List<Finding> judge(Machine machine, Network network, List<Route> routes, Source source) {
        Optional<Subnet> wsl = network.nat().network().known().flatMap(Subnet::parse);
        List<Finding> found = new ArrayList<>();
        wsl.flatMap(subnet -> rival(subnet, routes, wsl))
                .ifPresent(route -> found.add(overlap("WSL", wsl.get(), route, source)));
        switch (machine.part(Part.ENGINE_NETWORKS)) {
            case Reading.Known<EngineNetworks>(EngineNetworks networks, var _) ->
                networks.all()
                        .forEach(one -> one.subnets().stream()
                                .flatMap(text -> Subnet.parse(text).stream())
                                .forEach(subnet -> rival(subnet, routes, wsl)
                                        .ifPresent(route ->
                                                found.add(overlap("Docker " + one.name(), subnet, route, source)
                                                        .with(Evidence.of(
                                                                "evidence.network.subnet",
                                                                one.name() + " " + subnet,
                                                                one.source()))))));
            case Reading.Unknown<EngineNetworks> unread -> found.add(unknown(EngineHere.subject(machine), unread));
            case Reading.Absent<EngineNetworks> _, Reading.NotApplicable<EngineNetworks> _ -> {}
        }
        return found.isEmpty() ? List.of(ok(MACHINE, "ok")) : List.copyOf(found);
    }

    private static Optional<Route> rival(Subnet subnet, List<Route> routes, Optional<Subnet> wsl) {
        return routes.stream()
                .filter(route -> Subnet.parse(route.destination())
                        .filter(other -> other.bits() >= SHORTEST && other.bits() < HOST)
                        .filter(other -> NOBODYS.stream().noneMatch(nobodys -> nobodys.contains(other)))
                        .filter(other -> !other.equals(subnet))
                        // WSL and Docker Desktop live in networks of their own behind this one.
                        .filter(other -> wsl.filter(other::equals).isEmpty() || subnet.overlaps(other))
                        .filter(subnet::overlaps)
                        .isPresent())
                .findFirst();
    }

    private Finding overlap(String name, Subnet subnet, Route route, Source source) {
        return warning(
                        Subject.machine(name),
                        "overlap",
                        List.of(Evidence.of(
                                "evidence.network.route", route.destination() + " via " + route.via(), source)),
                        name,
                        subnet.toString(),
                        route.destination(),
                        route.via())
                .fixedBy(Fix.safe(
                        "network.subnets/move",
                        Text.of("fix.network.subnets/move.title"),
                        new Step.Manual(Text.of("fix.network.subnets/move.words", route.destination()), null)));
    }
}
