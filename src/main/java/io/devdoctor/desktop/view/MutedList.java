package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.store.Mute;
import io.devdoctor.store.Mutes;
import io.devdoctor.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;

/// What the person does not want to hear of, each with the way back.
final class MutedList {
    private final Workbench bench;

    MutedList(Workbench bench) {
        this.bench = bench;
    }

    List<Node> rows() {
        Mutes mutes = bench.settings().settings().get().mutes();
        List<Node> rows = new ArrayList<>();
        for (int i = 0; i < mutes.all().size(); i++) rows.add(row(mutes.all().get(i), i));
        if (rows.isEmpty()) rows.add(new Prose(bench.say("settings.mutes.none"), "text-muted"));
        if (!mutes.unclear().isEmpty()) {
            rows.add(new Prose(
                    bench.say("settings.mutes.unclear", mutes.unclear().size()), "text-muted"));
        }
        bench.mutes()
                .refusal()
                .get()
                .ifPresent(why -> rows.add(new Prose(bench.wording().say(why), "refusal")));
        return rows;
    }

    private SettingRow row(Mute mute, int number) {
        Button back = new Button(bench.say("settings.mutes.unmute"));
        back.setId("unmute-" + number);
        back.setMnemonicParsing(false);
        back.setMinWidth(Button.USE_PREF_SIZE);
        back.getStyleClass().add(Styles.SMALL);
        back.setOnAction(_ -> bench.mutes().unmute(mute));
        String name = name(mute);
        back.setAccessibleText(bench.say("settings.mutes.unmute") + ", " + name);
        String words = bench.say("settings.mutes.words", bench.wording().say(end(mute)), mute.reason());
        return new SettingRow(name, words, back);
    }

    private String name(Mute mute) {
        String key = "check." + mute.check() + ".name";
        String check = bench.wording().has(key) ? bench.say(key) : mute.check();
        String subject = mute.about().map(Mute.About::name).orElse("");
        return subject.isEmpty() ? check : bench.say("settings.mutes.of", check, subject);
    }

    private static Text end(Mute mute) {
        String day = mute.until().map(LocalDate::toString).orElse("");
        boolean changed = mute.value().isPresent();
        if (day.isEmpty()) return Text.of(changed ? "muted.until.changed" : "muted.until.never");
        return Text.of(changed ? "muted.until.either" : "muted.until.day", day);
    }
}
