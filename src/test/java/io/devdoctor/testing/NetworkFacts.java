package io.devdoctor.testing;

import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.known;

import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.PortRange;
import io.devdoctor.machine.Network.Stack;
import io.devdoctor.machine.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Networks for tests of checks.
public final class NetworkFacts {
    private NetworkFacts() {}

    /// A network that is well, but for the TCP ports over IPv4 that Windows withholds.
    public static Reading<Network> excluding(Reading<List<PortRange>> ranges) {
        return known(new Network(
                Arrays.stream(Stack.values())
                        .collect(Collectors.toMap(
                                Function.identity(), stack -> stack == Stack.TCP4 ? ranges : known(List.of()))),
                Arrays.stream(Stack.values())
                        .collect(Collectors.toMap(
                                Function.identity(), _ -> known(new Network.DynamicRange(49152, 16384)))),
                known(List.of()),
                known(List.of()),
                known(List.of()),
                known(List.of()),
                new Network.Nat(absent(), absent(), absent()),
                absent()));
    }
}
