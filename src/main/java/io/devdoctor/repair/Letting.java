package io.devdoctor.repair;

import io.devdoctor.check.Evidence;
import io.devdoctor.text.Text;
import java.util.List;

/// How it ended that a person let an entry of the journal go.
public sealed interface Letting {
    /// It is gone, and with it what only it kept.
    record Gone(String entry) implements Letting {}

    record Failed(Text reason, List<Evidence> evidence) implements Letting {
        public Failed {
            evidence = List.copyOf(evidence);
        }
    }

    /// Nothing was done.
    record Refused(Refusal why, Text words) implements Letting {}
}
