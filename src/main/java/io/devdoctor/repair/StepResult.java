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

    /// Says where the link stands and where it leads, so that the person can go there.
    static Failed linked(ChangeResult.Linked linked, Instant at) {
        Evidence evidence = Evidence.of(
                "repair.evidence.said",
                linked.link() + " -> " + linked.leadsTo(),
                new Source(Source.Kind.FILE, linked.link(), at));
        Text words = linked.link().equals(linked.what())
                ? Text.of("repair.failed.linked", linked.what(), linked.leadsTo())
                : Text.of("repair.failed.linked.above", linked.what(), linked.link(), linked.leadsTo());
        return new Failed(ChangeResult.Reason.LINK_IN_PLACE, words, List.of(evidence));
    }

    static Failed failed(ChangeResult.Reason why, Source.Kind kind, String what, String detail, Instant at) {
        Evidence evidence = Evidence.of("repair.evidence.said", detail, new Source(kind, what, at));
        return new Failed(why, Text.of("repair.failed." + why, what), List.of(evidence));
    }
}
