package io.devdoctor.desktop.model;

import io.devdoctor.store.Settings;
import io.devdoctor.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the person chose; every change is kept at once and spoken at once.
public final class SettingsModel {
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final Wording wording;
    private final Consumer<Settings> keeper;
    private final Locale system;

    /// @param system the locale of the system, for those who chose no language
    public SettingsModel(Settings settings, Consumer<Settings> keeper, Locale system) {
        this.settings = new ReadOnlyObjectWrapper<>(settings);
        this.keeper = keeper;
        this.system = system;
        this.wording = new Wording(spoken(settings.language()));
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    public Wording wording() {
        return wording;
    }

    public void choose(Settings.Language language) {
        keep(settings.get().withLanguage(language));
        wording.speak(spoken(language));
    }

    public void choose(Settings.Theme theme) {
        keep(settings.get().withTheme(theme));
    }

    public void remember(Settings.Bounds window) {
        keep(settings.get().withWindow(window));
    }

    public void rememberRecording(String path) {
        keep(settings.get().withRecentRecording(path));
    }

    /// Folders that are examined with this machine.
    public List<String> projects() {
        return settings.get().projects();
    }

    /// Each once, in the order in which they came.
    public void addProjects(List<String> folders) {
        List<String> all = new ArrayList<>(projects());
        folders.stream().filter(folder -> !all.contains(folder)).forEach(all::add);
        keep(settings.get().withProjects(all));
    }

    public void removeProject(String folder) {
        keep(settings.get()
                .withProjects(
                        projects().stream().filter(each -> !each.equals(folder)).toList()));
    }

    public void switchLanguage() {
        choose(wording.language() == Language.ENGLISH ? Settings.Language.CHINESE : Settings.Language.ENGLISH);
    }

    private void keep(Settings next) {
        settings.set(next);
        keeper.accept(next);
    }

    private Language spoken(Settings.Language language) {
        return switch (language) {
            case SYSTEM -> Language.of(system.toLanguageTag());
            case ENGLISH -> Language.ENGLISH;
            case CHINESE -> Language.CHINESE;
        };
    }
}
