package io.devdoctor.desktop.model;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.Repairs;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.Outcome;
import io.devdoctor.repair.OutcomeText;
import io.devdoctor.repair.RepairEvent;
import io.devdoctor.repair.UndoOutcome;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// Applies fixes and takes them back, one at a time, and tells how it went. After each change of the machine it is
/// examined again.
public final class RepairModel {
    private final Repairs repairs;
    private final Errands errands;
    private final Supplier<List<String>> projects;
    private final Runnable examineAgain;
    private final ObservableMap<Finding.Key, Attempt> attempts = FXCollections.observableHashMap();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Entry>> entries = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Note>> note = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Something to be told in passing.
    ///
    /// @param undo the entry that a button offers to take back
    public record Note(OutcomeText outcome, Text about, Optional<String> undo) {}

    /// @param projects the folders that are examined with the machine
    public RepairModel(Repairs repairs, Errands errands, Supplier<List<String>> projects, Runnable examineAgain) {
        this.projects = projects;
        this.repairs = repairs;
        this.errands = errands;
        this.examineAgain = examineAgain;
    }

    /// The latest attempt to cure each finding.
    public ObservableMap<Finding.Key, Attempt> attempts() {
        return attempts;
    }

    /// What was tried to cure this finding; a passed one may stand for what it found before about another subject.
    public Optional<Attempt> attemptFor(Finding finding) {
        Optional<Attempt> own = Optional.ofNullable(attempts.get(finding.key()));
        if (own.isPresent() || finding.verdict() != Verdict.OK) return own;
        return attempts.entrySet().stream()
                .filter(entry -> entry.getKey().check().equals(finding.check().id()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// The journal, newest first.
    public ReadOnlyObjectProperty<List<Entry>> entries() {
        return entries.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Note>> note() {
        return note.getReadOnlyProperty();
    }

    public void dismissNote() {
        note.set(Optional.empty());
    }

    public void readJournal() {
        errands.run(repairs::entries, entries::set);
    }

    /// Applies a safe fix at once; for any other asks first.
    public void ask(Finding finding, Fix fix) {
        if (fix.effects().isEmpty()) apply(finding, fix);
        else attempts.put(finding.key(), new Attempt.Asking(fix, !fix.effects().contains(Effect.DELETES_DATA)));
    }

    public void agree(Finding finding, Fix fix, boolean agreed) {
        attempts.put(finding.key(), new Attempt.Asking(fix, agreed));
    }

    public void decline(Finding finding) {
        attempts.remove(finding.key());
    }

    public void apply(Finding finding, Fix fix) {
        if (busy.get()) return;
        attempts.put(finding.key(), new Attempt.Running(fix, Text.of("desktop.repair.starting")));
        Supplier<Outcome> work = () -> repairs.apply(
                finding,
                fix,
                projects.get(),
                event -> errands.tell(() -> attempts.put(finding.key(), new Attempt.Running(fix, progress(event)))));
        alone(work, outcome -> {
            attempts.put(finding.key(), new Attempt.Ended(fix, outcome));
            OutcomeText told = OutcomeText.of(outcome);
            boolean done = outcome instanceof Outcome.Cured || outcome instanceof Outcome.Pending;
            tell(told, fix.title(), done && fix.isReversible() ? told.entry() : Optional.empty());
        });
    }

    public void undo(Entry entry) {
        takeBack(entry, () -> repairs.undo(entry.id()));
    }

    /// Takes back the newest entry that can be taken back.
    public void undoNewest() {
        entries.get().stream().filter(Entry::canUndo).findFirst().ifPresent(this::undo);
    }

    public void rollBack(Entry entry) {
        takeBack(entry, () -> repairs.rollBack(entry.id()));
    }

    public void complete(Entry entry) {
        settle(entry, () -> repairs.complete(entry.id(), _ -> {}));
    }

    public void proveAgain(Entry entry) {
        settle(entry, () -> repairs.proveAgain(entry.id()));
    }

    public static boolean isUnfinished(Entry entry) {
        return entry.state() == Entry.State.UNFINISHED || entry.state() == Entry.State.UNDO_UNFINISHED;
    }

    /// Something else that ended, told in the same place.
    public void tell(OutcomeText outcome, Text about) {
        tell(outcome, about, Optional.empty());
    }

    private void takeBack(Entry entry, Supplier<UndoOutcome> work) {
        alone(work, outcome -> {
            for (Entry.Cure cure : entry.cures()) {
                attempts.computeIfPresent(cure.finding(), (_, before) -> new Attempt.TakenBack(before.fix(), outcome));
            }
            tell(OutcomeText.of(outcome), entry.title(), Optional.empty());
        });
    }

    private void settle(Entry entry, Supplier<Outcome> work) {
        alone(work, outcome -> tell(OutcomeText.of(outcome), entry.title(), Optional.empty()));
    }

    private <T> void alone(Supplier<T> work, java.util.function.Consumer<T> then) {
        if (busy.get()) return;
        busy.set(true);
        dismissNote();
        errands.run(
                () -> {
                    try {
                        return work.get();
                    } finally {
                        errands.tell(() -> busy.set(false));
                    }
                },
                done -> {
                    then.accept(done);
                    readJournal();
                    examineAgain.run();
                });
    }

    private void tell(OutcomeText outcome, Text about, Optional<String> undo) {
        note.set(Optional.of(new Note(outcome, about, undo)));
    }

    private static Text progress(RepairEvent event) {
        return switch (event) {
            case RepairEvent.StepStarted started -> Text.of("desktop.repair.step", started.number(), started.of());
            case RepairEvent.StepDone done -> Text.of("desktop.repair.step", done.number(), done.of());
            case RepairEvent.Proving _ -> Text.of("desktop.repair.proving");
        };
    }
}
