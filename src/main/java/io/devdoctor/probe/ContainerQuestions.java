package io.devdoctor.probe;

import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Containers.Image;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.ContainerText;
import io.devdoctor.system.EngineApi.EngineReply;
import io.devdoctor.system.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// Questions about single containers and images. After three that were not answered in time no further one is asked.
final class ContainerQuestions {
    private static final int MOST_LINES = 20;
    private static final int MOST_TIMEOUTS = 3;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    /// Files of an engine are ours only where its socket is.
    private static final String LOCAL = "unix://";

    private final EngineCalls calls;
    private final Files files;
    private final Source list;
    private final AtomicInteger timeouts = new AtomicInteger();
    private final Map<String, ContainerText> texts = new ConcurrentHashMap<>();

    /// @param list where the containers were listed
    ContainerQuestions(EngineCalls calls, Files files, Source list) {
        this.calls = calls;
        this.list = list;
        this.files = files;
    }

    /// With the state of that moment: one that restarts again and again runs for a blink between list and answer, and
    /// its code is then not that of its last end.
    Container inspect(Container container) {
        Reading<JsonNode> answer = document("/containers/" + container.id() + "/json");
        Reading<Details> details = answer.flatMap((tree, source) -> {
            texts.put(container.id(), ContainerJson.text(tree));
            return ContainerJson.details(tree, size(EngineJson.text(tree, "LogPath")), source);
        });
        String state = answer.known()
                .map(tree -> EngineJson.text(tree.path("State"), "Status"))
                .filter(status -> !status.isEmpty())
                .orElse(container.state());
        return new Container(
                container.id(),
                container.name(),
                container.image(),
                state,
                container.ports(),
                container.labels(),
                container.mounts(),
                details,
                container.source());
    }

    Reading<Image> image(String id) {
        return document("/images/" + id + "/json").map(ContainerSetup::image);
    }

    /// The end of a container's log; NotApplicable where its driver cannot be read.
    Reading<List<String>> lastLines(String id) {
        String path = "/containers/" + id + "/logs?stdout=1&stderr=1&tail=" + MOST_LINES;
        ContainerText text = texts.getOrDefault(id, ContainerText.of(List.of(), List.of()));
        return patiently(path)
                .flatMap((reply, source) -> reply.status() == OK
                        ? new Reading.Known<>(text.lines(reply.body(), MOST_LINES), source)
                        : new Reading.NotApplicable<>("HTTP " + reply.status()));
    }

    /// Drivers by name.
    static Reading<Map<String, String>> networks(EngineCalls calls) {
        return calls.get("/networks", Budget.ENGINE_LIST, (networks, source, _) -> {
            Map<String, String> drivers = new TreeMap<>();
            networks.values()
                    .forEach(network ->
                            drivers.put(EngineJson.text(network, "Name"), EngineJson.text(network, "Driver")));
            return new Reading.Known<>(Map.copyOf(drivers), source);
        });
    }

    private Reading<JsonNode> document(String path) {
        Reading<EngineReply> reply = patiently(path);
        return reply.flatMap((answer, source) ->
                answer.status() == NOT_FOUND ? new Reading.Absent<>(source) : EngineJson.document(reply));
    }

    private Reading<EngineReply> patiently(String path) {
        if (timeouts.get() >= MOST_TIMEOUTS) {
            return new Reading.Unknown<>(
                    Reading.Cause.TIMED_OUT, "not asked after " + MOST_TIMEOUTS + " timeouts", list);
        }
        Reading<EngineReply> reply = calls.raw(path, Budget.ENGINE_LIST);
        if (reply instanceof Reading.Unknown<EngineReply>(Reading.Cause cause, String _, Source _)
                && cause == Reading.Cause.TIMED_OUT) {
            timeouts.incrementAndGet();
        }
        return reply;
    }

    private Reading<Long> size(String path) {
        return !path.isEmpty() && calls.endpoint().startsWith(LOCAL)
                ? files.state(path).map(FileState::size)
                : new Reading.NotApplicable<>("no file of this machine");
    }
}
