package io.devdoctor.machine;

import java.util.List;

/// Networks of the engine, from `GET /networks`.
public record EngineNetworks(List<Subnets> all) {
    public EngineNetworks {
        all = List.copyOf(all);
    }

    /// @param subnets as the engine writes them, `172.18.0.0/16`; empty for networks such as `host`
    public record Subnets(String name, List<String> subnets, Source source) {
        public Subnets {
            subnets = List.copyOf(subnets);
        }
    }
}
