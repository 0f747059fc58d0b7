package io.devdoctor.desktop.model;

import io.devdoctor.fix.TakesEffect;
import io.devdoctor.repair.PendingWork;
import io.devdoctor.repair.PendingWork.Settled;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What waits, and what became of what waited.
///
/// @param works   by the restart that each waits for
/// @param step    how far a person is with one of them
/// @param settled until it is dismissed, the newest last
public record PendingState(List<PendingWork> works, Optional<Step> step, List<Settled> settled) {
    static final PendingState NOTHING = new PendingState(List.of(), Optional.empty(), List.of());

    public PendingState {
        works = List.copyOf(works);
        settled = List.copyOf(settled);
    }

    /// Between pressing the button and the end.
    public sealed interface Step {
        TakesEffect restart();

        /// What runs is being looked at, so that the question names it as it is.
        record Looking(TakesEffect restart) implements Step {}

        record Asking(TakesEffect restart) implements Step {}

        record Running(TakesEffect restart, Text progress) implements Step {}
    }

    /// Where somebody is with this work.
    public Optional<Step> stepOf(PendingWork work) {
        return step.filter(it -> it.restart() == work.restart());
    }

    /// How many changes wait.
    public int count() {
        return works.stream().mapToInt(work -> work.entries().size()).sum();
    }

    PendingState with(List<PendingWork> next) {
        return new PendingState(next, step, settled);
    }

    PendingState at(Step next) {
        return new PendingState(works, Optional.of(next), settled);
    }

    PendingState atRest() {
        return new PendingState(works, Optional.empty(), settled);
    }

    PendingState settling(List<Settled> more) {
        List<Settled> all = new ArrayList<>(settled);
        all.removeIf(old -> more.stream()
                .anyMatch(now -> now.entry().id().equals(old.entry().id())));
        all.addAll(more);
        return new PendingState(works, step, all);
    }

    PendingState dismissed() {
        return new PendingState(works, step, List.of());
    }
}
