package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.DockerEngine.HttpStatus;
import io.devdoctor.machine.DockerEngine.Version;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.EngineApi.EngineReply;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Asks the engine behind the chosen endpoint who it is and how it is, in raw JSON.
public final class DockerEngineProbe implements Probe<DockerEngine> {
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    /// Where Docker Desktop serves Linux containers; at the second one those of Windows in that mode.
    private static final List<String> PIPES =
            List.of("npipe:////./pipe/dockerDesktopLinuxEngine", "npipe:////./pipe/docker_engine");
    private static final Pattern API = Pattern.compile("\\d+\\.\\d+");

    @Override
    public Part<DockerEngine> part() {
        return Part.DOCKER_ENGINE;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.DOCKER_CLIENT);
    }

    @Override
    public Reading<DockerEngine> read(Ports system, Machine known) {
        return known.dockerClient()
                .flatMap((client, _) -> client.chosen()
                        .flatMap((choice, source) -> new Reading.Known<>(ask(system, client, choice), source)));
    }

    private static DockerEngine ask(Ports system, DockerClient client, DockerClient.Choice choice) {
        String endpoint = choice.endpoint();
        Reading<EngineReply> ping = ping(system, client, choice);
        Reading<EngineReply> alive = ping.flatMap((reply, source) -> reply.status() == OK
                ? new Reading.Known<>(reply, source)
                : new Reading.Unknown<>(Reading.Cause.FAILED, "HTTP " + reply.status(), source));
        var asked = together(() -> alive.flatMap(
                (_, _) -> EngineJson.document(system.engine().get(endpoint, "/version", Budget.ENGINE_VERSION))
                        .flatMap(DockerEngineProbe::version)));
        // Below its own version the server hides members of /info; every engine tells it with the ping.
        Reading<DockerEngine.Info> info = alive.flatMap((reply, _) -> {
            String api = reply.headers().getOrDefault("api-version", "");
            String own = API.matcher(api).matches()
                    ? api
                    : asked.join().known().map(Version::api).orElse("");
            String prefix = own.isEmpty() ? "" : "/v" + own;
            return EngineInfo.read(system.engine().get(endpoint, prefix + "/info", Budget.ENGINE_INFO));
        });
        return new DockerEngine(
                endpoint, ping.map(DockerEngineProbe::status), asked.join(), info, elsewhere(system, endpoint, ping));
    }

    private static Reading<EngineReply> ping(Ports system, DockerClient client, DockerClient.Choice choice) {
        return TlsEndpoint.isMeant(client, choice)
                ? TlsEndpoint.unlessGone(system, choice.endpoint())
                : TlsEndpoint.unlessRefused(ping(system, choice.endpoint()));
    }

    /// Whether it answers, and nothing more.
    static Reading<HttpStatus> pinged(Ports system, DockerClient client, DockerClient.Choice choice) {
        return ping(system, client, choice).map(DockerEngineProbe::status);
    }

    private static Reading<String> elsewhere(Ports system, String chosen, Reading<EngineReply> ping) {
        if (!ping.isAbsent() || !chosen.toLowerCase(Locale.ROOT).startsWith("npipe:")) {
            return new Reading.NotApplicable<>("not looked for");
        }
        Reading<String> none = ping.withoutValue();
        for (String pipe : PIPES) {
            if (pipe.equalsIgnoreCase(chosen)) continue;
            Reading<EngineReply> answer = system.engine().get(pipe, "/_ping", Budget.ENGINE_PING);
            if (answer instanceof Reading.Known<EngineReply>(EngineReply reply, Source source)
                    && reply.status() == OK
                    && reply.headers().getOrDefault("ostype", "").equalsIgnoreCase("linux")) {
                return new Reading.Known<>(pipe, source);
            }
            if (answer instanceof Reading.Unknown<EngineReply>) none = answer.withoutValue();
        }
        return none;
    }

    /// Docker Desktop's proxy may answer the first call after an idle stop with a spurious 500.
    private static Reading<EngineReply> ping(Ports system, String endpoint) {
        Reading<EngineReply> first = system.engine().get(endpoint, "/_ping", Budget.ENGINE_PING);
        return first.known().filter(reply -> reply.status() >= SERVER_ERROR).isPresent()
                ? system.engine().get(endpoint, "/_ping", Budget.ENGINE_PING)
                : first;
    }

    private static HttpStatus status(EngineReply reply) {
        return new HttpStatus(
                reply.status(),
                reply.headers().getOrDefault("content-type", ""),
                EngineJson.excerpt(reply.body()),
                reply.took().toMillis());
    }

    private static Reading<Version> version(JsonNode tree, Source source) {
        String api = EngineJson.text(tree, "ApiVersion");
        if (!API.matcher(api).matches()) {
            return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no ApiVersion in the answer", source);
        }
        return new Reading.Known<>(
                new Version(
                        EngineJson.text(tree.path("Platform"), "Name"),
                        EngineJson.text(tree, "Version"),
                        api,
                        EngineJson.text(tree, "MinAPIVersion"),
                        EngineJson.text(tree, "Os"),
                        EngineJson.text(tree, "Arch"),
                        EngineJson.text(tree, "KernelVersion")),
                source);
    }
}
