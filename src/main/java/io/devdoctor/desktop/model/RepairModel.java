package io.devdoctor.desktop.model;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.Repairs;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.Outcome;
import io.devdoctor.repair.OutcomeText;
import io.devdoctor.repair.Remaining;
import io.devdoctor.repair.RepairEvent;
import io.devdoctor.repair.UndoOutcome;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// Applies fixes and takes them back, one at a time, and tells how it went.
public final class RepairModel {
    private final Repairs repairs;
    private final Workshop workshop;
    private final Supplier<List<String>> projects;
    private final ObservableMap<Finding.Key, Attempt> attempts = FXCollections.observableHashMap();
    private final ValueModels values = new ValueModels();
    private final ReadOnlyObjectWrapper<Optional<Question>> question = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param projects the folders that are examined with the machine
    public RepairModel(Repairs repairs, Workshop workshop, Supplier<List<String>> projects) {
        this.repairs = repairs;
        this.workshop = workshop;
        this.projects = projects;
        entries().subscribe(this::withdraw);
    }

    /// The values that a person chose for fixes.
    public ValueModels values() {
        return values;
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
        return workshop.busy();
    }

    /// The journal, newest first.
    public ReadOnlyObjectProperty<List<Entry>> entries() {
        return workshop.entries();
    }

    public ReadOnlyObjectProperty<Optional<Workshop.Note>> note() {
        return workshop.note();
    }

    public void dismissNote() {
        workshop.dismissNote();
    }

    /// What is shown of the journal beside its entries.
    public JournalModel journal() {
        return workshop.journal();
    }

    public void readJournal() {
        workshop.readJournal();
    }

    /// An entry of the journal that an undo would put back.
    public Optional<Entry> undoable(String id) {
        return entries().get().stream()
                .filter(entry -> entry.id().equals(id) && entry.canUndo())
                .findFirst();
    }

    /// A change that was made for this finding and is not in force before a restart.
    public Optional<Entry> waitingFor(Finding.Key finding) {
        return entries().get().stream()
                .filter(entry -> entry.state() == Entry.State.PENDING)
                .filter(entry ->
                        entry.cures().stream().anyMatch(cure -> cure.finding().equals(finding)))
                .findFirst();
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
        if (busy().get()) return;
        attempts.put(finding.key(), new Attempt.Running(fix, Text.of("desktop.repair.starting"), 0));
        Callable<Outcome> work = () -> repairs.apply(
                finding,
                fix,
                projects.get(),
                event -> workshop.later(() -> attempts.put(finding.key(), running(fix, event))));
        workshop.alone(work, outcome -> {
            attempts.put(finding.key(), new Attempt.Ended(fix, outcome));
            OutcomeText told = OutcomeText.of(outcome);
            boolean done = outcome instanceof Outcome.Cured || outcome instanceof Outcome.Pending;
            workshop.tell(told, fix.title(), done && fix.isReversible() ? told.entry() : Optional.empty());
        });
    }

    /// What a person is asked now about an entry of the journal.
    public ReadOnlyObjectProperty<Optional<Question>> question() {
        return question.getReadOnlyProperty();
    }

    public void dismissQuestion() {
        question.set(Optional.empty());
    }

    /// The answer yes.
    public void agree(Question asked) {
        if (busy().get()) return;
        dismissQuestion();
        run(asked.entry(), asked.what());
    }

    public void undo(Entry entry) {
        consider(entry, Question.What.UNDO);
    }

    /// Takes back the newest entry that can be taken back.
    public void undoNewest() {
        entries().get().stream().filter(Entry::canUndo).findFirst().ifPresent(this::undo);
    }

    public void rollBack(Entry entry) {
        consider(entry, Question.What.ROLL_BACK);
    }

    public void complete(Entry entry) {
        consider(entry, Question.What.COMPLETE);
    }

