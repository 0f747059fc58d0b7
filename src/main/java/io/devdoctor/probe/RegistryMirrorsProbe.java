package io.devdoctor.probe;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonProblem;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryMirrors;
import io.devdoctor.machine.RegistryMirrors.HttpAnswer;
import io.devdoctor.machine.RegistryMirrors.Mirror;
import io.devdoctor.machine.Source;
import io.devdoctor.system.NetworkReach.HttpRequest;
import io.devdoctor.system.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Collects the registry mirrors of daemon.json and of the running engine, and asks each the engine's first question.
public final class RegistryMirrorsProbe implements Probe<RegistryMirrors> {
    private static final String MEMBER = "registry-mirrors";
    private static final int MOST_ASKED = 20;
    private static final int AT_ONCE = 8;
    /// What a registry answers to its first question: here I am, or who are you.
    private static final Set<Integer> REGISTRY = Set.of(200, 401);

    /// What dockerd itself accepts as a mirror: no credentials, no query, no fragment.
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s/?#@]+(/[^\\s?#]*)?");

    @Override
    public Part<RegistryMirrors> part() {
        return Part.REGISTRY_MIRRORS;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_ENGINE, Part.PROXIES);
    }

    @Override
    public Reading<RegistryMirrors> read(Ports system, Machine known) {
        Reading<List<String>> inFile = known.dockerDesktop()
                .flatMap((desktop, _) -> desktop.daemonJson().flatMap(RegistryMirrorsProbe::configured));
        Reading<List<String>> inEngine =
                known.dockerEngine().flatMap((engine, _) -> engine.info().map(info -> info.mirrors()));
        Reading<String> proxy = WebProxy.of(known);
        List<Mirror> mirrors = mirrors(
                system,
                proxy,
                inFile.known().orElse(List.of()),
                inEngine.known().orElse(List.of()));
        Source source = new Source(Source.Kind.DERIVED, "registry-mirrors", known.taken());
        return new Reading.Known<>(new RegistryMirrors(inFile, inEngine, mirrors, proxy), source);
    }

    private static Reading<List<String>> configured(FileContent file, Source source) {
        JsonDocument document = JsonDocument.parse(file.bytes().toArray());
        if (document.object().isEmpty()) {
            return document.readable()
                    ? new Reading.Absent<>(source)
                    : new Reading.Unknown<>(Reading.Cause.UNREADABLE, problem(document), source);
        }
        Source member = source.at(" : " + MEMBER);
        return document.value("/" + MEMBER)
                .map(value -> value instanceof JsonValue.ArrayValue array
                        ? new Reading.Known<>(array.texts(), member)
                        : wrongType(value, member))
                .orElseGet(() -> new Reading.Absent<>(member));
    }

    private static Reading<List<String>> wrongType(JsonValue value, Source source) {
        return new Reading.Unknown<>(Reading.Cause.UNREADABLE, value.type() + ", not ARRAY", source);
    }

    private static String problem(JsonDocument document) {
        return document.problems().stream()
                .filter(problem -> problem.kind().fatal())
                .findFirst()
                .map((JsonProblem problem) -> problem.kind() + " at line " + problem.line())
                .orElse("no JSON document");
    }

    private static List<Mirror> mirrors(
            Ports system, Reading<String> proxy, List<String> inFile, List<String> inEngine) {
        Map<String, String> addresses = new LinkedHashMap<>();
        // Of one address there is one spelling, whichever of the two told it.
        Stream.concat(inFile.stream(), inEngine.stream().map(RegistryMirrorsProbe::comparable))
                .forEach(address -> addresses.putIfAbsent(comparable(address), address));
        Set<String> file = comparable(inFile);
        Set<String> engine = comparable(inEngine);
        return addresses.entrySet().stream()
                .limit(MOST_ASKED)
                .gather(Gatherers.mapConcurrent(
                        AT_ONCE,
                        entry -> new Mirror(
                                entry.getValue(),
                                file.contains(entry.getKey()),
                                engine.contains(entry.getKey()),
                                ask(system, proxy, entry.getValue()))))
                .toList();
    }

    private static Reading<HttpAnswer> ask(Ports system, Reading<String> proxy, String address) {
        if (!ADDRESS.matcher(address).matches()) {
            Source source =
                    new Source(Source.Kind.NETWORK, address, system.clock().now());
            return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not an address that Docker accepts", source);
        }
        String base = address.replaceFirst("/+$", "");
        String question = base.endsWith("/v2") ? base + "/" : base + "/v2/";
        Reading<HttpAnswer> direct = answer(system, HttpRequest.get(question));
        if (direct.isKnown()) return direct;
        // What a proxy itself says of a mirror proves nothing against it: only a registry's answer counts.
        return WebProxy.address(proxy)
                .map(via -> answer(system, new HttpRequest("GET", question, Map.of(), via)))
                .filter(answer -> answer.known()
                        .filter(reply -> REGISTRY.contains(reply.status()))
                        .isPresent())
                .orElse(direct);
    }

    private static Reading<HttpAnswer> answer(Ports system, HttpRequest request) {
        return system.network()
                .http(request)
                .map(reply -> new HttpAnswer(
                        reply.status(),
                        reply.headers().getOrDefault("content-type", ""),
                        reply.headers().getOrDefault("docker-distribution-api-version", ""),
                        reply.took().toMillis()));
    }

    private static Set<String> comparable(List<String> addresses) {
        return addresses.stream().map(RegistryMirrorsProbe::comparable).collect(Collectors.toSet());
    }

    /// The engine shows every mirror with a slash at its end.
    private static String comparable(String address) {
        return address.replaceFirst("/+$", "");
    }
}
