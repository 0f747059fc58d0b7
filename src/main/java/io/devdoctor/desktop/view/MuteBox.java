package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Muted;
import io.devdoctor.desktop.model.MuteModel;
import io.devdoctor.desktop.model.MuteModel.End;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Below a finding: the quiet offer to mute it, the form that asks why and how long, or who muted it.
final class MuteBox extends VBox {
    private final Workbench bench;
    private final MuteModel mutes;
    private final Finding finding;

    private MuteBox(Workbench bench, Finding finding) {
        this.bench = bench;
        this.mutes = bench.mutes();
        this.finding = finding;
        setId("mute-box");
        getStyleClass().add("mute-box");
    }

    /// Empty where there is nothing to mute or to take back.
    static Optional<MuteBox> of(Workbench bench, Finding finding) {
        MuteBox box = new MuteBox(bench, finding);
        Optional<Muted> muted = finding.muted();
        if (muted.isPresent()) box.showMuted(muted.get());
        else if (!bench.mutes().isMutable(finding)) return Optional.empty();
        else if (bench.mutes().asking().get().filter(finding.key()::equals).isPresent()) box.showForm();
        else box.getChildren().add(box.offer());
        return Optional.of(box);
    }

    boolean hasFocus() {
        if (getScene() == null) return false;
        for (Node at = getScene().getFocusOwner(); at != null; at = at.getParent()) if (at == this) return true;
        return false;
    }

    /// The field in which a person types first, or the button that was there before.
    void takeFocus() {
        Stream.of("#mute-reason", "#unmute", "#mute")
                .map(this::lookup)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(Node::requestFocus);
        // A caret at the beginning, or all letters selected, would spoil what is being typed.
        if (lookup("#mute-reason") instanceof TextField reason) reason.end();
    }

    private Button offer() {
        Button offer = button("desktop.mute.offer", "mute");
        offer.getStyleClass().add(Styles.FLAT);
        offer.setOnAction(_ -> mutes.ask(finding));
        return offer;
    }

    private void showMuted(Muted muted) {
        getChildren().add(new Prose(bench.wording().say(muted.sentence())));
        if (muted.isByPerson()) {
            Button unmute = button("desktop.mute.take-back", "unmute");
            unmute.setOnAction(_ -> mutes.unmute(finding));
            getChildren().add(unmute);
        } else {
            getChildren().add(new Prose(bench.say("desktop.mute.by-project"), "text-muted"));
        }
        refusal();
    }

    private void showForm() {
        Label why = new Label(bench.say("desktop.mute.reason"));
        TextField reason = new TextField();
        reason.setId("mute-reason");
        reason.textProperty().bindBidirectional(mutes.reason());
        reason.setPromptText(bench.say("desktop.mute.reason.prompt"));
        why.setLabelFor(reason);
        getChildren().addAll(why, reason);
        DatePicker day = day();
        ToggleGroup group = new ToggleGroup();
        HBox until = new HBox(choice(group, End.DAY), day);
        until.getStyleClass().add("until");
        getChildren().addAll(choice(group, End.NEVER), choice(group, End.CHANGED), until);
        getChildren().add(new Prose(bench.say("desktop.mute.what"), "text-muted"));
        refusal();
        getChildren().add(buttons());
    }

    private RadioButton choice(ToggleGroup group, End end) {
        RadioButton choice = new RadioButton(bench.say("desktop.mute.end." + end.name()));
        choice.setId("mute-end-" + end.name());
        choice.setMnemonicParsing(false);
        choice.setWrapText(true);
        choice.setToggleGroup(group);
        choice.setSelected(mutes.end().get() == end);
        choice.selectedProperty().subscribe((_, chosen) -> {
            if (chosen) mutes.end().set(end);
        });
        return choice;
    }

    private DatePicker day() {
        DatePicker day = new DatePicker(mutes.day().get().orElse(null));
        day.setId("mute-day");
        day.setShowWeekNumbers(false);
        day.setConverter(new IsoDay());
        day.setPromptText(MuteModel.today().plusMonths(6).toString());
        day.setAccessibleText(bench.say("desktop.mute.day"));
        day.setDayCellFactory(_ -> new DayToCome());
        day.valueProperty().subscribe((_, chosen) -> mutes.day().set(Optional.ofNullable(chosen)));
        day.disableProperty().bind(mutes.end().isNotEqualTo(End.DAY));
        return day;
    }

    private HBox buttons() {
        Button apply = button("desktop.mute.apply", "mute-apply");
        apply.getStyleClass().add(Styles.ACCENT);
        apply.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !mutes.isComplete(), mutes.reason(), mutes.end(), mutes.day()));
        apply.setOnAction(_ -> mutes.mute(finding));
        Button cancel = button("desktop.cancel", "mute-cancel");
        cancel.setOnAction(_ -> mutes.cancel());
        HBox buttons = new HBox(apply, cancel);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private Button button(String key, String id) {
        Button button = new Button(bench.say(key));
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMnemonicParsing(false);
        return button;
    }

    private void refusal() {
        mutes.refusal().get().ifPresent(why -> {
            Prose words = new Prose(bench.wording().say(why));
            words.setId("mute-refusal");
            getChildren().add(words);
        });
    }

    /// The same in every language, as the command line and the files write it.
    private static final class IsoDay extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
        }

        @Override
        public @Nullable LocalDate fromString(@Nullable String text) {
            try {
                return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
            } catch (DateTimeException _) {
                return null;
            }
        }
    }

    private static final class DayToCome extends DateCell {
        @Override
        public void updateItem(LocalDate day, boolean empty) {
            super.updateItem(day, empty);
            setDisable(empty || day.isBefore(MuteModel.today()));
        }
    }
}
