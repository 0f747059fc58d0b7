package io.devdoctor.check.project.compose;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.network.EngineHere;
import io.devdoctor.check.network.Rivals;
import io.devdoctor.format.Subnet;
import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.machine.EngineNetworks;
import io.devdoctor.machine.Network.Route;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Addresses that a Compose file wants for its networks, and networks that it expects to be there.
final class Addresses {
    private final ComposeCheck check;
    private final Stack stack;
    private final List<Finding> found = new ArrayList<>();

    Addresses(ComposeCheck check, Stack stack) {
        this.check = check;
        this.stack = stack;
    }

    /// @param name that the engine knows the network by
    private record Wanted(String name, Subnet subnet, Scalar written) {}

    List<Finding> all() {
        if (EngineHere.isElsewhere(stack.machine())) return List.of();
        List<Wanted> wanted = new ArrayList<>();
        Map<String, Field> networks = stack.compose().declared("networks");
        // Compose makes only what a service uses.
        Set<String> used = stack.services().stream()
                .flatMap(service -> service.networks().keySet().stream())
                .collect(Collectors.toSet());
        networks.values().stream()
                .filter(field -> used.contains(field.name()))
                .forEach(field -> subnets(field, wanted));
        if (!wanted.isEmpty()) overlaps(wanted);
        external(networks, used);
        return found;
    }

    private void subnets(Field field, List<Wanted> wanted) {
        if (!(field.value() instanceof Mapping network)) return;
        network.mapping("ipam").map(ipam -> ipam.items("config")).orElse(List.of()).stream()
                .filter(Mapping.class::isInstance)
                .flatMap(config -> ((Mapping) config).scalar("subnet").stream())
                .filter(Scalar::known)
                .forEach(subnet -> Subnet.parse(subnet.text())
                        .ifPresent(parsed -> wanted.add(new Wanted(engineName(field), parsed, subnet))));
    }

    private String engineName(Field field) {
        return Optional.of(field.value())
                .filter(Mapping.class::isInstance)
                .flatMap(network -> ((Mapping) network).text("name"))
                .orElse(isExternal(field) ? field.name() : stack.projectName() + "_" + field.name());
    }

    private static boolean isExternal(Field field) {
        return field.value() instanceof Mapping network
                && network.text("external").filter("true"::equals).isPresent();
    }

    private void overlaps(List<Wanted> wanted) {
        Reading<List<Route>> routes = stack.machine().network().flatMap((network, _) -> network.routes());
        switch (routes) {
            case Reading.Known<List<Route>>(List<Route> known, Source source) -> {
                Rivals rivals = new Rivals(known, stack.machine().platform().isWindows());
                wanted.forEach(one -> rivals.of(one.subnet(), Rivals.Owner.NOBODY)
                        .ifPresent(route -> overlap(
                                one,
                                route.destination() + " " + route.via(),
                                Evidence.of(
                                        "evidence.network.route",
                                        route.destination() + " via " + route.via(),
                                        source))));
            }
            case Reading.Unknown<List<Route>> unread -> unread(unread);
            case Reading.Absent<List<Route>> _, Reading.NotApplicable<List<Route>> _ -> {}
        }
        stack.machine()
                .part(Part.ENGINE_NETWORKS)
                .known()
                .ifPresent(engine -> wanted.forEach(one -> taken(one, engine)));
    }

    private void taken(Wanted one, EngineNetworks engine) {
        engine.all().stream()
                .filter(other -> !other.name().equals(one.name()))
                .filter(other -> other.subnets().stream()
                        .flatMap(text -> Subnet.parse(text).stream())
                        .anyMatch(one.subnet()::overlaps))
                .findFirst()
                .ifPresent(other -> found.add(check.warning(
                                stack,
                                "subnet-taken",
                                List.of(new Hit(
                                        one.written().place(), one.subnet().toString())),
                                other.name())
                        .with(Evidence.of(
                                "evidence.network.subnet",
                                other.name() + " " + String.join(", ", other.subnets()),
                                other.source()))
                        .fixedBy(check.byHand("other-subnet"))));
    }

    private void overlap(Wanted one, String route, Evidence evidence) {
        found.add(check.warning(
                        stack,
                        "subnet",
                        List.of(new Hit(one.written().place(), one.subnet().toString())),
                        route)
                .with(evidence)
                .fixedBy(check.byHand("other-subnet")));
    }

    private void unread(Reading.Unknown<?> why) {
        found.add(check.unknown(stack.subject(stack.compose().file(), ""), why));
    }

    /// Networks of other projects that must exist before this one starts.
    private void external(Map<String, Field> networks, Set<String> used) {
        List<Field> external = networks.values().stream()
                .filter(field -> isExternal(field) && used.contains(field.name()))
                .filter(field -> !engineName(field).contains("$"))
                .toList();
        if (external.isEmpty()) return;
        switch (stack.machine().part(Part.ENGINE_NETWORKS)) {
            case Reading.Known<EngineNetworks>(EngineNetworks engine, var source) -> {
                Set<String> there =
                        engine.all().stream().map(EngineNetworks.Subnets::name).collect(Collectors.toSet());
                List<Hit> hits = external.stream()
                        .filter(field -> !there.contains(engineName(field)))
                        .map(field -> new Hit(field.place(), engineName(field)))
                        .toList();
                if (hits.isEmpty()) return;
                found.add(check.warning(stack, "external", hits)
                        .with(Evidence.of(
                                "evidence.compose.engine-networks", List.copyOf(new TreeSet<>(there)), source))
                        .fixedBy(check.byHand("create-network", hits.getFirst().name())));
            }
            case Reading.Unknown<EngineNetworks> unread -> unread(unread);
            case Reading.Absent<EngineNetworks> _, Reading.NotApplicable<EngineNetworks> _ -> {}
        }
    }
}
