package io.devdoctor.probe;

import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Containers.Mount;
import io.devdoctor.machine.Containers.Port;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.ContainerText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Containers as the engine describes them in its list and in detail.
final class ContainerJson {
    private static final int GO_ZERO_YEAR = 1;
    private static final String TIME_ZONE = "TZ=";
    private static final int LONGEST_ERROR = 1000;

    private ContainerJson() {}

    /// An entry of `/containers/json`.
    static Container listed(JsonNode entry, Source source) {
        String id = EngineJson.text(entry, "Id");
        return new Container(
                id,
                EngineJson.texts(entry.path("Names")).stream()
                        .findFirst()
                        .map(name -> name.startsWith("/") ? name.substring(1) : name)
                        .orElse(id),
                EngineJson.text(entry, "Image"),
                EngineJson.text(entry, "State"),
                entry.path("Ports").values().stream().map(ContainerJson::port).toList(),
                labels(entry.path("Labels")),
                mounts(entry.path("Mounts")),
                new Reading.NotApplicable<>("not inspected"),
                source);
    }

    /// An answer of `/containers/<id>/json`. Without a state it says nothing at all.
    static Reading<Details> details(JsonNode tree, Reading<Long> logSize, Source source) {
        JsonNode state = tree.path("State");
        JsonNode host = tree.path("HostConfig");
        if (!state.path("OOMKilled").isBoolean() || !state.path("ExitCode").isIntegralNumber() || !host.isObject()) {
            return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no State or HostConfig in the answer", source);
        }
        ContainerText text = text(tree);
        return new Reading.Known<>(
                new Details(
                        EngineJson.number(state, "ExitCode", 0),
                        EngineJson.truth(state, "OOMKilled"),
                        text.text(EngineJson.text(state, "Error"), LONGEST_ERROR),
                        time(state, "FinishedAt", source),
                        EngineJson.integer(tree, "RestartCount", 0),
                        EngineJson.number(host, "Memory", 0),
                        EngineJson.text(host.path("RestartPolicy"), "Name"),
                        timeZone(tree.path("Config")),
                        ContainerSetup.read(tree, text, logSize, source)),
                source);
    }

    /// Needed to keep its secrets out of everything that its programs wrote.
    static ContainerText text(JsonNode tree) {
        return ContainerText.of(EngineJson.texts(tree.path("Config").path("Env")), EngineJson.texts(tree.path("Args")));
    }

    private static String timeZone(JsonNode config) {
        return EngineJson.texts(config.path("Env")).stream()
                .filter(variable -> variable.startsWith(TIME_ZONE))
                .map(variable -> variable.substring(TIME_ZONE.length()))
                .reduce("", (_, last) -> last);
    }

    /// Go writes the year 1 for "never".
    static Reading<Instant> time(JsonNode state, String name, Source source) {
        return EngineInfo.instant(state, name, source)
                .flatMap((time, from) -> time.atOffset(ZoneOffset.UTC).getYear() <= GO_ZERO_YEAR
                        ? new Reading.Absent<>(from)
                        : new Reading.Known<>(time, from));
    }

    private static Port port(JsonNode port) {
        return new Port(
                EngineJson.text(port, "IP"),
                EngineJson.integer(port, "PublicPort", 0),
                EngineJson.integer(port, "PrivatePort", 0),
                EngineJson.text(port, "Type"));
    }

    private static Map<String, String> labels(JsonNode labels) {
        Map<String, String> texts = new LinkedHashMap<>();
        labels.properties()
                .forEach(label -> texts.put(label.getKey(), label.getValue().stringValue("")));
        return texts;
    }

    private static List<Mount> mounts(JsonNode mounts) {
        return mounts.values().stream()
                .map(mount -> new Mount(
                        EngineJson.text(mount, "Type"),
                        EngineJson.text(mount, "Source"),
                        EngineJson.text(mount, "Destination"),
                        EngineJson.truth(mount, "RW")))
                .toList();
    }
}
