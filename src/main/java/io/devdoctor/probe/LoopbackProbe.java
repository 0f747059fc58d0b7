package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;
import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Loopback;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tries the TCP ports that running containers publish, as a browser on this computer would.
public final class LoopbackProbe implements Probe<Loopback> {
    private static final int MOST = 30;
    private static final int AT_ONCE = 8;

    @Override
    public Part<Loopback> part() {
        return Part.LOOPBACK;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.CONTAINERS);
    }

    @Override
    public Reading<Loopback> read(Ports system, Machine known) {
        return known.containers()
                .map(containers -> new Loopback(
                        each(published(containers), AT_ONCE, port -> Map.entry(port, answer(system, port))).stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
    }

    /// Only those that are published for every address or for this computer.
    private static List<Integer> published(Containers containers) {
        return containers.all().stream()
                .filter(container -> container.state().equals("running"))
                .flatMap(container -> container.ports().stream())
                .filter(port -> port.published() > 0 && port.protocol().equals("tcp"))
                .filter(port -> Set.of("", "0.0.0.0", "127.0.0.1", "::").contains(port.address()))
                .map(Containers.Port::published)
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
    }

    private static Loopback.Answer answer(Ports system, int port) {
        var six = together(() -> system.network().connect("[::1]", port));
        return new Loopback.Answer(system.network().connect("127.0.0.1", port), six.join());
    }
}
