package io.devdoctor.desktop.model;

import io.devdoctor.fix.Fix;
import io.devdoctor.repair.Outcome;
import io.devdoctor.repair.UndoOutcome;
import io.devdoctor.text.Text;

/// How far applying a fix has come.
public sealed interface Attempt {
    Fix fix();

    /// The person is asked to agree to the effects.
    ///
    /// @param agreed whether what is deleted was agreed to by itself
    record Asking(Fix fix, boolean agreed) implements Attempt {}

    /// @param share of the work that is done, 0 to 1
    record Running(Fix fix, Text progress, double share) implements Attempt {}

    record Ended(Fix fix, Outcome outcome) implements Attempt {}

    record TakenBack(Fix fix, UndoOutcome outcome) implements Attempt {}
}
