package io.devdoctor.repair;

import io.devdoctor.fix.Step;
import io.devdoctor.repair.Entry.Progress;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What taking one entry back is about: which of its steps, and what stands there now. Only looks.
record UndoScope(Stored stored, Present present, Entries entries) {

    /// A step's thing that is not as the step left it.
    record Conflicting(Step step, Conflict conflict) {}

    UndoPlan plan() throws IOException {
        List<Integer> reversible = reversible();
        List<Step> back = reversible.reversed().stream()
                .filter(index -> !(present.at(step(index)) instanceof Present.AsBefore))
                .map(this::step)
                .toList();
        List<Conflicting> conflicts = conflicts();
        return new UndoPlan(
                stored.entry(),
                back,
                staying(),
                conflicts.stream().map(Conflicting::conflict).toList(),
                standing(conflicts),
                obstacle(reversible));
    }

    /// A tool that is run before may take what is in the way out of it.
    private Optional<Text> obstacle(List<Integer> reversible) {
        for (int index : reversible.reversed()) {
            if (present.at(step(index)) instanceof Present.Unreadable(StepResult.Failed why)) {
                return Optional.of(why.reason());
            }
            if (step(index) instanceof Step.RunTool) return Optional.empty();
        }
        return Optional.empty();
    }

    /// Steps that were done or, after an interruption, may have been.
    List<Integer> steps() {
        Set<Progress> which = stored.isUnfinished() ? Set.of(Progress.DONE, Progress.STARTED) : Set.of(Progress.DONE);
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < stored.entry().steps().size(); i++) {
            if (which.contains(stored.entry().steps().get(i).progress())) indexes.add(i);
        }
        return indexes;
    }

    List<Integer> reversible() {
        return steps().stream()
                .filter(index -> step(index).isReversible())
                .filter(index -> !(step(index) instanceof Step.Manual))
                .toList();
    }

    /// What nothing takes back.
    List<Step> staying() {
        return steps().stream()
                .map(this::step)
                .filter(step -> !step.isReversible())
                .filter(step -> !(step instanceof Step.Manual))
                .toList();
    }

    /// The last edit of a file decides what must be there now.
    List<Conflicting> conflicts() {
        List<Conflicting> conflicts = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (int index : reversible().reversed()) {
            if (step(index) instanceof Step.EditFile edit) {
                if (seen.contains(edit.path())) continue;
                seen.add(edit.path());
            }
            if (present.at(step(index)) instanceof Present.Other(Conflict conflict)) {
                conflicts.add(new Conflicting(step(index), conflict));
            }
        }
        return conflicts;
    }

    UndoOutcome.ChangedSince changedSince(List<Conflicting> conflicts) throws IOException {
        return new UndoOutcome.ChangedSince(
                stored.entry().id(),
                conflicts.stream().map(Conflicting::conflict).toList(),
                standing(conflicts));
    }

    private Optional<Entry> standing(List<Conflicting> conflicts) throws IOException {
        if (conflicts.isEmpty()) return Optional.empty();
        List<Entry> newer = entries.all().reversed().stream()
                .map(Stored::entry)
                .filter(entry -> entry.id().compareTo(stored.entry().id()) > 0)
                .toList();
        Standing standing = new Standing(present, newer);
        return conflicts.stream()
                .flatMap(one -> standing.on(one.step(), one.conflict()).stream())
                .max(Comparator.comparing(Entry::id));
    }

    Step step(int index) {
        return stored.entry().steps().get(index).step();
    }
}
