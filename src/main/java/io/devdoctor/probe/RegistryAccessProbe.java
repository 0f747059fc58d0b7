package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.Handshake;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryAccess;
import io.devdoctor.machine.RegistryAccess.Attempt;
import io.devdoctor.machine.RegistryAccess.Registry;
import io.devdoctor.machine.RegistryAccess.Use;
import io.devdoctor.machine.RegistryMirrors.HttpAnswer;
import io.devdoctor.machine.RegistryMirrors.Trial;
import io.devdoctor.machine.Source;
import io.devdoctor.system.NetworkReach.HttpReply;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/// Asks the registries that this machine uses, and no others, whether they can be reached: by name, connection,
/// handshake and HTTP, each by itself.
public final class RegistryAccessProbe implements Probe<RegistryAccess> {
    private static final int AT_ONCE = 8;
    private static final int HTTPS = 443;
    private static final int UNAUTHORIZED = 401;
    private static final int OK = 200;
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    /// What Docker Hub's registry is called on the wire.
    private static final String HUB_HOST = RegistryHosts.DEFAULT;

    @Override
    public Part<RegistryAccess> part() {
        return Part.REGISTRY_ACCESS;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.PROXIES);
    }

    @Override
    public Reading<RegistryAccess> read(Ports system, Machine known) {
        if (isNowhere(known)) return new Reading.NotApplicable<>("no Docker");
        UsedRegistries used = UsedRegistries.of(system, known);
        Reading<String> proxy = WebProxy.of(known);
        Set<String> insecure = insecure(known);
        List<Registry> registries = used.names().entrySet().stream()
                .gather(Gatherers.mapConcurrent(
                        AT_ONCE,
                        entry -> ask(
                                system, proxy, entry.getKey(), entry.getValue(), insecure.contains(entry.getKey()))))
                .toList();
        Source source = new Source(Source.Kind.DERIVED, "registry-access", known.taken());
        return new Reading.Known<>(
                new RegistryAccess(
                        used.images().map(List::size), used.signedIn().map(List::size), registries, proxy),
                source);
    }

    /// Where nobody uses Docker, no registry of it is asked anything.
    private static boolean isNowhere(Machine known) {
        boolean desktop = known.dockerDesktop()
                .known()
                .filter(here -> here.install().isKnown() || here.daemonJson().isKnown())
                .isPresent();
        boolean engine =
                known.dockerEngine().flatMap((asked, _) -> asked.ping()).isKnown();
        boolean client =
                known.dockerClient().flatMap((here, _) -> here.configJson()).isKnown();
        return !desktop && !engine && !client;
    }

    /// Registries that the engine takes without a certificate that can be believed.
    private static Set<String> insecure(Machine known) {
        return known
                .dockerDesktop()
                .flatMap((desktop, _) -> desktop.daemonJson())
                .known()
                .map(file -> JsonDocument.parse(file.bytes().toArray()))
                .flatMap(json -> json.value("/insecure-registries"))
                .filter(JsonValue.ArrayValue.class::isInstance)
                .stream()
                .flatMap(list -> list.texts().stream())
                .map(text -> text.replaceFirst("(?i)^https?://", "").replaceFirst("/.*", ""))
                .collect(Collectors.toSet());
    }

    private static Registry ask(Ports system, Reading<String> proxy, String name, Use use, boolean insecure) {
        Attempt direct = direct(system, name, insecure);
        Optional<String> via = WebProxy.address(proxy).filter(_ -> !isAnswered(direct));
        Reading<Attempt> proxied = via.<Reading<Attempt>>map(address -> new Reading.Known<>(
                        through(system, name, address),
                        new Source(
                                Source.Kind.NETWORK,
                                name + " via " + address,
                                system.clock().now())))
                .orElseGet(() -> new Reading.NotApplicable<>("no proxy to try"));
        return new Registry(name, use, direct, proxied);
    }

    private static boolean isAnswered(Attempt attempt) {
        return attempt.http().isKnown()
                || attempt.http() instanceof Reading.NotApplicable<HttpAnswer>
                        && attempt.port().isKnown()
                        && attempt.tls() instanceof Reading.NotApplicable<Handshake>;
    }

    /// Everything up to the registry's first answer is asked at the same time: four answers that do not come cost one
    /// budget. What the order of a pull would not have reached is dropped afterwards.
    private static Attempt direct(Ports system, String name, boolean insecure) {
        String host = host(name);
        int port = port(name);
        // What is an address needs no resolver.
        var address = together(() -> ADDRESS.matcher(host).matches()
                ? new Reading.Known<>(
                        List.of(host),
                        new Source(Source.Kind.NETWORK, host, system.clock().now()))
                : system.network().resolve(host));
        var open = together(() -> system.network().connect(host, port));
        if (insecure) {
            return new Attempt(
                    address.join(),
                    after(address.join(), open.join()),
                    skipped("insecure-registries"),
                    skipped("insecure-registries"),
                    List.of());
        }
        return greeted(system, name, "", address, open);
    }

    /// The proxy looks the name up and connects.
    private static Attempt through(Ports system, String name, String via) {
        Reading<List<String>> address = skipped("the proxy's work");
        Reading<Boolean> open = skipped("the proxy's work");
        return greeted(
                system, name, via, CompletableFuture.completedFuture(address), CompletableFuture.completedFuture(open));
    }

    private static Attempt greeted(
            Ports system,
            String name,
            String via,
            CompletableFuture<Reading<List<String>>> resolved,
            CompletableFuture<Reading<Boolean>> connected) {
        String host = host(name);
        String base = "https://" + host + (port(name) == HTTPS ? "" : ":" + port(name)) + "/v2";
        RegistryTrial trial = new RegistryTrial(system.network(), base, via);
        var greeting = together(() -> system.network().tls(host, port(name), via));
        var first = together(trial::ping);
        Reading<List<String>> address = resolved.join();
        Reading<Boolean> open = via.isEmpty() ? after(address, connected.join()) : connected.join();
        Reading<Handshake> tls = via.isEmpty() ? after(open, greeting.join()) : greeting.join();
        Reading<HttpReply> reply = isBelieved(tls) ? first.join() : skipped("no handshake");
        List<Trial> pull = name.equals(UsedRegistries.HUB)
                        && reply instanceof Reading.Known<HttpReply>(HttpReply ping, Source source)
                        && (ping.status() == OK || ping.status() == UNAUTHORIZED)
                ? trial.pull(ping, source, false)
                : List.of();
        return new Attempt(address, open, tls, RegistryTrial.answer(reply), pull);
    }

    private static boolean isBelieved(Reading<Handshake> tls) {
        return tls.known()
                .map(Handshake::trust)
                .filter(trust -> trust == Handshake.Trust.PUBLIC || trust == Handshake.Trust.LOCAL)
                .isPresent();
    }

    private static <T> Reading<T> after(Reading<?> before, Reading<T> answer) {
        return before.isKnown() ? answer : skipped("not reached");
    }

    private static <T> Reading<T> skipped(String why) {
        return new Reading.NotApplicable<>(why);
    }

    private static String host(String name) {
        return name.equals(UsedRegistries.HUB) ? HUB_HOST : name.replaceFirst(":\\d+$", "");
    }

    private static int port(String name) {
        int colon = name.lastIndexOf(':');
        return colon < 0 ? HTTPS : Integer.parseInt(name.substring(colon + 1));
    }
}
