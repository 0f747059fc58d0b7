package io.devdoctor.probe;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonProblem;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Handshake;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryMirrors;
import io.devdoctor.machine.RegistryMirrors.Mirror;
import io.devdoctor.machine.RegistryMirrors.Trial;
import io.devdoctor.machine.Source;
import io.devdoctor.system.NetworkReach.HttpReply;
import io.devdoctor.system.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Collects the registry mirrors of daemon.json and of the running engine, and asks each what a pull would ask.
public final class RegistryMirrorsProbe implements Probe<RegistryMirrors> {
    private static final String MEMBER = "registry-mirrors";
    private static final int MOST_ASKED = 20;
    private static final int AT_ONCE = 20;
    /// What a registry answers to its first question: here I am, or who are you.
    private static final Set<Integer> REGISTRY = Set.of(200, 401);

    /// What dockerd itself accepts as a mirror: no credentials, no query, no fragment.
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s/?#@]+(/[^\\s?#]*)?");

    private static final Pattern HTTPS = Pattern.compile("(?i)https://(\\[[^\\]]*\\]|[^:/]+)(?::(\\d{1,5}))?/.*");

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
        return new Reading.Unknown<>(
                Reading.Cause.UNREADABLE, "no list: " + value.type().word(), source);
    }

    private static String problem(JsonDocument document) {
        return document.problems().stream()
                .filter(problem -> problem.kind().fatal())
                .findFirst()
                .map((JsonProblem problem) -> problem.brief())
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
                        entry -> tried(
                                system,
                                proxy,
                                entry.getValue(),
                                file.contains(entry.getKey()),
                                engine.contains(entry.getKey()))))
                .toList();
    }

    private static Mirror tried(Ports system, Reading<String> proxy, String address, boolean inFile, boolean inEngine) {
        if (!ADDRESS.matcher(address).matches()) {
            // One with a password in it is none that Docker accepts.
            String shown = address.replaceFirst("//[^/@]*@", "//****@");
            Source source =
                    new Source(Source.Kind.NETWORK, shown, system.clock().now());
            return new Mirror(
                    shown,
                    inFile,
                    inEngine,
                    new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not an address that Docker accepts", source));
        }
        String bare = address.replaceFirst("/+$", "");
        String base = bare.endsWith("/v2") ? bare : bare + "/v2";
        RegistryTrial trial = new RegistryTrial(system.network(), base, "");
        Reading<HttpReply> reply = trial.ping();
        if (!reply.isKnown()) {
            // What a proxy itself says of a mirror proves nothing against it: only a registry's answer counts.
            Optional<RegistryTrial> other =
                    WebProxy.address(proxy).map(via -> new RegistryTrial(system.network(), base, via));
            Optional<Reading<HttpReply>> proxied =
                    other.map(RegistryTrial::ping).filter(RegistryMirrorsProbe::isOfRegistry);
            if (proxied.isPresent()) {
                trial = other.orElseThrow();
                reply = proxied.get();
            }
        }
        List<Trial> pull =
                reply instanceof Reading.Known<HttpReply>(HttpReply ping, Source source) && isOfRegistry(reply)
                        ? trial.pull(ping, source, true)
                        : List.of();
        return new Mirror(
                address, inFile, inEngine, RegistryTrial.answer(reply), pull, introduction(system, base, reply));
    }

    private static boolean isOfRegistry(Reading<HttpReply> reply) {
        return reply.known()
                .filter(answer -> REGISTRY.contains(answer.status()))
                .isPresent();
    }

    /// Who it is that was not believed.
    private static Reading<Handshake> introduction(Ports system, String base, Reading<HttpReply> reply) {
        boolean doubted = reply instanceof Reading.Unknown<HttpReply>(var cause, var detail, var _)
                && cause == Reading.Cause.FAILED
                && detail.startsWith("tls");
        Matcher host = HTTPS.matcher(base);
        if (!doubted || !host.matches()) return new Reading.NotApplicable<>("the handshake did not fail");
        int port = host.group(2) == null ? 443 : Integer.parseInt(host.group(2));
        return system.network().tls(host.group(1), port, "");
    }

    private static Set<String> comparable(List<String> addresses) {
        return addresses.stream().map(RegistryMirrorsProbe::comparable).collect(Collectors.toSet());
    }

    /// The engine shows every mirror with a slash at its end.
    private static String comparable(String address) {
        return address.replaceFirst("/+$", "");
    }
}
