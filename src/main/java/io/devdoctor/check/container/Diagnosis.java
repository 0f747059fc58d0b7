package io.devdoctor.check.container;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Evidence;
import java.util.List;

/// Why a container ended.
///
/// @param cause  names the texts `check.container.exited.<cause>` and the advice `fix.container.exited/<cause>.words`
/// @param detail a name that the words held, such as a port or a library; "" where the cause needs none
/// @param other  a second one; "" where the cause needs none
record Diagnosis(String cause, Certainty certainty, String detail, String other, List<Evidence> evidence) {
    Diagnosis {
        evidence = List.copyOf(evidence);
    }
}
