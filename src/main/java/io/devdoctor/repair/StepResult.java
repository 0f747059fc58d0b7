package io.devdoctor.repair;

import io.devdoctor.check.Evidence;
import io.devdoctor.machine.Source;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.text.Text;
import java.time.Instant;
import java.util.List;

/// What became of one step.
sealed interface StepResult {
    /// @param detail technical, for the journal
    record Done(String detail) implements StepResult {}

    record Declined() implements StepResult {}

    /// A tool that cannot be stopped took longer than anybody waits for it.
    record StillRunning(String detail) implements StepResult {}

    /// @param reason names the file or tool
    record Failed(ChangeResult.Reason why, Text reason, List<Evidence> evidence) implements StepResult {
        String detail() {
            return why + ": "
                    + String.join("; ", evidence.stream().map(Evidence::value).toList());
        }
    }

    static Failed failed(ChangeResult.Reason why, Source.Kind kind, String what, String detail, Instant at) {
        Evidence evidence = Evidence.of("repair.evidence.said", detail, new Source(kind, what, at));
        return new Failed(why, Text.of("repair.failed." + why, what), List.of(evidence));
    }
}
