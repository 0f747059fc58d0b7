package io.devdoctor.check.network;

import io.devdoctor.format.Subnet;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.Address;
import io.devdoctor.machine.Network.Route;
import io.devdoctor.machine.Reading;
import java.util.List;
import java.util.Optional;

/// Whether an address is one that the virtual network of WSL had once. WSL takes it out of 172.16.0.0/12, another one
/// after many a restart.
final class OldAddress {
    private static final Subnet WHERE_WSL_LIVES = new Subnet(172L << 24 | 16L << 16, 12);
    /// The network that every engine gives its own bridge.
    private static final Subnet DOCKERS = new Subnet(172L << 24 | 17L << 16, 16);
    /// Shorter routes stand for the default route.
    private static final int SHORTEST = 2;

    private OldAddress() {}

    /// Known(true) if nobody has the address now; Absent if it is not of this kind.
    static Reading<Boolean> isDead(String address, Network network) {
        return network.addresses().flatMap((own, source) -> {
            Optional<Subnet> asked =
                    Subnet.parse(address).filter(WHERE_WSL_LIVES::contains).filter(each -> !DOCKERS.contains(each));
            boolean alive = asked.isEmpty() || isOurs(address, own, network);
            if (alive) return new Reading.Absent<>(source);
            if (isInWsl(asked.get(), network)) return new Reading.Known<>(true, source);
            return network.routes()
                    .flatMap((routes, from) ->
                            leads(routes, asked.get()) ? new Reading.Absent<>(from) : new Reading.Known<>(true, from));
        });
    }

    private static boolean isOurs(String address, List<Address> own, Network network) {
        return own.stream().anyMatch(each -> each.address().equals(address))
                || network.nat().gateway().known().filter(address::equals).isPresent()
                || network.nat().guest().known().filter(address::equals).isPresent();
    }

    private static boolean isInWsl(Subnet asked, Network network) {
        return network.nat()
                .network()
                .known()
                .flatMap(Subnet::parse)
                .filter(wsl -> wsl.contains(asked))
                .isPresent();
    }

    /// A VPN or an office may use the same range with right.
    private static boolean leads(List<Route> routes, Subnet asked) {
        return routes.stream()
                .flatMap(route -> Subnet.parse(route.destination()).stream())
                .anyMatch(route -> route.bits() >= SHORTEST && route.contains(asked));
    }
}
