package io.devdoctor.probe;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Environment.Scope;
import io.devdoctor.system.Ports;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether programs of this user, or the engine, are told to reach the web through a proxy: WinINET, Docker Desktop's
/// settings, the engine itself, the usual variables. Only host and port are kept, never credentials.
final class ConfiguredProxy {
    static final String SETTINGS = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    /// Said where a script or a program decides, and no host can be named.
    static final String AUTOMATIC = "automatic";

    /// Docker Desktop's own, which every engine of it has.
    private static final String OF_DESKTOP = "http.docker.internal";

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:(?:https?)://)?(?:[^/@]*@)?([^\\s/:@]+|\\[[0-9a-f:]+]):(\\d{1,5})/?");

    private final Ports system;
    private final Machine known;

    private ConfiguredProxy(Ports system, Machine known) {
        this.system = system;
        this.known = known;
    }

    /// `host:port` or [#AUTOMATIC]; Absent = every place was read and names none.
    static Reading<String> of(Ports system, Machine known) {
        return new ConfiguredProxy(system, known).find();
    }

    /// The proxy as a request wants it; empty where only a person or a script knows it.
    static Optional<String> address(Reading<String> proxy) {
        return proxy.known().filter(text -> !text.equals(AUTOMATIC));
    }

    private Reading<String> find() {
        Optional<Reading<String>> unread = Optional.empty();
        Stream<Supplier<Reading<String>>> places = Stream.of(
                this::ofUser,
                this::ofDesktop,
                this::ofEngine,
                () -> variable(Scope.PROCESS),
                () -> variable(Scope.USER),
                () -> variable(Scope.MACHINE));
        for (Supplier<Reading<String>> place : places.toList()) {
            Reading<String> found = place.get();
            if (found.isKnown()) return found;
            if (found instanceof Reading.Unknown<String>) unread = unread.or(() -> Optional.of(found));
        }
        return unread.orElseGet(
                () -> new Reading.Absent<>(new Source(Source.Kind.DERIVED, "proxy settings", known.taken())));
    }

    private Reading<String> ofUser() {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        Reading<RegistryKey> key = system.registry().key(SETTINGS);
        Reading<String> script = KeyFacts.text(key, "AutoConfigURL");
        if (script instanceof Reading.Known<String>(String url, Source source) && !url.isBlank()) {
            return new Reading.Known<>(AUTOMATIC, source);
        }
        return KeyFacts.number(key, "ProxyEnable")
                .flatMap((on, source) -> on == 0
                        ? new Reading.Absent<>(source)
                        : KeyFacts.text(key, "ProxyServer").flatMap(ConfiguredProxy::server));
    }

    /// `host:port`, or `http=host:port;https=host:port;socks=…`.
    private static Reading<String> server(String text, Source source) {
        if (text.isBlank()) return new Reading.Absent<>(source);
        return Stream.of("https=", "http=", "")
                .flatMap(kind -> Stream.of(text.split(";"))
                        .map(String::strip)
                        .filter(part -> kind.isEmpty() ? !part.contains("=") : part.startsWith(kind))
                        .map(part -> part.substring(kind.length())))
                .findFirst()
                .map(part -> named(part, source))
                .orElseGet(() -> new Reading.Known<>(AUTOMATIC, source));
    }

    private Reading<String> ofDesktop() {
        return known.dockerDesktop().flatMap((desktop, _) -> {
            Reading<String> store = desktop.settings().flatMap(ConfiguredProxy::manual);
            return store.isAbsent() ? desktop.legacySettings().flatMap(ConfiguredProxy::manual) : store;
        });
    }

    private static Reading<String> manual(FileContent file, Source source) {
        JsonDocument settings = JsonDocument.parse(file.bytes().toArray());
        return Stream.of("OverrideProxyHTTPS", "OverrideProxyHTTP")
                .flatMap(name -> settings.memberIgnoreCase(name).flatMap(JsonValue::text).stream())
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> named(text, source))
                .orElseGet(() -> new Reading.Absent<>(source));
    }

    private Reading<String> ofEngine() {
        return known.dockerEngine()
                .flatMap((engine, _) -> engine.info())
                .flatMap((info, source) -> Stream.of(info.httpsProxy(), info.httpProxy())
                        .filter(text -> !text.isBlank() && !text.contains(OF_DESKTOP))
                        .findFirst()
                        .map(text -> named(text, source.at(" : HttpProxy")))
                        .orElseGet(() -> new Reading.Absent<>(source)))
                // An engine that does not answer is another check's question.
                .known()
                .<Reading<String>>map(text -> new Reading.Known<>(
                        text, known.dockerEngine().sourceOr(new Source(Source.Kind.ENGINE, "/info", known.taken()))))
                .orElseGet(() -> new Reading.NotApplicable<>("no engine that tells its proxy"));
    }

    private Reading<String> variable(Scope scope) {
        return system.environment()
                .variables(scope)
                .flatMap((variables, source) -> Stream.of("https_proxy", "http_proxy", "all_proxy")
                        .flatMap(name -> variables.entrySet().stream()
                                .filter(entry -> entry.getKey().equalsIgnoreCase(name)))
                        .filter(entry -> !entry.getValue().isBlank())
                        .findFirst()
                        .map((Map.Entry<String, String> entry) ->
                                named(entry.getValue(), source.at(" : " + entry.getKey())))
                        .orElseGet(() -> new Reading.Absent<>(source)));
    }

    private static Reading<String> named(String text, Source source) {
        Matcher address = ADDRESS.matcher(text.strip());
        return new Reading.Known<>(address.matches() ? address.group(1) + ":" + address.group(2) : AUTOMATIC, source);
    }
}
