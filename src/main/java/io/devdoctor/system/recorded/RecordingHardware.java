package io.devdoctor.system.recorded;

import io.devdoctor.machine.Host;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Hardware;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Keeps hardware facts.
final class RecordingHardware implements Hardware {
    private final Hardware source;
    private final Spool spool;

    RecordingHardware(Hardware source, Spool spool) {
        this.source = source;
        this.spool = spool;
    }

    @Override
    public Reading<Host.Memory> memory() {
        return keep(
                "memory",
                source.memory(),
                memory -> object().put("total", memory.total()).put("available", memory.available()));
    }

    @Override
    public Reading<Host.Processor> processor() {
        return keep(
                "cpu",
                source.processor(),
                processor -> object().put("logical", processor.logical()).put("physical", processor.physical()));
    }

    @Override
    public Reading<List<Host.Volume>> volumes() {
        return keep(
                "volumes",
                source.volumes(),
                each(volume -> object().put("mount", volume.mount())
                        .put("type", volume.type())
                        .put("kind", volume.kind())
                        .put("total", volume.total())
                        .put("usable", volume.usable())));
    }

    @Override
    public Reading<List<Network.Listener>> listeners() {
        return keep(
                "listeners",
                source.listeners(),
                each(listener -> object().put("port", listener.port())
                        .put("address", listener.address())
                        .put("protocol", listener.protocol())
                        .put("pid", listener.pid())
                        .put("program", listener.program())));
    }

    @Override
    public Reading<List<Network.Route>> routes() {
        Reading<List<Network.Route>> routes = source.routes();
        spool.outcome(
                        routes,
                        each(route ->
                                object().put("destination", route.destination()).put("via", route.via())))
                .ifPresent(json -> spool.put("network", "routes", json));
        return routes;
    }

    @Override
    public Reading<List<Network.Address>> addresses() {
        Reading<List<Network.Address>> addresses = source.addresses();
        spool.outcome(
                        addresses,
                        each(address -> object().put("adapter", address.adapter())
                                .put("address", address.address())
                                .put("prefix", address.prefix())))
                .ifPresent(json -> spool.put("network", "addresses", json));
        return addresses;
    }

    @Override
    public Reading<List<String>> programs() {
        return keep("programs", source.programs(), each(Spool.JSON::stringNode));
    }

    @Override
    public Reading<Instant> booted() {
        return keep("booted", source.booted(), at -> Spool.JSON.stringNode(at.toString()));
    }

    private <T> Reading<T> keep(String name, Reading<T> reading, Function<T, JsonNode> value) {
        spool.outcome(reading, value).ifPresent(json -> spool.put("hardware", name, json));
        return reading;
    }

    private static <T> Function<List<T>, JsonNode> each(Function<T, JsonNode> one) {
        return all -> {
            ArrayNode list = Spool.JSON.arrayNode();
            all.forEach(value -> list.add(one.apply(value)));
            return list;
        };
    }

    private static ObjectNode object() {
        return Spool.JSON.objectNode();
    }
}
