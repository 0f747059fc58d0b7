package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;
import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.format.TextEncoding;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerClient.Context;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The folder `.docker` of a user: config.json, and one `contexts/meta/<sha256 of the name>/meta.json` per context.
final class ContextStore {
    /// More contexts than anybody has.
    private static final int MOST_CONTEXTS = 100;

    private static final int AT_ONCE = 8;

    private final Ports system;
    private final String folder;
    private final String separator;
    /// The chosen one is listed, too, and read once.
    private final Map<String, CompletableFuture<Reading<Context>>> read = new ConcurrentHashMap<>();

    ContextStore(Ports system, String folder) {
        this.system = system;
        this.folder = folder;
        this.separator = system.platform().isWindows() ? "\\" : "/";
    }

    /// The folder `.docker`, or the one that DOCKER_CONFIG names.
    static String folder(Ports system, Machine known) {
        return known.dockerClient()
                .known()
                .flatMap(client -> EndpointChoice.effective(client.variables(), "DOCKER_CONFIG"))
                .map(DockerClient.Variable::value)
                .orElseGet(() -> system.platform().inHome(".docker"));
    }

    Reading<FileContent> config() {
        return system.files().read(folder + separator + "config.json");
    }

    /// `currentContext` of config.json. Docker's own parser is stricter than most: a byte order mark is enough.
    Reading<String> currentContext(Reading<FileContent> config) {
        return config.flatMap((file, source) -> {
            JsonDocument document = JsonDocument.parse(file.bytes().toArray());
            if (!document.readable() || document.encoding() != TextEncoding.UTF_8) {
                String problem = document.problems().isEmpty()
                        ? "a byte order mark"
                        : document.problems().getFirst().brief();
                return new Reading.Unknown<>(Reading.Cause.UNREADABLE, problem, source);
            }
            Source member = source.at(" : currentContext");
            return document.memberIgnoreCase("currentContext")
                    .flatMap(JsonValue::text)
                    .filter(name -> !name.isEmpty())
                    .<Reading<String>>map(name -> new Reading.Known<>(name, member))
                    .orElseGet(() -> new Reading.Absent<>(member));
        });
    }

    /// Every context that can be read.
    List<Context> contexts() {
        List<String> names = system.files().list(folder + separator + meta()).known().stream()
                .flatMap(List::stream)
                .limit(MOST_CONTEXTS)
                .toList();
        return each(names, AT_ONCE, this::read).stream()
                .flatMap(context -> context.known().stream())
                .toList();
    }

    /// Absent = Docker has no context of that name.
    Reading<Context> context(String name) {
        return read(Bytes.of(name.getBytes(StandardCharsets.UTF_8)).sha256());
    }

    private Reading<Context> read(String hash) {
        return read.computeIfAbsent(hash, name -> together(() -> file(name))).join();
    }

    private Reading<Context> file(String hash) {
        String path = Stream.of(folder, meta(), hash, "meta.json")
                .reduce((left, right) -> left + separator + right)
                .orElseThrow();
        return system.files().read(path).flatMap((file, source) -> {
            JsonNode tree = EngineJson.tree(file.bytes());
            String name = EngineJson.text(tree, "Name");
            if (name.isEmpty()) return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no Name", source);
            String host = EngineJson.text(tree.path("Endpoints").path("docker"), "Host");
            return new Reading.Known<>(new Context(name, host, source), source);
        });
    }

    private String meta() {
        return "contexts" + separator + "meta";
    }
}
