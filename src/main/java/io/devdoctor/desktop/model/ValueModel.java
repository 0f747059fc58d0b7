package io.devdoctor.desktop.model;

import io.devdoctor.fix.Choice;
import io.devdoctor.fix.Choice.Planned;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Parameter;
import io.devdoctor.text.Text;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The value that a person wants for a fix instead of the advised one, and what the fix becomes with it. It stays as it
/// was typed while the machine is examined anew.
public final class ValueModel {
    private Fix advised;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Planned> planned;

    ValueModel(Fix advised) {
        this.advised = advised;
        typed.set(parameter().advisedTyped());
        planned = new ReadOnlyObjectWrapper<>(new Planned.As(advised, typed.get()));
        typed.subscribe((_, _) -> plan());
    }

    /// The check found the same again, perhaps with other facts.
    void found(Fix fix) {
        if (fix.equals(advised)) return;
        boolean asAdvised = isAdvised();
        advised = fix;
        if (asAdvised) typed.set(parameter().advisedTyped());
        plan();
    }

    public Parameter parameter() {
        return choice().parameter();
    }

    /// Whether another value is being chosen.
    public BooleanProperty open() {
        return open;
    }

    /// As the person writes it.
    public StringProperty typed() {
        return typed;
    }

    /// What the fix is with this value, or why there is none.
    public ReadOnlyObjectProperty<Planned> planned() {
        return planned.getReadOnlyProperty();
    }

    /// The fix as it would be applied; empty while the value is refused.
    public Optional<Fix> fix() {
        return planned.get() instanceof Planned.As(Fix fix, var _) ? Optional.of(fix) : Optional.empty();
    }

    /// Why the value cannot be taken.
    public Optional<Text> refusal() {
        return planned.get() instanceof Planned.Refused(Text why) ? Optional.of(why) : Optional.empty();
    }

    public void step(int direction) {
        typed.set(parameter().stepped(typed.get(), direction));
    }

    public boolean isAdvised() {
        return typed.get().equals(parameter().advisedTyped());
    }

    /// Back to the advised value.
    public void reset() {
        typed.set(parameter().advisedTyped());
    }

    public void close() {
        reset();
        open.set(false);
    }

    private Choice choice() {
        return advised.choice().orElseThrow();
    }

    private void plan() {
        planned.set(isAdvised() ? new Planned.As(advised, typed.get()) : choice().plan(typed.get()));
    }
}
