package io.devdoctor.machine;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Ports that Windows withholds or hands out, who listens where, and where packets go.
///
/// @param excluded  ranges of `netsh interface <ip> show excludedportrange`, for every [Stack]
/// @param dynamic   `netsh interface <ip> show dynamicport`, for every [Stack]
/// @param routes    of Windows (or Linux) itself, IPv4 and IPv6
/// @param addresses of the adapters that are up
/// @param proxies   rules of `netsh interface portproxy`, IPv4 to IPv4; an empty list = none
/// @param hosts     the file `hosts`
public record Network(
        Map<Stack, Reading<List<PortRange>>> excluded,
        Map<Stack, Reading<DynamicRange>> dynamic,
        Reading<List<Listener>> listeners,
        Reading<List<Route>> routes,
        Reading<List<Address>> addresses,
        Reading<List<PortProxy>> proxies,
        Nat nat,
        Reading<FileContent> hosts) {
    public Network {
        excluded = Map.copyOf(excluded);
        dynamic = Map.copyOf(dynamic);
    }

    /// The four tables of ports that Windows keeps apart.
    public enum Stack {
        TCP4("ipv4", "tcp"),
        TCP6("ipv6", "tcp"),
        UDP4("ipv4", "udp"),
        UDP6("ipv6", "udp");

        private final String ip;
        private final String transport;

        Stack(String ip, String transport) {
            this.ip = ip;
            this.transport = transport;
        }

        /// `ipv4` or `ipv6`, as netsh calls it.
        public String ip() {
            return ip;
        }

        /// `tcp` or `udp`.
        public String transport() {
            return transport;
        }
    }

    /// @param administered marked with `*`: an explicit bind inside it works, so it is harmless
    public record PortRange(int first, int last, boolean administered) {
        public boolean contains(int port) {
            return first <= port && port <= last;
        }
    }

    /// The excluded ranges of one stack; every stack has been asked.
    public Reading<List<PortRange>> excluded(Stack stack) {
        return Objects.requireNonNull(excluded.get(stack), stack::name);
    }

    /// Where Windows takes ports from for outgoing connections and for its virtual networks.
    public record DynamicRange(int start, int count) {
        public int last() {
            return start + count - 1;
        }
    }

    /// @param program the executable's base name, "" if it may not be known
    public record Listener(int port, String address, String protocol, long pid, String program) {}

    /// @param destination `172.29.96.0/20`
    /// @param via         the next hop, or the adapter where the network is at hand
    public record Route(String destination, String via) {}

    /// @param prefix length of the network's part in bits
    public record Address(String adapter, String address, int prefix) {}

    /// @param listenAddress may be `*`
    public record PortProxy(
            String listenAddress, int listenPort, String connectAddress, int connectPort, Source source) {}

    /// The network between Windows and WSL as WSL itself wrote it down; Absent where WSL never made one.
    ///
    /// @param network `172.29.96.0/20`
    /// @param gateway address of Windows in it
    /// @param guest   address of the virtual machine in it
    public record Nat(Reading<String> network, Reading<String> gateway, Reading<String> guest) {}
}
