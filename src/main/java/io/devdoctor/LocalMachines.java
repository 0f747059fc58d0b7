package io.devdoctor;

import io.devdoctor.check.Checks;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.examination.Machines;
import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.machine.Origin;
import io.devdoctor.probe.Probe;
import io.devdoctor.probe.ProbeOptions;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordedPorts;
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

    /// @param live ports of this machine; asked when something is examined, since loading them costs time
    LocalMachines(Supplier<Ports> live) {
        this.live = live;
    }

    @Override
    public Examination live(List<String> projects) {
        return examination(live.get().about(projects));
    }

    @Override
    public Examination recorded(Path file) throws IOException, UnusableRecording {
        try {
            return examination(RecordedPorts.open(file));
        } catch (RecordingException e) {
            throw unusable(e);
        }
    }

    @Override
    public Examination sample(String name) throws UnusableRecording {
        try {
            return examination(Samples.open(name));
        } catch (RecordingException e) {
            throw unusable(e);
        }
    }

    @Override
    public List<String> samples() {
        return Samples.NAMES;
    }

    @Override
    public byte[] record(
            List<String> projects, Consumer<? super ExaminationEvent> listener, Cancellation cancellation) {
        Ports ports = live.get().about(projects);
        RecordingPorts recording = RecordingPorts.around(ports, "DevDoctor " + Version.CURRENT);
        examination(recording.ports()).run(listener, cancellation);
        return recording.recording().bytes();
    }

    private static Examination examination(Ports ports) {
        return new Examination(ports, probes(ports), Checks.ALL);
    }

    /// A recording answers what the usual probes ask; only this machine is asked what its user wants to know.
    static List<Probe<?>> probes(Ports ports) {
        return switch (ports.origin()) {
            case Origin.Live() -> Probes.with(ProbeOptions.of(System.getenv()));
            case Origin.Replay _ -> Probes.ALL;
        };
    }

    private static UnusableRecording unusable(RecordingException e) {
        return new UnusableRecording(Text.of(e.key(), e.args().toArray()));
    }
}
