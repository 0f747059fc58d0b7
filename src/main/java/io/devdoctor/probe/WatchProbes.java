package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may be asked again and again while nobody looks: no program is started, neither wsl.exe nor WMI is asked, and
/// the engine is only pinged, which does not wake one that rests.
public final class WatchProbes {
    static final String WHY = "not asked while watching";
    /// Several, since one may itself be wrong; not all, out of politeness.
    private static final int TIME_SERVERS = 3;

    private WatchProbes() {}

    /// One for each part there is.
    public static List<Probe<?>> with(ProbeOptions options) {
        List<Probe<?>> asked = List.of(
                new QuietHost(),
                new WslProbe(),
                new DockerDesktopProbe(),
                new DockerClientProbe(options.engine()),
                new Ping(),
                new ClocksProbe(
                        options.timeServers().stream().limit(TIME_SERVERS).toList()));
        Set<Part<?>> parts = asked.stream().map(Probe::part).collect(Collectors.toSet());
        Stream<Probe<?>> rest =
                Part.ALL.stream().filter(part -> !parts.contains(part)).map(NotAskedProbe::new);
        return Stream.concat(asked.stream(), rest).toList();
    }

    /// Memory and volumes.
    private static final class QuietHost implements Probe<Host> {
        @Override
        public Part<Host> part() {
            return Part.HOST;
        }

        @Override
        public Reading<Host> read(Ports system, Machine known) {
            var volumes = together(() -> system.hardware().volumes());
            Host host = new Host(
                    notAsked(),
                    new Host.Virtualization(notAsked(), notAsked(), notAsked(), notAsked()),
                    Map.of(),
                    notAsked(),
                    system.hardware().memory(),
                    notAsked(),
                    volumes.join());
            return new Reading.Known<>(host, new Source(Source.Kind.DERIVED, "host", known.taken()));
        }
    }

    /// Whether the engine answers at all.
    private static final class Ping implements Probe<DockerEngine> {
        @Override
        public Part<DockerEngine> part() {
            return Part.DOCKER_ENGINE;
        }

        @Override
        public Set<Part<?>> needs() {
            return Set.of(Part.DOCKER_CLIENT);
        }

        @Override
        public Reading<DockerEngine> read(Ports system, Machine known) {
            return known.dockerClient()
                    .flatMap((client, _) -> client.chosen().flatMap((choice, source) -> {
                        var ping = DockerEngineProbe.pinged(system, client, choice);
                        return new Reading.Known<>(
                                new DockerEngine(choice.endpoint(), ping, notAsked(), notAsked(), notAsked()), source);
                    }));
        }
    }

    private static <T> Reading<T> notAsked() {
        return new Reading.NotApplicable<>(WHY);
    }
}