    /// At once where nothing is stopped and nobody else asks; else the person is asked first.
    private void consider(Entry entry, Question.What what) {
        if (busy().get()) return;
        workshop.look(() -> rest(entry, what), rest -> {
            if (busy().get()) return;
            Optional<Question> asked =
                    rest.filter(fix -> !fix.effects().isEmpty()).map(fix -> new Question(entry, what, fix));
            question.set(asked);
            if (asked.isEmpty()) run(entry, what);
        });
    }

    private Optional<Fix> rest(Entry entry, Question.What what) throws IOException {
        return switch (what) {
            case COMPLETE -> Remaining.toComplete(entry);
            case UNDO, ROLL_BACK ->
                repairs.undoPlan(entry.id())
                        .filter(plan -> plan.refusal().isEmpty())
                        .flatMap(Remaining::toTakeBack);
        };
    }

    private void run(Entry entry, Question.What what) {
        switch (what) {
            case UNDO -> takeBack(entry, () -> repairs.undo(entry.id()));
            case ROLL_BACK -> takeBack(entry, () -> repairs.rollBack(entry.id()));
            case COMPLETE -> settle(entry, () -> repairs.complete(entry.id(), _ -> {}));
        }
    }

    /// A question about what has become something else meanwhile is none any more.
    private void withdraw() {
        boolean stands = question.get()
                .map(asked -> entries().get().stream()
                        .anyMatch(entry -> entry.id().equals(asked.entry().id())
                                && entry.state() == asked.entry().state()))
                .orElse(true);
        if (!stands) dismissQuestion();
    }

    public void proveAgain(Entry entry) {
        settle(entry, () -> repairs.proveAgain(entry.id()));
    }

    public static boolean isUnfinished(Entry entry) {
        return entry.state() == Entry.State.UNFINISHED || entry.state() == Entry.State.UNDO_UNFINISHED;
    }

    /// Something else that ended, told in the same place.
    public void tell(OutcomeText outcome, Text about) {
        workshop.tell(outcome, about, Optional.empty());
    }

    private void takeBack(Entry entry, Callable<UndoOutcome> work) {
        workshop.alone(work, outcome -> {
            for (Entry.Cure cure : entry.cures()) {
                attempts.computeIfPresent(cure.finding(), (_, before) -> new Attempt.TakenBack(before.fix(), outcome));
            }
            if (outcome instanceof UndoOutcome.ChangedSince) workshop.journal().open(entry.id());
            workshop.tell(OutcomeText.of(outcome), entry.title(), Optional.empty());
        });
    }

    private void settle(Entry entry, Callable<Outcome> work) {
        workshop.alone(work, outcome -> workshop.tell(OutcomeText.of(outcome), entry.title(), Optional.empty()));
    }

    /// What became of findings in a transaction of several, or after a restart.
    void ended(Finding.Key finding, Fix fix, Outcome outcome) {
        attempts.put(finding, new Attempt.Ended(fix, outcome));
    }

    /// The same for an entry whose fix may not have been tried in this window.
    void settled(Entry entry, Outcome outcome) {
        for (Entry.Cure cure : entry.cures()) {
            attempts.computeIfPresent(cure.finding(), (_, before) -> new Attempt.Ended(before.fix(), outcome));
        }
    }

    /// The proof is one part of the work, as each step is.
    private static Attempt running(Fix fix, RepairEvent event) {
        int steps = fix.steps().size();
        double done = switch (event) {
            case RepairEvent.StepStarted started -> started.number() - 1;
            case RepairEvent.StepDone step -> step.number();
            case RepairEvent.Proving _ -> steps;
        };
        return new Attempt.Running(fix, progress(event), done / (steps + 1));
    }

    static Text progress(RepairEvent event) {
        return switch (event) {
            case RepairEvent.StepStarted started -> Text.of("desktop.repair.step", started.number(), started.of());
            case RepairEvent.StepDone done -> Text.of("desktop.repair.step", done.number(), done.of());
            case RepairEvent.Proving _ -> Text.of("desktop.repair.proving");
        };
    }
}
