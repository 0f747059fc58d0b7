package io.devdoctor.examination;

import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Platform;
import java.time.Duration;
import java.util.List;

/// What happens during one run, in order. Every started thing finishes exactly once. Delivered on the run's threads,
/// one at a time.
public sealed interface ExaminationEvent {
    record Started(Origin origin, Platform platform, List<CheckInfo> checks) implements ExaminationEvent {}

    record ProbeStarted(Part<?> part) implements ExaminationEvent {}

    /// `machine` is everything known so far.
    record PartArrived(Part<?> part, Machine machine, Duration took) implements ExaminationEvent {}

    /// Who keeps probes waiting for more than a moment; each such event replaces the one before. Empty = nobody.
    record Slow(List<Wait> waits) implements ExaminationEvent {}

    record CheckFinished(CheckInfo check, List<Finding> findings) implements ExaminationEvent {}

    record Finished(ExaminationResult result) implements ExaminationEvent {}
}
