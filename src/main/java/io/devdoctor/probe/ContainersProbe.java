package io.devdoctor.probe;

import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Ports;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Lists every container of the engine and inspects the most telling ones.
public final class ContainersProbe implements Probe<Containers> {
    private static final int MOST_INSPECTED = 60;
    private static final int AT_ONCE = 6;

    @Override
    public Part<Containers> part() {
        return Part.CONTAINERS;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.DOCKER_ENGINE);
    }

    @Override
    public Reading<Containers> read(Ports system, Machine known) {
        return EngineCalls.to(known, system)
                .get("/containers/json?all=1", Budget.ENGINE_LIST, (list, source, calls) -> {
                    if (!list.isArray()) return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not a list", source);
                    List<Container> telling = list.values().stream()
                            .filter(entry -> !EngineJson.text(entry, "Id").isEmpty())
                            .map(entry -> ContainerJson.listed(entry, source))
                            .sorted(Comparator.comparingInt(ContainersProbe::urgency))
                            .toList();
                    List<Container> all = IntStream.range(0, telling.size())
                            .boxed()
                            .gather(Gatherers.mapConcurrent(
                                    AT_ONCE,
                                    at -> at < MOST_INSPECTED ? inspected(telling.get(at), calls) : telling.get(at)))
                            .toList();
                    return new Reading.Known<>(new Containers(all, all.size() > MOST_INSPECTED), source);
                });
    }

    /// Those in trouble first: inspecting is bounded, and a healthy container has little to tell.
    private static int urgency(Container container) {
        return switch (container.state()) {
            case "restarting", "dead" -> 0;
            case "exited" -> 1;
            case "running", "paused" -> 2;
            default -> 3;
        };
    }

    private static Container inspected(Container container, EngineCalls calls) {
        Reading<Details> details = calls.get(
                "/containers/" + container.id() + "/json",
                Budget.ENGINE_LIST,
                (JsonNode tree, Source source, EngineCalls _) -> ContainerJson.details(tree, source));
        return new Container(
                container.id(),
                container.name(),
                container.image(),
                container.state(),
                container.ports(),
                container.labels(),
                container.mounts(),
                details,
                container.source());
    }
}
