package io.devdoctor.check.network;

import io.devdoctor.check.Evidence;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.Listener;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Programs of Windows that listen on TCP ports.
public final class Listeners {
    /// Those that only pass on what containers and distributions publish.
    private static final Set<String> PROXIES = Set.of(
            "com.docker.backend.exe",
            "com.docker.proxy.exe",
            "vpnkit.exe",
            "wslrelay.exe",
            "gvproxy.exe",
            "host-switch.exe",
            "docker-proxy",
            "rootlessport",
            "dockerd");
    private static final String RELAY = "wslrelay.exe";

    private Listeners() {}

    public static List<Listener> all(Network network) {
        return network.listeners().known().orElse(List.of()).stream()
                .filter(listener -> listener.protocol().equals("tcp"))
                .toList();
    }

    /// Who listens there; a program of its own before one that passes on.
    static Optional<Listener> on(Network network, int port) {
        List<Listener> there =
                all(network).stream().filter(each -> each.port() == port).toList();
        return there.stream()
                .filter(each -> !isProxy(each))
                .findFirst()
                .or(() -> there.stream().findFirst());
    }

    public static boolean isProxy(Listener listener) {
        return PROXIES.contains(listener.program().toLowerCase(Locale.ROOT));
    }

    static boolean isRelay(Listener listener) {
        return listener.program().equalsIgnoreCase(RELAY);
    }

    public static Evidence evidence(Listener listener, Network network, Source otherwise) {
        return Evidence.of(
                "evidence.network.listener",
                listener.program() + " " + listener.pid() + " " + listener.address() + ":" + listener.port(),
                network.listeners().sourceOr(otherwise));
    }
}
