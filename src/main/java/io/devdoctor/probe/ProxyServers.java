package io.devdoctor.probe;

import io.devdoctor.machine.Proxies.Server;
import io.devdoctor.machine.Proxies.Setting;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Makes servers of the addresses that a place names, and asks each that should be on this computer once.
final class ProxyServers {
    private final Ports system;
    private final Map<String, Reading<Boolean>> asked = new ConcurrentHashMap<>();

    ProxyServers(Ports system) {
        this.system = system;
    }

    /// The proxy of one address.
    Reading<Setting> one(String text, String bypass, Source source) {
        return ProxyAddress.parse(text)
                .<Reading<Setting>>map(
                        address -> new Reading.Known<>(new Setting(List.of(server(address)), "", bypass), source))
                .orElseGet(() -> unreadable(source));
    }

    /// `host:port`, or `http=host:port;https=host:port;socks=…`. A bypass is kept as written, a script without
    /// credentials.
    Reading<Setting> several(String text, String script, String bypass, Source source) {
        List<Server> servers = Stream.of(text.split("[; ]"))
                .filter(part -> !part.isBlank())
                .map(part -> part.contains("=") && !part.contains("://") ? part.replaceFirst("=", "://") : part)
                .map(part -> part.replaceFirst("^\\w+=(?=\\w+://)", ""))
                .flatMap(part -> ProxyAddress.parse(part).stream())
                .map(this::server)
                .toList();
        if (servers.isEmpty() && !text.isBlank()) return unreadable(source);
        return servers.isEmpty() && script.isBlank()
                ? new Reading.Absent<>(source)
                : new Reading.Known<>(new Setting(servers, ProxyAddress.withoutCredentials(script), bypass), source);
    }

    Server server(ProxyAddress address) {
        return Server.isLoopback(address.host())
                ? new Server(address.scheme(), address.host(), address.port(), listens(address))
                : elsewhere(address);
    }

    /// A server that is not asked, since it is not this computer, or not this computer's own names are meant.
    static Server elsewhere(ProxyAddress address) {
        return new Server(
                address.scheme(), address.host(), address.port(), new Reading.NotApplicable<>("not on this computer"));
    }

    /// Says nothing of the text, which may hold a password.
    static <T> Reading<T> unreadable(Source source) {
        return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not an address of a proxy", source);
    }

    private Reading<Boolean> listens(ProxyAddress address) {
        String host = address.host().replaceAll("[\\[\\]]", "");
        return asked.computeIfAbsent(address.address(), _ -> system.network().connect(host, address.port()));
    }
}
