package io.devdoctor.probe;

import io.devdoctor.machine.EngineNetworks;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Ports;
import java.util.Set;

/// Asks the engine for its networks.
public final class EngineNetworksProbe implements Probe<EngineNetworks> {
    @Override
    public Part<EngineNetworks> part() {
        return Part.ENGINE_NETWORKS;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.DOCKER_ENGINE);
    }

    @Override
    public Reading<EngineNetworks> read(Ports system, Machine known) {
        return EngineCalls.to(known, system).get("/networks", Budget.ENGINE_LIST, (list, source, _) -> {
            if (!list.isArray()) return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not a list", source);
            return new Reading.Known<>(
                    new EngineNetworks(list.values().stream()
                            .map(entry -> new EngineNetworks.Subnets(
                                    EngineJson.text(entry, "Name"),
                                    entry.path("IPAM").path("Config").values().stream()
                                            .map(config -> EngineJson.text(config, "Subnet"))
                                            .filter(subnet -> !subnet.isEmpty())
                                            .toList(),
                                    source))
                            .toList()),
                    source);
        });
    }
}
