package io.devdoctor.repair;

import io.devdoctor.check.Checks;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationEvent;
import io.devdoctor.examination.Machines;
import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.examination.Wish;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.Ports;
import io.devdoctor.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The one machine, alive.
record OneMachine(Ports ports) implements Machines {
    @Override
    public Examination live(Wish wish) {
        return new Examination(ports, Probes.ALL, Checks.ALL);
    }

    @Override
    public Examination recorded(Path file) throws UnusableRecording {
        throw new UnusableRecording(Text.of("desktop.recording.unreadable", "none"));
    }

    @Override
    public Examination sample(String name) throws UnusableRecording {
        throw new UnusableRecording(Text.of("desktop.recording.unreadable", name));
    }

    @Override
    public List<String> samples() {
        return List.of();
    }

    @Override
    public byte[] record(Wish wish, Consumer<? super ExaminationEvent> listener, Cancellation cancellation) {
        return new byte[0];
    }
}
