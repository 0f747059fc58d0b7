package io.devdoctor.desktop.model;

import io.devdoctor.text.Text;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A setting that is typed: what is in the field, and why it does not hold yet.
public final class TypedSetting {
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Text>> refusal = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Supplier<String> kept;
    private final Function<String, Optional<Text>> keep;

    /// @param kept what holds now, as a person would type it
    /// @param keep keeps what was typed, or says why not
    TypedSetting(Supplier<String> kept, Function<String, Optional<Text>> keep) {
        this.kept = kept;
        this.keep = keep;
        text.set(kept.get());
    }

    public StringProperty text() {
        return text;
    }

    /// Why what was typed last does not hold.
    public ReadOnlyObjectProperty<Optional<Text>> refusal() {
        return refusal.getReadOnlyProperty();
    }

    /// What was typed holds from now on, or is refused and stays in the field to be mended.
    public void submit() {
        if (text.get().strip().equals(kept.get())) {
            takeBack();
            return;
        }
        refusal.set(keep.apply(text.get().strip()));
        if (refusal.get().isEmpty()) text.set(kept.get());
    }

    /// Back to what holds.
    public void takeBack() {
        refusal.set(Optional.empty());
        text.set(kept.get());
    }
}
