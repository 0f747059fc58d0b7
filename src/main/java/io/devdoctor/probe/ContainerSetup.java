package io.devdoctor.probe;

import io.devdoctor.machine.Containers.Health;
import io.devdoctor.machine.Containers.Image;
import io.devdoctor.machine.Containers.LogTarget;
import io.devdoctor.machine.Containers.Privileges;
import io.devdoctor.machine.Containers.Setup;
import io.devdoctor.machine.Containers.Wiring;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.ContainerText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// How containers are set up, from `/containers/<id>/json`, and what images say of themselves.
final class ContainerSetup {
    private static final int LONGEST_OUTPUT = 300;
    /// Microseconds.
    private static final long USUAL_PERIOD = 100_000;

    private ContainerSetup() {}

    static Setup read(JsonNode tree, ContainerText text, Reading<Long> logSize, Source source) {
        JsonNode host = tree.path("HostConfig");
        return new Setup(
                ContainerJson.time(tree, "Created", source),
                ContainerJson.time(tree.path("State"), "StartedAt", source),
                EngineJson.text(tree, "Image"),
                EngineJson.text(tree.path("ImageManifestDescriptor").path("platform"), "architecture"),
                text.text(EngineJson.text(tree, "Path"), LONGEST_OUTPUT),
                new Privileges(
                        EngineJson.truth(host, "Privileged"),
                        EngineJson.texts(host.path("CapAdd")),
                        EngineJson.texts(host.path("SecurityOpt")),
                        EngineJson.text(host, "PidMode"),
                        EngineJson.text(host, "IpcMode")),
                wiring(tree, host),
                log(host.path("LogConfig"), logSize),
                health(tree.path("State").path("Health"), text, source),
                processors(host));
    }

    /// Compose and old clients set a quota of time in place of a number.
    private static long processors(JsonNode host) {
        long nano = host.path("NanoCpus").asLong(0);
        long quota = host.path("CpuQuota").asLong(0);
        long period = host.path("CpuPeriod").asLong(0);
        if (nano > 0 || quota <= 0) return Math.max(0, nano);
        return quota * (1_000_000_000L / (period > 0 ? period : USUAL_PERIOD));
    }

    /// An answer of `/images/<id>/json`.
    static Image image(JsonNode tree) {
        return new Image(
                EngineJson.text(tree, "Architecture"),
                EngineJson.text(tree, "Os"),
                names(tree.path("Config").path("ExposedPorts")));
    }

    private static Wiring wiring(JsonNode tree, JsonNode host) {
        List<String> published = host.path("PortBindings").properties().stream()
                .filter(binding -> !binding.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        return new Wiring(
                EngineJson.text(host, "NetworkMode"),
                names(tree.path("NetworkSettings").path("Networks")),
                names(tree.path("Config").path("ExposedPorts")),
                published,
                EngineJson.truth(host, "PublishAllPorts"));
    }

    private static LogTarget log(JsonNode config, Reading<Long> size) {
        Map<String, String> options = new TreeMap<>();
        config.path("Config")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().stringValue("")));
        return new LogTarget(EngineJson.text(config, "Type"), options, size);
    }

    /// Podman writes an empty object where there is no check.
    private static Reading<Health> health(JsonNode health, ContainerText text, Source source) {
        String status = EngineJson.text(health, "Status");
        Source member = source.at(" : State.Health");
        if (status.isEmpty() || status.equals("none")) return new Reading.Absent<>(member);
        List<JsonNode> runs = health.path("Log").values().stream().toList();
        JsonNode last = runs.isEmpty() ? health.path("Log") : runs.getLast();
        return new Reading.Known<>(
                new Health(
                        status,
                        EngineJson.integer(health, "FailingStreak", 0),
                        EngineJson.number(last, "ExitCode", 0),
                        text.text(EngineJson.text(last, "Output"), LONGEST_OUTPUT)),
                member);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
