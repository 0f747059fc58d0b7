package io.devdoctor;

import io.devdoctor.check.Checks;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.examination.Machines;
import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.examination.Watch;
import io.devdoctor.examination.Wish;
import io.devdoctor.machine.Origin;
import io.devdoctor.probe.Probe;
import io.devdoctor.probe.ProbeOptions;
import io.devdoctor.probe.Probes;
import io.devdoctor.probe.WatchProbes;
import io.devdoctor.store.Asking;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.Recording;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.RecordingPorts;
import io.devdoctor.system.recorded.Samples;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The machines that this process can examine, with every probe and every check.
final class LocalMachines implements Machines {
    private final Supplier<Ports> live;
    private final Supplier<MachineMutes> mutes;
    private final Supplier<Asking> asking;

    /// @param live  ports of this machine; asked when something is examined, since loading them costs time
    /// @param mutes asked for each examination of this machine; a recording is of another one, or of another time,
    ///              and speaks of everything
    /// @param asking what the person at this machine chose; asked for each examination
    LocalMachines(Supplier<Ports> live, Supplier<MachineMutes> mutes, Supplier<Asking> asking) {
        this.live = live;
        this.mutes = mutes;
        this.asking = asking;
    }

    @Override
    public Examination live(Wish wish) {
        Asking chosen = asking.get();
        Ports ports = live.get().about(wish.projects()).patient(chosen.patience());
        return examination(ports, probes(ports, chosen, wish))
                .patient(chosen.patience())
                .muting(mutes.get());
    }

    @Override
    public Examination watched() {
        List<Probe<?>> probes = WatchProbes.with(options(asking.get()));
        return examination(live.get(), probes)
                .only(check -> Watch.CHECKS.contains(check.id()))
                .muting(mutes.get());
    }

    @Override
    public Examination recorded(Path file) throws IOException, UnusableRecording {
        try {
            return replay(RecordedPorts.open(file));
        } catch (RecordingException e) {
            throw unusable(e);
        }
    }

    @Override
    public Examination sample(String name) throws UnusableRecording {
        try {
            return replay(Samples.open(name));
        } catch (RecordingException e) {
            throw unusable(e);
        }
    }

    @Override
    public List<String> samples() {
        return Samples.NAMES;
    }

    @Override
    public byte[] record(Wish wish, Consumer<? super ExaminationEvent> listener, Cancellation cancellation) {
        Asking chosen = asking.get();
        Ports ports = live.get().about(wish.projects()).patient(chosen.patience());
        RecordingPorts recording = RecordingPorts.around(ports, "DevDoctor " + Version.CURRENT);
        examination(recording.ports(), probes(ports, chosen, wish))
                .patient(chosen.patience())
                .run(listener, cancellation);
        Recording whole = recording.recording();
        return (wish.pseudonymous() ? whole.pseudonymous() : whole).bytes();
    }

    private static Examination replay(Ports ports) {
        return examination(ports, Probes.ALL);
    }

    private static Examination examination(Ports ports, List<Probe<?>> probes) {
        return new Examination(ports, probes, Checks.ALL);
    }

    /// A recording answers what the usual probes ask; only this machine is asked as its user wants it asked.
    static List<Probe<?>> probes(Ports ports, Asking asking) {
        return probes(ports, asking, Wish.NOTHING);
    }

    private static List<Probe<?>> probes(Ports ports, Asking asking, Wish wish) {
        return switch (ports.origin()) {
            case Origin.Live() -> {
                ProbeOptions options = options(asking.withEngine(wish.engine().or(asking::engine)));
                yield Probes.with(wish.buildCheck() ? options.withBuildCheck() : options);
            }
            case Origin.Replay _ -> Probes.ALL;
        };
    }

    private static ProbeOptions options(Asking asking) {
        return ProbeOptions.DEFAULT
                .withTimeServers(asking.timeServers())
                .withEngine(asking.engine())
                .overruledBy(System.getenv());
    }

    private static UnusableRecording unusable(RecordingException e) {
        return new UnusableRecording(Text.of(e.key(), e.args().toArray()));
    }
}
