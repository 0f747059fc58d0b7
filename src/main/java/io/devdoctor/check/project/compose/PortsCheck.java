package io.devdoctor.check.project.compose;

import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposePort;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.machine.Part;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the ports that services publish are free: of each other, of other projects, and of Windows.
final class PortsCheck extends ComposeCheck {
    /// Each is held against each.
    private static final int MOST = 2_000;
    private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::");

    PortsCheck() {
        super("compose.ports", SILENCES, Part.NETWORK, Part.CONTAINERS, Part.DOCKER_ENGINE);
    }

    /// @param port with a range of the host
    record Published(ComposeService service, ComposePort port) {
        ComposePort.Range range() {
            return port.published().orElseThrow();
        }

        Hit hit() {
            return new Hit(port.node().place(), range() + (port.protocol().equals("tcp") ? "" : "/" + port.protocol()));
        }

        boolean isEverywhere() {
            return EVERYWHERE.contains(port.host());
        }
    }

    @Override
    List<Finding> judge(Stack stack) {
        List<Published> ports = new ArrayList<>();
        for (ComposeService service : stack.services()) {
            // What goes over the network of the host is published by nobody.
            if (service.networkMode().filter("host"::equals).isPresent()) continue;
            service.ports().stream()
                    .filter(port ->
                            port.published().filter(range -> range.first() > 0).isPresent())
                    .forEach(port -> ports.add(new Published(service, port)));
        }
        List<Finding> found = new ArrayList<>();
        collisions(stack, ports.stream().limit(MOST).toList()).ifPresent(found::add);
        replicas(stack, ports).ifPresent(found::add);
        found.addAll(new TakenPorts(this, stack, ports).judge());
        quotes(stack).ifPresent(found::add);
        return found;
    }

    private Optional<Finding> collisions(Stack stack, List<Published> ports) {
        List<Hit> hits = new ArrayList<>();
        List<Published> moving = new ArrayList<>();
        Set<String> services = new LinkedHashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            Published later = ports.get(i);
            for (Published earlier : ports.subList(0, i)) {
                if (!collide(earlier, later)) continue;
                hits.add(later.hit());
                moving.add(later);
                hits.add(new Hit(earlier.hit().place(), later.hit().name()));
                services.add(earlier.service().name());
                services.add(later.service().name());
            }
        }
        if (hits.isEmpty()) return Optional.empty();
        Finding finding = problem(stack, "collision", hits, Text.several(List.copyOf(services)));
        return Optional.of(moved(finding, stack, ports, moving));
    }

    /// With the fix that publishes the one port elsewhere; of several, a person decides.
    Finding moved(Finding finding, Stack stack, List<Published> all, List<Published> moving) {
        Optional<Fix> move = moving.stream().distinct().count() == 1
                ? new MovedPort(stack, all, moving.getFirst()).fix()
                : Optional.empty();
        return move.map(finding::fixedBy).orElse(finding).fixedBy(byHand("other-port"));
    }

    private static boolean collide(Published one, Published other) {
        boolean sameService = one.service().name().equals(other.service().name());
        boolean spread = one.range().first() != one.range().last()
                || other.range().first() != other.range().last();
        // Of a range Docker takes the first that is free, where the container has one port only.
        boolean choosing =
                spread && one.port().target().first() == one.port().target().last();
        return !choosing
                && one.range().overlaps(other.range())
                && one.port().protocol().equals(other.port().protocol())
                && (one.isEverywhere()
                        || other.isEverywhere()
                        || one.port().host().equals(other.port().host()))
                && (sameService ? !one.port().equals(other.port()) : Stack.together(one.service(), other.service()));
    }

    private Optional<Finding> replicas(Stack stack, List<Published> ports) {
        List<Hit> hits = ports.stream()
                .filter(one -> one.service().replicas() > 1
                        && one.range().last() - one.range().first() + 1
                                < one.service().replicas())
                .map(one -> Hit.of(one.service(), one.port().node().place()))
                .toList();
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(problem(stack, "replicas", hits).fixedBy(byHand("range")));
    }

    private Optional<Finding> quotes(Stack stack) {
        List<Hit> hits = new ArrayList<>();
        Mending mending = new Mending(stack);
        for (ComposeService service : stack.services()) {
            for (ComposePort port : service.ports()) {
                if (!port.isBareSexagesimal() || !(port.node() instanceof Scalar scalar)) continue;
                hits.add(new Hit(scalar.place(), scalar.text()));
                mending.change(scalar.place(), edit -> edit.quote(scalar));
            }
        }
        if (hits.isEmpty()) return Optional.empty();
        Finding finding = info(stack, "quotes", hits);
        return Optional.of(
                mending.fix("compose.ports/quote").map(finding::fixedBy).orElse(finding));
    }
}
