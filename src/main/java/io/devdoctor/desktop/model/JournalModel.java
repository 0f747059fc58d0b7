package io.devdoctor.desktop.model;

import io.devdoctor.desktop.Repairs;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.Holdings;
import io.devdoctor.repair.UndoPlan;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;

/// What the page of changes shows beside the entries: which are open, whether these can be taken back now, and how much
/// is kept.
public final class JournalModel {
    private final Repairs repairs;
    private final Errands errands;
    private final ObservableSet<String> open = FXCollections.observableSet();
    private final ObservableMap<String, UndoPlan> plans = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<Optional<Holdings>> holdings = new ReadOnlyObjectWrapper<>(Optional.empty());

    JournalModel(Repairs repairs, Errands errands) {
        this.repairs = repairs;
        this.errands = errands;
    }

    /// Ids of the entries whose details are shown.
    public ObservableSet<String> open() {
        return open;
    }

    /// What an undo of an open entry would do, by its id; not there until it was looked.
    public ObservableMap<String, UndoPlan> plans() {
        return plans;
    }

    public ReadOnlyObjectProperty<Optional<Holdings>> holdings() {
        return holdings.getReadOnlyProperty();
    }

    public void toggle(Entry entry) {
        if (open.contains(entry.id())) open.remove(entry.id());
        else open(entry.id());
    }

    void open(String id) {
        open.add(id);
        look(id);
    }

    /// After a change of the machine nothing that was seen before holds.
    void read() {
        plans.clear();
        open.forEach(this::look);
        errands.run(repairs::holdings, now -> holdings.set(Optional.of(now)));
    }

    private void look(String id) {
        errands.run(() -> repairs.undoPlan(id), plan -> plan.ifPresent(seen -> plans.put(id, seen)));
    }
}
