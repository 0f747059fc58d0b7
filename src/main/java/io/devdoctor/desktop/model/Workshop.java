package io.devdoctor.desktop.model;

import io.devdoctor.desktop.Repairs;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.OutcomeText;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where this machine is changed: one thing at a time, then the journal is read and the machine examined again.
public final class Workshop {
    private final Repairs repairs;
    private final Errands errands;
    private final Runnable examineAgain;
    private final JournalModel journal;
    private final ReentrantLock turn = new ReentrantLock();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Entry>> entries = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Note>> note = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Something to be told in passing.
    ///
    /// @param undo the entry that a button offers to take back
    public record Note(OutcomeText outcome, Text about, Optional<String> undo) {}

    public Workshop(Repairs repairs, Errands errands, Runnable examineAgain) {
        this.repairs = repairs;
        this.errands = errands;
        this.examineAgain = examineAgain;
        this.journal = new JournalModel(repairs, errands);
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

    /// What is shown of the journal beside its entries.
    JournalModel journal() {
        return journal;
    }

    public void readJournal() {
        errands.run(repairs::entries, entries::set);
        journal.read();
    }

    void tell(OutcomeText outcome, Text about, Optional<String> undo) {
        note.set(Optional.of(new Note(outcome, about, undo)));
    }

    /// Runs on the window's thread, soon.
    void later(Runnable change) {
        errands.tell(change);
    }

    /// Only looks, beside whatever is under way; `then` on the window's thread.
    <T> void look(Callable<T> work, Consumer<? super T> then) {
        errands.run(work, then);
    }

    /// What a person asked for. Nothing happens while something else is under way.
    <T> void alone(Callable<T> work, Consumer<? super T> then) {
        if (busy.get()) return;
        busy.set(true);
        dismissNote();
        Callable<T> whole = () -> {
            try {
                return inTurn(work);
            } finally {
                errands.tell(() -> busy.set(false));
            }
        };
        errands.run(whole, done -> {
            then.accept(done);
            readJournal();
            examineAgain.run();
        });
    }

    /// What nobody asked for: it disables nothing, and what a person asks for meanwhile waits for its end.
    ///
    /// @param failed runs on the window's thread instead of `then`
    <T> void aside(Callable<T> work, Runnable failed, Consumer<? super T> then) {
        Callable<T> whole = () -> {
            try {
                return inTurn(work);
            } catch (Exception | Error e) {
                errands.tell(failed);
                throw e;
            }
        };
        errands.run(whole, then);
    }

    private <T> T inTurn(Callable<T> work) throws Exception {
        turn.lock();
        try {
            return work.call();
        } finally {
            turn.unlock();
        }
    }
}
