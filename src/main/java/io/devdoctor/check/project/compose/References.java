package io.devdoctor.check.project.compose;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.format.compose.ComposeDependency;
import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposePlace;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.compose.ComposeVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What services name and nobody declares: Compose then starts none of them.
final class References {
    private static final String DEFAULT = "default";
    private static final String SERVICE_MODE = "service:";

    private final ComposeCheck check;
    private final Stack stack;
    private final List<Hit> services = new ArrayList<>();
    private final List<Hit> networks = new ArrayList<>();
    private final List<Hit> volumes = new ArrayList<>();
    private final List<Hit> secrets = new ArrayList<>();
    private final List<Hit> configs = new ArrayList<>();
    private final List<Hit> disabled = new ArrayList<>();

    References(ComposeCheck check, Stack stack) {
        this.check = check;
        this.stack = stack;
    }

    List<Finding> all() {
        for (ComposeService service : stack.services()) {
            services(service);
            networks(service);
            volumes(service);
            mounted(service, "secrets", secrets);
            mounted(service, "configs", configs);
        }
        List<Finding> found = new ArrayList<>();
        add(found, "undefined-service", services);
        add(found, "undefined-network", networks);
        add(found, "undefined-volume", volumes);
        add(found, "undefined-secret", secrets);
        add(found, "undefined-config", configs);
        if (!disabled.isEmpty()) {
            found.add(check.found(stack, Verdict.WARNING, Certainty.CERTAIN, "disabled-service", disabled));
        }
        return found;
    }

    private void add(List<Finding> found, String outcome, List<Hit> hits) {
        if (!hits.isEmpty()) found.add(check.problem(stack, outcome, hits));
    }

    private void services(ComposeService service) {
        for (ComposeDependency one : service.dependencies()) {
            if (one.required()) service(service, one.service(), one.place());
        }
        for (Scalar link : service.scalars("links")) {
            service(service, link.text().replaceFirst(":.*", ""), link.place());
        }
        service.networkMode()
                .filter(mode -> mode.startsWith(SERVICE_MODE))
                .ifPresent(mode -> service(
                        service,
                        mode.substring(SERVICE_MODE.length()),
                        service.node().get("network_mode").orElseThrow().place()));
    }

    private void service(ComposeService from, String name, ComposePlace place) {
        Optional<ComposeService> target = stack.compose().service(name);
        if (target.isEmpty()) services.add(new Hit(place, name));
        else if (isOff(from, target.get())) disabled.add(new Hit(place, name));
    }

    /// Whether a plain `docker compose up` starts the one without the other.
    private boolean isOff(ComposeService from, ComposeService target) {
        boolean chosen = stack.compose().env().entry("COMPOSE_PROFILES").isPresent();
        return !chosen && from.profiles().isEmpty() && !target.profiles().isEmpty();
    }

    private void networks(ComposeService service) {
        for (Field network : service.networks().values()) {
            boolean known = network.name().equals(DEFAULT)
                    || network.name().contains("$")
                    || network.place().equals(service.place())
                    || stack.compose().declared("networks").containsKey(network.name());
            if (!known) networks.add(new Hit(network.place(), network.name()));
        }
    }

    /// A name with a separator in it was meant for a path: that is told elsewhere.
    private void volumes(ComposeService service) {
        for (ComposeVolume volume : service.volumes()) {
            boolean name = volume.isNamed() && volume.source().matches("[^/\\\\]+");
            if (name && !stack.compose().declared("volumes").containsKey(volume.source())) {
                volumes.add(new Hit(volume.sourcePlace(), volume.source()));
            }
        }
    }

    private void mounted(ComposeService service, String section, List<Hit> hits) {
        for (Scalar one : service.mounted(section)) {
            if (!stack.compose().declared(section).containsKey(one.text())) {
                hits.add(new Hit(one.place(), one.text()));
            }
        }
    }
}
