package io.devdoctor.check.network;

import io.devdoctor.format.Subnet;
import io.devdoctor.machine.Network.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Routes of this computer that share addresses with a network of WSL or Docker. The default route covers everything,
/// and the route by which this computer itself reaches that network is no rival of it.
///
/// @param windows whether these are routes of Windows, which knows the bridges of Linux engines by no route
public record Rivals(List<Route> routes, boolean windows) {
    /// Routes this short, such as the two halves 0.0.0.0/1 and 128.0.0.0/1 of a VPN, stand for the default route.
    private static final int SHORTEST = 2;

    private static final int HOST = 32;
    /// Loopback, link-local, multicast and broadcast belong to no network of anybody.
    private static final List<Subnet> NOBODYS =
            List.of(new Subnet(127L << 24, 8), new Subnet(169L << 24 | 254L << 16, 16), new Subnet(224L << 24, 3));

    // unverified on Windows: the names under which routes of virtual networks are told on a localized Windows
    /// Adapters by which Windows reaches its virtual networks.
    private static final Pattern VIRTUAL = Pattern.compile("(?i).*(?:vEthernet|Hyper-V).*");
    /// Adapters of VPNs on Linux; every other adapter with exactly the network of a bridge is that bridge.
    private static final Pattern TUNNEL = Pattern.compile("(?i)(?:tun|tap|wg|ppp|vpn|zt|tailscale|ipsec|xfrm).*");

    /// Whose network it is.
    public enum Owner {
        WSL,
        /// Of an engine whose networks this computer reaches by routes of its own.
        ENGINE_HERE,
        /// Of an engine inside a virtual machine.
        ENGINE_INSIDE,
        /// Not made yet.
        NOBODY
    }

    /// The first route that leads elsewhere for addresses of this network.
    public Optional<Route> of(Subnet subnet, Owner owner) {
        List<Route> rest = new ArrayList<>(routes);
        routes.stream().filter(route -> isOwn(route, subnet, owner)).findFirst().ifPresent(rest::remove);
        return rest.stream()
                .filter(route -> Subnet.parse(route.destination())
                        .filter(other -> other.bits() >= SHORTEST && other.bits() < HOST)
                        .filter(other -> NOBODYS.stream().noneMatch(nobodys -> nobodys.contains(other)))
                        .filter(subnet::overlaps)
                        .isPresent())
                .findFirst();
    }

    private boolean isOwn(Route route, Subnet subnet, Owner owner) {
        boolean exact = Subnet.parse(route.destination()).filter(subnet::equals).isPresent();
        boolean atHand = Subnet.parse(route.via()).isEmpty();
        if (!exact || !atHand) return false;
        return switch (owner) {
            case WSL -> VIRTUAL.matcher(route.via()).matches();
            case ENGINE_HERE ->
                windows
                        ? VIRTUAL.matcher(route.via()).matches()
                        : !TUNNEL.matcher(route.via()).matches();
            case ENGINE_INSIDE, NOBODY -> false;
        };
    }
}
