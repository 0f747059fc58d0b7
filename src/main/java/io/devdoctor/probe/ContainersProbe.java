package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;
import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Ports;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Lists every container of the engine, inspects the most telling ones, and reads the last words of those that failed.
///
/// However many containers there are, that takes at most 97 requests: the list, the networks, 60 containers, 20
/// images, 15 logs.
public final class ContainersProbe implements Probe<Containers> {
    static final int MOST_INSPECTED = 60;
    static final int MOST_IMAGES = 20;
    static final int MOST_LOGS = 15;
    /// Containers in trouble come first, and must leave room for those that run.
    private static final int MOST_TROUBLED_FIRST = 30;
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
                    if (!isListOfContainers(list)) {
                        return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no list of containers", source);
                    }
                    List<Container> all = mostTellingFirst(list, source);
                    ContainerQuestions questions = new ContainerQuestions(calls, system.files(), source);
                    return new Reading.Known<>(ask(all, questions, calls), source);
                });
    }

    /// One that has no id cannot be looked into, and must not pass for one that is not there.
    private static boolean isListOfContainers(JsonNode list) {
        return list.isArray()
                && list.values().stream()
                        .noneMatch(entry -> EngineJson.text(entry, "Id").isEmpty());
    }

    private static Containers ask(List<Container> all, ContainerQuestions questions, EngineCalls calls) {
        var networks = together(() -> ContainerQuestions.networks(calls));
        int asked = Math.min(MOST_INSPECTED, all.size());
        List<Container> containers = new ArrayList<>(atOnce(all.subList(0, asked), questions::inspect));
        containers.addAll(all.subList(asked, all.size()));
        var images = together(() -> answers(
                containers.stream()
                        .flatMap(container -> container.details().known().stream())
                        .map(details -> details.setup().imageId())
                        .filter(id -> id.matches("sha256:[0-9a-f]{64}"))
                        .distinct()
                        .limit(MOST_IMAGES)
                        .toList(),
                questions::image));
        Map<String, Reading<List<String>>> lastLines = answers(
                containers.stream()
                        .filter(ContainersProbe::mayHaveFailed)
                        .map(Container::id)
                        .limit(MOST_LOGS)
                        .toList(),
                questions::lastLines);
        return new Containers(containers, all.size() > asked, networks.join(), images.join(), lastLines);
    }

    /// Whether its log may tell something: it ended with a code, or was started anew.
    private static boolean mayHaveFailed(Container container) {
        return container
                .details()
                .known()
                .filter(details -> switch (container.state()) {
                    case "restarting", "dead" -> true;
                    case "exited" -> details.exitCode() != 0;
                    case "created" -> false;
                    default -> details.restartCount() > 0;
                })
                .isPresent();
    }

    private static List<Container> mostTellingFirst(JsonNode list, Source source) {
        List<JsonNode> entries = list.values().stream()
                .sorted(Comparator.comparingInt(ContainersProbe::urgency))
                .toList();
        List<JsonNode> troubled =
                entries.stream().filter(entry -> urgency(entry) <= 1).toList();
        List<JsonNode> ordered = new ArrayList<>(troubled.subList(0, Math.min(MOST_TROUBLED_FIRST, troubled.size())));
        entries.stream().filter(entry -> urgency(entry) == 2).forEach(ordered::add);
        troubled.stream().skip(MOST_TROUBLED_FIRST).forEach(ordered::add);
        entries.stream().filter(entry -> urgency(entry) > 2).forEach(ordered::add);
        return ordered.stream()
                .map(entry -> ContainerJson.listed(entry, source))
                .toList();
    }

    /// Of equal ones the engine lists the newest first. Its `Status` is never translated.
    private static int urgency(JsonNode entry) {
        return switch (EngineJson.text(entry, "State")) {
            case "restarting", "dead" -> 0;
            case "exited" -> EngineJson.text(entry, "Status").startsWith("Exited (0)") ? 4 : 1;
            case "running", "paused" -> 2;
            default -> 3;
        };
    }

    private static <T, R> List<R> atOnce(List<T> of, Function<T, R> question) {
        return each(of, AT_ONCE, question);
    }

    private static <R> Map<String, Reading<R>> answers(List<String> ids, Function<String, Reading<R>> question) {
        List<Reading<R>> answers = atOnce(ids, question);
        Map<String, Reading<R>> byId = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) byId.put(ids.get(i), answers.get(i));
        return byId;
    }
}
