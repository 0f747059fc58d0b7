package io.devdoctor.desktop.model;

import io.devdoctor.check.Checks;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.machine.Origin;
import io.devdoctor.probe.Probes;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import java.io.IOException;
import java.time.Instant;

/// Fills a history with sample machines, as if each had been this one at some time.
public final class KeptSamples {
    private KeptSamples() {}

    public static ExaminationResult examined(String sample, Instant at) {
        try {
            ExaminationResult result =
                    new Examination(Samples.open(sample), Probes.ALL, Checks.ALL).run(_ -> {}, new Cancellation());
            return new ExaminationResult(
                    new Origin.Live(), result.machine(), result.findings(), result.causes(), at, result.took());
        } catch (RecordingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void keep(HistoryStore store, String sample, Instant at) throws IOException {
        new Archive(store, "0.1.0").keep(examined(sample, at), 1000);
    }
}
