package io.devdoctor.check.project.compose;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.compose.ComposeNode;
import io.devdoctor.format.compose.ComposeNode.Sequence;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.machine.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether services that name each other can reach each other, and what becomes of their ports.
final class NetworksCheck extends ComposeCheck {
    private static final String DEFAULT = "default";

    NetworksCheck() {
        super("compose.networks", SILENCES, Part.NETWORK, Part.ENGINE_NETWORKS, Part.DOCKER_ENGINE);
    }

    @Override
    List<Finding> judge(Stack stack) {
        List<Mentions> mentions = Mentions.of(stack);
        List<Finding> found = new ArrayList<>();
        apart(stack, mentions).ifPresent(found::add);
        bridge(stack, mentions).ifPresent(found::add);
        modes(stack, found);
        found.addAll(new Addresses(this, stack).all());
        return found;
    }

    private Optional<Finding> apart(Stack stack, List<Mentions> mentions) {
        List<Mentions> apart =
                mentions.stream().filter(one -> one.isPlain() && !one.meet()).toList();
        if (apart.isEmpty()) return Optional.empty();
        // Who only waits for another may have no need to reach it.
        Certainty certainty = apart.stream().anyMatch(Mentions::byHost) ? Certainty.CERTAIN : Certainty.LIKELY;
        Finding finding = found(
                stack,
                Verdict.WARNING,
                certainty,
                "apart",
                apart.stream().map(Mentions::hit).toList());
        return Optional.of(join(stack, apart).map(finding::fixedBy).orElse(finding));
    }

    /// Takes the services that name others onto the networks of those.
    private static Optional<Fix> join(Stack stack, List<Mentions> apart) {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        for (Mentions one : apart) {
            wanted.computeIfAbsent(one.from().name(), _ -> new LinkedHashSet<>())
                    .add(one.to().networks().keySet().iterator().next());
        }
        Mending mending = new Mending(stack);
        wanted.forEach((name, networks) ->
                stack.compose().service(name).ifPresent(service -> join(mending, service, networks)));
        return mending.suggestion("compose.networks/join", "join");
    }

    private static void join(Mending mending, ComposeService service, Set<String> networks) {
        Optional<ComposeNode> own = service.node().get("networks");
        if (own.isEmpty()) {
            List<String> lines = new ArrayList<>(List.of("networks:", "  - " + DEFAULT));
            networks.forEach(network -> lines.add("  - " + network));
            mending.change(service.place(), edit -> edit.append(service.node(), lines.toArray(String[]::new)));
        } else if (own.get() instanceof Sequence list) {
            networks.forEach(network -> mending.change(list.place(), edit -> edit.append(list, network)));
        }
    }

    /// Docker's own bridge has no names.
    private Optional<Finding> bridge(Stack stack, List<Mentions> mentions) {
        List<Hit> hits = mentions.stream()
                .filter(one -> isBridge(one.from()) || isBridge(one.to()))
                .map(Mentions::hit)
                .toList();
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(warning(stack, "bridge", hits).fixedBy(byHand("own-network")));
    }

    private static boolean isBridge(ComposeService service) {
        return service.networkMode().filter("bridge"::equals).isPresent();
    }

    private void modes(Stack stack, List<Finding> found) {
        List<Hit> host = new ArrayList<>();
        List<Hit> dropped = new ArrayList<>();
        List<Hit> refused = new ArrayList<>();
        for (ComposeService service : stack.services()) {
            String mode = service.networkMode().orElse("");
            if (mode.isEmpty()) continue;
            Hit hit = Hit.of(
                    service, service.node().get("network_mode").orElseThrow().place());
            boolean ports = !service.node().items("ports").isEmpty();
            boolean shared = mode.startsWith("container:") || mode.startsWith("service:");
            if (mode.equals("host")) (ports ? dropped : host).add(hit);
            else if (ports && (shared || mode.equals("none"))) refused.add(hit);
        }
        if (!dropped.isEmpty()) found.add(warning(stack, "host-ports", dropped).fixedBy(byHand("own-network")));
        if (!refused.isEmpty())
            found.add(warning(stack, "shared-ports", refused).fixedBy(byHand("own-network")));
        boolean inside = stack.machine().platform().isWindows();
        if (!host.isEmpty() && inside) found.add(info(stack, "host", host).fixedBy(byHand("own-network")));
    }
}
