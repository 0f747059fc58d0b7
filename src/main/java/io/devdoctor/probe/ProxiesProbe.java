package io.devdoctor.probe;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Proxies;
import io.devdoctor.machine.Proxies.Kind;
import io.devdoctor.machine.Proxies.Place;
import io.devdoctor.machine.Proxies.Server;
import io.devdoctor.machine.Proxies.Setting;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.UserEnvironment.Scope;
import io.devdoctor.system.Ports;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads every place that sends programs through a proxy, and asks whether a proxy on this computer is there at all.
public final class ProxiesProbe implements Probe<Proxies> {
    static final String SETTINGS = "\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final String POLICY =
            "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final String WINHTTP =
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections";
    private static final Pattern VARIABLE = Pattern.compile("(?i)(HTTPS?|ALL|FTP)_PROXY");
    private static final int MANUAL = 2;
    private static final int LENGTH_AT = 12;
    private static final int TEXT_AT = 16;

    @Override
    public Part<Proxies> part() {
        return Part.PROXIES;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.GIT, Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT);
    }

    @Override
    public Reading<Proxies> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        List<Place> places = new ArrayList<>();
        places.add(place(Kind.WININET, winInet(system)));
        places.add(place(Kind.WINHTTP, winHttp(system)));
        for (Scope scope : Scope.values()) variables(system, scope, places);
        known.git()
                .known()
                .flatMap(git -> git.setting("http.proxy"))
                .ifPresent(set -> places.add(new Place(
                        Kind.GIT,
                        set.name(),
                        set.user() ? "user" : "machine",
                        server(system, set.value(), set.source()),
                        Optional.empty())));
        places.add(place(
                Kind.DOCKER_DESKTOP,
                known.dockerDesktop()
                        .flatMap((desktop, _) -> desktop.settings())
                        .flatMap((file, source) -> desktop(system, file, source))));
        places.removeIf(place -> !(place.setting() instanceof Reading.Known<Setting>)
                && !(place.setting() instanceof Reading.Unknown<Setting>));
        return new Reading.Known<>(new Proxies(places), new Source(Source.Kind.DERIVED, "proxies", known.taken()));
    }

    private static Place place(Kind kind, Reading<Setting> setting) {
        return new Place(kind, "", "", setting, Optional.empty());
    }

    /// Policy ProxySettingsPerUser = 0 makes the values of the computer count.
    private static Reading<Setting> winInet(Ports system) {
        Reading<Long> perUser = KeyFacts.number(system.registry().key(POLICY), "ProxySettingsPerUser");
        if (perUser instanceof Reading.Unknown<Long>) return perUser.withoutValue();
        String hive = perUser.known().filter(value -> value == 0).isPresent() ? "HKLM" : "HKCU";
        Reading<RegistryKey> key = system.registry().key(hive + SETTINGS);
        String script = KeyFacts.detail(KeyFacts.text(key, "AutoConfigURL"), "");
        String bypass = KeyFacts.detail(KeyFacts.text(key, "ProxyOverride"), "");
        return KeyFacts.orWhenAbsent(KeyFacts.number(key, "ProxyEnable"), 0L).flatMap((on, source) -> {
            if (on != 0)
                return KeyFacts.text(key, "ProxyServer")
                        .flatMap((text, from) -> servers(system, text, script, bypass, from));
            return script.isBlank()
                    ? new Reading.Absent<>(source)
                    : new Reading.Known<>(
                            new Setting(List.of(), ProxyAddress.withoutCredentials(script), bypass), source);
        });
    }

    /// A head of three numbers, flags at 8; then the length of the server's text and the text.
    private static Reading<Setting> winHttp(Ports system) {
        return system.registry().key(WINHTTP).flatMap((key, source) -> {
            Source place = source.at(" : WinHttpSettings");
            if (!(key.values().get("WinHttpSettings") instanceof RegistryValue.Binary(Bytes bytes))) {
                return new Reading.Absent<>(place);
            }
            ByteBuffer data = ByteBuffer.wrap(bytes.toArray()).order(ByteOrder.LITTLE_ENDIAN);
            if ((data.getInt(8) & MANUAL) == 0) return new Reading.Absent<>(place);
            byte[] text = new byte[data.getInt(LENGTH_AT)];
            data.get(TEXT_AT, text);
            return servers(system, new String(text, StandardCharsets.US_ASCII), "", "", place);
        });
    }

    private static void variables(Ports system, Scope scope, List<Place> places) {
        Reading<RegistryKey> key = system.registry().key(scope.key());
        key.known()
                .ifPresent(read -> read.values().forEach((name, value) -> {
                    String text = VariableTexts.text(value).orElse("");
                    if (!VARIABLE.matcher(name).matches() || text.isBlank()) return;
                    boolean secret =
                            ProxyAddress.parse(text).map(ProxyAddress::secret).orElse(true);
                    Source source = key.sourceOr(new Source(
                                    Source.Kind.REGISTRY,
                                    scope.key(),
                                    system.clock().now()))
                            .at(" : " + name);
                    places.add(new Place(
                            Kind.VARIABLE,
                            name,
                            scope.word(),
                            server(system, text, source),
                            secret ? Optional.empty() : Optional.of(value)));
                }));
    }

    private static Reading<Setting> desktop(Ports system, FileContent file, Source source) {
        JsonDocument settings = JsonDocument.parse(file.bytes().toArray());
        String mode = settings.memberIgnoreCase("ProxyHTTPMode")
                .flatMap(JsonValue::text)
                .orElse("system");
        if (!mode.equalsIgnoreCase("manual")) return new Reading.Absent<>(source);
        List<Server> servers = Stream.of("OverrideProxyHTTPS", "OverrideProxyHTTP")
                .flatMap(name -> settings.memberIgnoreCase(name).flatMap(JsonValue::text).stream())
                .flatMap(text -> ProxyAddress.parse(text).stream())
                .map(address -> server(system, address))
                .distinct()
                .toList();
        return servers.isEmpty()
                ? new Reading.Absent<>(source)
                : new Reading.Known<>(new Setting(servers, "", ""), source);
    }

    private static Reading<Setting> server(Ports system, String text, Source source) {
        return ProxyAddress.parse(text)
                .<Reading<Setting>>map(address ->
                        new Reading.Known<>(new Setting(List.of(server(system, address)), "", ""), source))
                .orElseGet(() -> new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not an address of a proxy", source));
    }

    /// `host:port`, or `http=host:port;https=host:port;socks=…`.
    private static Reading<Setting> servers(Ports system, String text, String script, String bypass, Source source) {
        List<Server> servers = Stream.of(text.split("[; ]"))
                .filter(part -> !part.isBlank())
                .map(part -> part.contains("=") && !part.contains("://") ? part.replaceFirst("=", "://") : part)
                .map(part -> part.replaceFirst("^\\w+=(?=\\w+://)", ""))
                .flatMap(part -> ProxyAddress.parse(part).stream())
                .map(address -> server(system, address))
                .toList();
        return servers.isEmpty()
                ? new Reading.Absent<>(source)
                : new Reading.Known<>(new Setting(servers, ProxyAddress.withoutCredentials(script), bypass), source);
    }

    private static Server server(Ports system, ProxyAddress address) {
        Server server = new Server(
                address.scheme(), address.host(), address.port(), new Reading.NotApplicable<>("not on this computer"));
        if (!server.isLoopback()) return server;
        String host = address.host().replaceAll("[\\[\\]]", "");
        return new Server(
                address.scheme(),
                address.host(),
                address.port(),
                system.network().connect(host, address.port()));
    }
}
