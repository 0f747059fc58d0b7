package io.devdoctor.check.network;

import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.PortRange;
import io.devdoctor.machine.Network.Stack;
import io.devdoctor.machine.Reading;
import java.util.List;
import java.util.function.Predicate;

/// The ranges of ports that Windows withholds. Those that an administrator reserved by hand are left out: an explicit
/// bind inside them works.
public final class WithheldPorts {
    private WithheldPorts() {}

    public static List<Reading.Known<PortRange>> of(Network network, Stack stack) {
        return network.excluded().get(stack) instanceof Reading.Known<List<PortRange>>(var ranges, var source)
                ? ranges.stream()
                        .filter(Predicate.not(PortRange::administered))
                        .map(range -> new Reading.Known<>(range, source))
                        .toList()
                : List.of();
    }
}
