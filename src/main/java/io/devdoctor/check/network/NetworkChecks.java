package io.devdoctor.check.network;

import io.devdoctor.check.Check;
import java.util.List;

/// Every check of this area, in the order in which they are shown.
public final class NetworkChecks {
    public static final List<Check> ALL = List.of(
            new ReservedPortsCheck(),
            new DynamicRangeCheck(),
            new PortOwnerCheck(),
            new PortProxyCheck(),
            new LoopbackCheck(),
            new SubnetsCheck(),
            new ProxyCheck(),
            new DnsCheck(),
            new MirroredProxyCheck());

    private NetworkChecks() {}
}
