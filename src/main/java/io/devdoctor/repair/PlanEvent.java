package io.devdoctor.repair;

/// What happens while a plan is carried out, in order, on the calling thread.
public sealed interface PlanEvent {
    /// @param number from 1; @param of how many treatments
    record Started(int number, int of, Treatment treatment) implements PlanEvent {}

    /// Within the treatment that was started last.
    record Within(Treatment treatment, RepairEvent event) implements PlanEvent {}

    record Ended(int number, int of, Treatment treatment, Outcome outcome) implements PlanEvent {}
}
