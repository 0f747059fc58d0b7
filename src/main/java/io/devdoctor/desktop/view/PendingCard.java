package io.devdoctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.devdoctor.desktop.model.PendingState.Step;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.Reading;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.PendingWork;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Changes that wait for one restart: which, what the restart would end, and the button that does it.
final class PendingCard extends VBox {
    private final Workbench bench;
    private final PendingWork work;

    /// @param unfolded whose list of what stops is open; kept up to date
    PendingCard(Workbench bench, PendingWork work, Optional<Step> step, Set<TakesEffect> unfolded) {
        this.bench = bench;
        this.work = work;
        setId("pending-" + work.restart().name());
        getStyleClass().addAll("card", "pending-card");
        VBox changes = new VBox();
        changes.getStyleClass().add("changes");
        work.entries().forEach(entry -> changes.getChildren().add(change(entry)));
        getChildren().addAll(header(), changes);
        if (work.how().isManual()) getChildren().add(words());
        switch (step.orElse(null)) {
            case Step.Asking _ -> getChildren().add(question());
            case Step.Looking _ -> getChildren().add(progress(bench.say("desktop.pending.looking")));
            case Step.Running running ->
                getChildren().add(progress(bench.wording().say(running.progress())));
            case null -> getChildren().addAll(stops(unfolded), buttons());
        }
    }

    private HBox header() {
        FontIcon icon = new FontIcon(Feather.REFRESH_CW);
        icon.getStyleClass().add("pending-icon");
        Label title = new Label(bench.wording().say(work.how().title()));
        title.setWrapText(true);
        title.getStyleClass().add("pending-title");
        HBox header = new HBox(icon, title);
        header.getStyleClass().add("treatment-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private HBox change(Entry entry) {
        Prose title = new Prose("• " + bench.wording().say(entry.title()));
        HBox.setHgrow(title, Priority.ALWAYS);
        Label when = new Label(bench.wording().format().moment(entry.at()));
        when.getStyleClass().add("row-proof");
        when.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(title, when);
        line.getStyleClass().add("cure");
        return line;
    }

    private VBox words() {
        PreviewView words = new PreviewView(bench, work.how());
        words.getStyleClass().add("plain");
        return words;
    }

    private TitledPane stops(Set<TakesEffect> unfolded) {
        TitledPane stops = new TitledPane(bench.say("desktop.pending.stops"), names());
        stops.setId("stops-" + work.restart().name());
        stops.setAnimated(false);
        stops.setExpanded(unfolded.contains(work.restart()));
        stops.expandedProperty().subscribe(open -> {
            if (open) unfolded.add(work.restart());
            else unfolded.remove(work.restart());
        });
        return stops;
    }

    private VBox names() {
        VBox names = new VBox();
        add(names, "desktop.stops.distros", work.stops().distros());
        add(names, "desktop.stops.containers", work.stops().containers());
        names.getStyleClass().add("stops");
        return names;
    }

    private void add(VBox names, String key, Reading<List<String>> stops) {
        boolean goesOn = stops instanceof Reading.NotApplicable<List<String>>;
        if (!goesOn) names.getChildren().add(new NameList(bench, bench.say(key), stops));
    }

    private HBox buttons() {
        HBox buttons = new HBox();
        buttons.getStyleClass().add("buttons");
        if (!work.how().isManual()) {
            Button restart = button(
                    "restart-" + work.restart().name(),
                    "desktop.pending.restart." + work.restart().name(),
                    () -> bench.pending().ask(work));
            restart.getStyleClass().add(Styles.ACCENT);
            buttons.getChildren().add(restart);
        }
        buttons.getChildren()
                .add(button(
                        "look-again-" + work.restart().name(),
                        "desktop.entry.prove-again",
                        () -> bench.pending().settle()));
        return buttons;
    }

    private VBox question() {
        Label question =
                new Label(bench.say("desktop.pending.question." + work.restart().name()));
        question.setWrapText(true);
        question.getStyleClass().add("fix-title");
        VBox box = new VBox(question);
        box.getStyleClass().add("consent");
        for (Effect effect : Effect.values()) {
            if (!work.how().effects().contains(effect)) continue;
            box.getChildren().add(new NameList(bench, "• " + bench.say("effect." + effect.name()), named(effect)));
        }
        box.getChildren().add(how());
        work.how()
                .warnings()
                .forEach(words ->
                        box.getChildren().add(FixCard.warning(bench.wording().say(words))));
        Button restart = button(
                "consent-restart",
                "desktop.pending.confirm." + work.restart().name(),
                () -> bench.pending().restart(work));
        restart.getStyleClass().add(Styles.ACCENT);
        Button cancel = button("consent-later", "desktop.pending.later", bench.pending()::decline);
        HBox buttons = new HBox(restart, cancel);
        buttons.getStyleClass().add("buttons");
        box.getChildren().add(buttons);
        return box;
    }

    private Reading<List<String>> named(Effect effect) {
        return switch (effect) {
            case STOPS_WSL, STOPS_DISTRO -> work.stops().distros();
            case STOPS_CONTAINERS -> work.stops().containers();
            case STOPS_DESKTOP, CHANGES_MEANING, ADMIN, DELETES_DATA, NOT_REVERSIBLE ->
                new Reading.NotApplicable<>("said");
        };
    }

    private VBox how() {
        Label title = new Label(bench.say("desktop.plan.what"));
        title.getStyleClass().add("section-title");
        VBox lines = new VBox(new PreviewView(bench, work.how()));
        lines.getStyleClass().add("fix-card");
        VBox how = new VBox(title, lines);
        how.getStyleClass().add("section");
        return how;
    }

    private static HBox progress(String words) {
        Label label = new Label(words);
        label.setId("pending-progress");
        HBox line = new HBox(new ProgressIndicator(), label);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("fix-footer");
        return line;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = Banner.button(bench.say(key), action);
        button.setId(id);
        button.disableProperty().bind(bench.repairs().busy());
        return button;
    }
}
