package io.devdoctor.desktop.model;

import io.devdoctor.fix.Fix;
import io.devdoctor.repair.Entry;

/// What a person is asked before an entry of the journal is taken back or completed.
///
/// @param rest what would be run, with its effects
public record Question(Entry entry, What what, Fix rest) {
    public enum What {
        UNDO,
        ROLL_BACK,
        COMPLETE
    }
}
