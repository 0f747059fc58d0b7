package io.devdoctor.repair;

import io.devdoctor.fix.Step;

/// What happens during a transaction, in order, on the calling thread.
public sealed interface RepairEvent {
    /// @param number from 1; @param of how many
    record StepStarted(int number, int of, Step step) implements RepairEvent {}

    record StepDone(int number, int of, Step step) implements RepairEvent {}

    /// The parts involved are being read again.
    record Proving() implements RepairEvent {}
}
