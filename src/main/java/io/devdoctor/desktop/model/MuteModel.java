package io.devdoctor.desktop.model;

import io.devdoctor.check.Finding;
import io.devdoctor.examination.MuteState;
import io.devdoctor.examination.Muting;
import io.devdoctor.machine.Machine;
import io.devdoctor.store.Mute;
import io.devdoctor.store.Mutes;
import io.devdoctor.store.SettingsSetAsideException;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Mutes findings on this machine and takes that back. What is typed outlives the view, which is made anew whenever
/// results arrive.
public final class MuteModel {
    /// How long a mute shall hold.
    public enum End {
        NEVER,
        DAY,
        CHANGED
    }

    private final SettingsModel settings;
    private final ExaminationModel examinations;
    private final Errands errands;
    private final ReadOnlyObjectWrapper<Optional<Finding.Key>> asking = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Text>> refusal = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty reason = new SimpleStringProperty("");
    private final ObjectProperty<End> end = new SimpleObjectProperty<>(End.NEVER);
    private final ObjectProperty<Optional<LocalDate>> day = new SimpleObjectProperty<>(Optional.empty());

    public MuteModel(SettingsModel settings, ExaminationModel examinations, Errands errands) {
        this.settings = settings;
        this.examinations = examinations;
        this.errands = errands;
    }

    /// The finding about which the person is asked.
    public ReadOnlyObjectProperty<Optional<Finding.Key>> asking() {
        return asking.getReadOnlyProperty();
    }

    /// Why the last mute could not be kept.
    public ReadOnlyObjectProperty<Optional<Text>> refusal() {
        return refusal.getReadOnlyProperty();
    }

    public StringProperty reason() {
        return reason;
    }

    public ObjectProperty<End> end() {
        return end;
    }

    /// The last day, by UTC.
    public ObjectProperty<Optional<LocalDate>> day() {
        return day;
    }

    /// Only what was found on this machine, and wholly, can be muted here.
    public boolean isMutable(Finding finding) {
        RunState run = examinations.state().get();
        return !finding.isMuted()
                && MuteState.isMutable(finding)
                && run.result().isPresent()
                && !run.isReplay();
    }

    public void ask(Finding finding) {
        reason.set("");
        end.set(End.NEVER);
        day.set(Optional.empty());
        refusal.set(Optional.empty());
        asking.set(Optional.of(finding.key()));
    }

    public void cancel() {
        refusal.set(Optional.empty());
        asking.set(Optional.empty());
    }

    /// Whether enough is said.
    public boolean isComplete() {
        boolean ends = end.get() != End.DAY
                || day.get().filter(it -> !it.isBefore(today())).isPresent();
        return ends && !reason.get().isBlank();
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    public void mute(Finding finding) {
        Optional<Machine> machine = examinations.state().get().machine();
        if (!isComplete() || machine.isEmpty()) return;
        Optional<LocalDate> until = end.get() == End.DAY ? day.get() : Optional.empty();
        Muting wish = new Muting(reason.get(), until, end.get() == End.CHANGED);
        Mute mute = wish.of(finding, machine.get(), Instant.now());
        keep(mutes -> mutes.with(mute));
    }

    public void unmute(Finding finding) {
        List<Finding> all = examinations.state().get().findings();
        keep(mutes -> mutes.all().stream()
                .filter(mute -> MuteState.isAbout(mute, finding, all))
                .reduce(mutes, Mutes::without, (_, last) -> last));
    }

    /// Takes back one that may hide nothing at present.
    public void unmute(Mute mute) {
        keep(mutes -> mutes.without(mute));
    }

    private void keep(UnaryOperator<Mutes> change) {
        errands.run(() -> kept(change), kept -> {
            switch (kept) {
                case Kept.Done(Mutes mutes) -> {
                    cancel();
                    examinations.hear(settings.hear(mutes));
                }
                case Kept.Refused(Text why) -> refusal.set(Optional.of(why));
            }
        });
    }

    private sealed interface Kept {
        record Done(Mutes mutes) implements Kept {}

        record Refused(Text why) implements Kept {}
    }

    private Kept kept(UnaryOperator<Mutes> change) {
        try {
            return new Kept.Done(settings.keepMutes(change));
        } catch (SettingsSetAsideException e) {
            return new Kept.Refused(Text.of("settings.set-aside", e.kept().toString()));
        } catch (IOException e) {
            return new Kept.Refused(Text.of("desktop.mute.failed", String.valueOf(e.getMessage())));
        }
    }
}
