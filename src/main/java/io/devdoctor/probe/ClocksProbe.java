package io.devdoctor.probe;

import io.devdoctor.machine.Clocks;
import io.devdoctor.machine.Clocks.DistroClock;
import io.devdoctor.machine.Clocks.Sample;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.system.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Measures every clock as an interval: the host against true time, distributions and engine against the host.
public final class ClocksProbe implements Probe<Clocks> {
    private final List<String> timeServers;

    ClocksProbe(List<String> timeServers) {
        this.timeServers = List.copyOf(timeServers);
    }

    @Override
    public Part<Clocks> part() {
        return Part.CLOCKS;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.WSL_ANSWER, Part.DOCKER_ENGINE);
    }

    @Override
    public Reading<Clocks> read(Ports system, Machine known) {
        GuestClock guests = new GuestClock(system);
        Source source = new Source(Source.Kind.NETWORK, "NTP " + String.join(", ", timeServers), known.taken());
        List<Sample> samples = samples(system, GuestClock.tick(system));
        Reading<Interval> engine = known.dockerEngine()
                .flatMap((engines, _) -> engines.info().flatMap((info, _) -> guests.ofEngine(info)));
        Clocks clocks = new Clocks(Agreement.of(samples, source), samples, distros(known.wslAnswer()), engine);
        return new Reading.Known<>(clocks, new Source(Source.Kind.DERIVED, "clocks", known.taken()));
    }

    private List<Sample> samples(Ports system, Duration tick) {
        List<Sample> samples = new ArrayList<>(new TimeServers(system, tick).ask(timeServers));
        if (samples.stream().noneMatch(sample -> sample.offset().isKnown())) {
            samples.addAll(WebDates.ask(system, tick));
        }
        return samples;
    }

    /// What was measured when the distributions were listed: to ask again now might start one that ended meanwhile.
    private static List<DistroClock> distros(Reading<WslAnswer> answer) {
        Map<String, WslAnswer.Live> live = answer.known().map(WslAnswer::live).orElse(Map.of());
        return InDistro.running(answer)
                .map(WslAnswer.Row::name)
                .distinct()
                .flatMap(name -> Stream.ofNullable(live.get(name)).map(facts -> new DistroClock(name, facts.clock())))
                .toList();
    }
}
