package io.devdoctor.probe;

import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Proxies;
import io.devdoctor.machine.Proxies.Kind;
import io.devdoctor.machine.Proxies.Place;
import io.devdoctor.machine.Proxies.Server;
import io.devdoctor.machine.Proxies.Setting;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The one proxy through which programs of this user, or the engine, reach registries: the first of WinINET, Docker
/// Desktop's settings, the engine itself, the usual variables.
final class WebProxy {
    /// Said where a script or a program decides, and no host can be named.
    static final String AUTOMATIC = "automatic";

    /// Docker Desktop's own, which every engine of it has.
    private static final String OF_DESKTOP = "http.docker.internal";

    private static final List<String> ORDER = List.of("https_proxy", "http_proxy", "all_proxy", "");

    private WebProxy() {}

    /// `host:port` or [#AUTOMATIC]; Absent = every place was read and names none.
    static Reading<String> of(Machine known) {
        return known.proxies().flatMap((proxies, source) -> {
            List<Reading<String>> places = Stream.of(
                            named(proxies, Kind.WININET),
                            named(proxies, Kind.DOCKER_DESKTOP),
                            ofEngine(known).stream(),
                            named(proxies, Kind.VARIABLE))
                    .flatMap(each -> each)
                    .toList();
            return places.stream()
                    .filter(Reading::isKnown)
                    .findFirst()
                    .or(() -> places.stream().findFirst())
                    .orElseGet(() -> new Reading.Absent<>(source));
        });
    }

    /// The proxy as a request wants it; empty where only a person or a script knows it.
    static Optional<String> address(Reading<String> proxy) {
        return proxy.known().filter(text -> !text.equals(AUTOMATIC));
    }

    private static Stream<Reading<String>> named(Proxies proxies, Kind kind) {
        return proxies.of(kind)
                .filter(place -> !place.name().equalsIgnoreCase("ftp_proxy"))
                .sorted(Comparator.comparing(place -> ORDER.indexOf(place.name().toLowerCase(Locale.ROOT))))
                .map(Place::setting)
                .map(each -> each.map(WebProxy::named));
    }

    /// Who has a script follows it first; SOCKS is no proxy that a request of ours can use.
    private static String named(Setting setting) {
        if (!setting.script().isEmpty()) return AUTOMATIC;
        return Stream.of("https", "http", "")
                .flatMap(scheme -> setting.servers().stream()
                        .filter(server -> server.scheme().equals(scheme)))
                .findFirst()
                .map(Server::address)
                .orElse(AUTOMATIC);
    }

    /// An engine that does not answer is another check's question.
    private static Optional<Reading<String>> ofEngine(Machine known) {
        return known.dockerEngine().flatMap((DockerEngine engine, Source _) -> engine.info()).known().stream()
                .flatMap(info -> Stream.of(info.httpsProxy(), info.httpProxy()))
                .filter(text -> !text.isBlank() && !text.contains(OF_DESKTOP))
                .findFirst()
                .map(text -> ProxyAddress.parse(text).map(ProxyAddress::address).orElse(AUTOMATIC))
                .map(text -> new Reading.Known<>(
                        text, known.dockerEngine().sourceOr(new Source(Source.Kind.ENGINE, "/info", known.taken()))));
    }
}
