package io.devdoctor.probe;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import java.util.List;

/// Reads the TCP ports that Windows withholds, and who listens where.
public final class NetworkProbe implements Probe<Network> {
    @Override
    public Part<Network> part() {
        return Part.NETWORK;
    }

    @Override
    public Reading<Network> read(Ports system, Machine known) {
        Reading<List<Network.PortRange>> excluded = system.platform().isWindows()
                ? CommandText.answer(system, Queries.EXCLUDED_PORTS.fill())
                        .flatMap((output, source) -> ranges(system, output, source))
                : new Reading.NotApplicable<>(NotWindows.WHY);
        Network network = new Network(excluded, system.hardware().listeners());
        return new Reading.Known<>(network, new Source(Source.Kind.DERIVED, "network", known.taken()));
    }

    private static Reading<List<Network.PortRange>> ranges(Ports system, CommandOutput output, Source source) {
        CommandText text = CommandText.of(output, Queries.EXCLUDED_PORTS, system.platform());
        return text.exit() == 0
                ? ExcludedPorts.parse(text.out(), source)
                : new Reading.Unknown<>(Reading.Cause.FAILED, text.failure(), source);
    }
}
