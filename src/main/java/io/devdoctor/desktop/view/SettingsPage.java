package io.devdoctor.desktop.view;

import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.model.SettingsForm;
import io.devdoctor.desktop.model.WatchWords;
import io.devdoctor.examination.Watch;
import io.devdoctor.store.Asking;
import io.devdoctor.store.Looks;
import io.devdoctor.store.Memory;
import io.devdoctor.store.Settings;
import io.devdoctor.store.Watching;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What the person chose, each choice in force at once.
final class SettingsPage extends ScrollPane {
    private final Workbench bench;
    private final SettingsForm form;
    private final MutedList muted;
    private final ProjectFolders projects;
    private final VBox content = new VBox();

    SettingsPage(Workbench bench) {
        this.bench = bench;
        form = new SettingsForm(bench.settings());
        muted = new MutedList(bench);
        projects = new ProjectFolders(bench);
        setId("settings");
        getStyleClass().add("overview");
        content.getStyleClass().addAll("overview-content", "settings-page", "reading-width");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        bench.settings().settings().subscribe(this::render);
        bench.mutes().refusal().subscribe(this::render);
        bench.watch().latest().subscribe(this::render);
        bench.wording().whenever(this::render);
    }

    private Settings now() {
        return bench.settings().settings().get();
    }

    /// Made anew after each choice; whoever uses the keyboard stays where they were.
    private void render() {
        Optional<String> focused = focusedId();
        content.getChildren()
                .setAll(
                        new Prose(bench.say("desktop.settings"), "headline-title"),
                        new Prose(bench.say("settings.intro"), "text-muted"),
                        appearance(),
                        examination(),
                        card("watch", watch()),
                        card("projects", projects.rows()),
                        card("mutes", muted.rows()),
                        card("history", List.of(history())),
                        card("place", List.of(place("data", bench.settings().path()), log())));
        focused.flatMap(this::find).ifPresent(Node::requestFocus);
    }

    private Optional<String> focusedId() {
        return Optional.ofNullable(getScene())
                .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
                .filter(node -> node.getId() != null && find(node.getId()).isPresent())
                .map(Node::getId);
    }

    private Optional<Node> find(String id) {
        return content.lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst();
    }

    private SettingsCard appearance() {
        Looks looks = now().looks();
        var language = new Segments<>(
                "setting-language",
                List.of(Settings.Language.values()),
                looks.language(),
                it -> bench.say("desktop.language." + it),
                bench.settings()::choose);
        var theme = new Segments<>(
                "setting-theme",
                List.of(Settings.Theme.values()),
                looks.theme(),
                it -> bench.say("desktop.theme." + it),
                bench.settings()::choose);
        var size = new Choice<>(
                "setting-font",
                Looks.FONT_PERCENTS,
                looks.fontPercent(),
                it -> bench.say("settings.font.percent", it),
                it -> bench.settings().look(now -> now.withFontPercent(it)));
        var motion = new Segments<>(
                "setting-motion",
                List.of(Settings.Motion.values()),
                looks.motion(),
                it -> bench.say("settings.motion." + it),
                it -> bench.settings().look(now -> now.withMotion(it)));
        return card(
                "looks",
                List.of(row("language", language), row("theme", theme), row("font", size), row("motion", motion)));
    }

    private SettingsCard examination() {
        Asking asking = now().asking();
        var patience = new Segments<>(
                "setting-patience",
                Asking.PATIENCE,
                asking.patience(),
                it -> bench.say("settings.patience." + it),
                it -> bench.settings().ask(now -> now.withPatience(it)));
        var servers = new TypedField(
                bench, "setting-time-servers", form.timeServers(), bench.say("settings.time-servers.prompt"));
        var engine = new TypedField(bench, "setting-engine", form.engine(), bench.say("settings.engine.prompt"));
        return card(
                "examination", List.of(row("patience", patience), row("time-servers", servers), row("engine", engine)));
    }

    private List<Node> watch() {
        Watching watching = now().watching();
        CheckBox on = new CheckBox(bench.say("settings.watch.on.box"));
        on.setId("setting-watch");
        on.setMnemonicParsing(false);
        on.setSelected(watching.on());
        on.setOnAction(_ -> bench.settings().watch(now -> now.withOn(on.isSelected())));
        var minutes = new Choice<>(
                "setting-watch-minutes",
                Watching.MINUTES,
                watching.minutes(),
                it -> bench.say("settings.watch.every", it),
                it -> bench.settings().watch(now -> now.withMinutes(it)));
        minutes.setDisable(!watching.on());
        List<Node> rows = new ArrayList<>(List.of(row("watch.on", on), row("watch.minutes", minutes)));
        if (watching.on()) rows.add(lastLook());
        return rows;
    }

    private Prose lastLook() {
        var look = bench.watch().latest().get();
        Prose words = new Prose(new WatchWords(bench.wording()).state(look));
        words.setId("watch-state");
        words.getStyleClass()
                .add(VerdictIcon.styleClass(look.map(Watch.Look::worst).orElse(Verdict.OK)));
        return words;
    }

    private SettingRow history() {
        return row(
                "history.size",
                new Choice<>(
                        "setting-history",
                        Memory.HISTORY_SIZES,
                        now().memory().historySize(),
                        it -> bench.say("settings.history.kept", it),
                        it -> bench.settings().remember(now -> now.withHistorySize(it))));
    }

    private SettingRow log() {
        return place("log", bench.services().ownLog());
    }

    private SettingRow place(String key, Path path) {
        Path folder = key.equals("log") || path.getParent() == null ? path : path.getParent();
        Button open = new Button(bench.say("settings.place.open"));
        open.setId("open-" + key);
        open.setMnemonicParsing(false);
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(_ -> bench.surroundings().open(folder.toUri().toString()));
        return new SettingRow(bench.say("settings.place." + key), bench.raw(path.toString()), open);
    }

    private SettingRow row(String key, javafx.scene.layout.Region control) {
        return new SettingRow(bench.say("settings." + key), bench.say("settings." + key + ".what"), control);
    }

    private SettingsCard card(String key, List<? extends Node> rows) {
        String what = "settings." + key + ".about";
        return new SettingsCard(
                "settings-" + key,
                bench.say("settings." + key),
                bench.wording().has(what) ? bench.say(what) : "",
                new ArrayList<>(rows));
    }
}
