package io.devdoctor.desktop.model;

import io.devdoctor.examination.MachineMutes;
import io.devdoctor.store.Asking;
import io.devdoctor.store.Looks;
import io.devdoctor.store.Memory;
import io.devdoctor.store.Mutes;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.store.Watching;
import io.devdoctor.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the person chose; every change holds and is spoken at once, and is kept soon.
public final class SettingsModel {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsModel.class);
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final Wording wording;
    private final ReadOnlyObjectWrapper<Optional<Path>> setAside = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper firstRun = new ReadOnlyBooleanWrapper();
    private final SettingsFile file;
    private final SettingsWriter writer;
    private final Locale system;

    /// @param system the locale of the system, for those who chose no language
    /// @param window runs changes on the window's thread
    public SettingsModel(SettingsFile file, Locale system, Executor window) {
        // Whoever closed the window once, or muted something by the command line, has left settings.
        firstRun.set(Files.notExists(file.path()));
        SettingsFile.Loaded loaded = file.load(Instant.now());
        loaded.problem().ifPresent(problem -> LOG.warn("Settings not read: {}", problem));
        this.settings = new ReadOnlyObjectWrapper<>(loaded.settings());
        this.file = file;
        setAside.set(loaded.setAside());
        this.writer = new SettingsWriter(file, kept -> window.execute(() -> setAside.set(Optional.of(kept))));
        this.system = system;
        this.wording = new Wording(spoken(settings.get().language()));
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /// Whether DevDoctor was never here before, until its person has read the welcome.
    public ReadOnlyBooleanProperty firstRun() {
        return firstRun.getReadOnlyProperty();
    }

    public void dismissWelcome() {
        firstRun.set(false);
    }

    public Wording wording() {
        return wording;
    }

    public void choose(Settings.Language language) {
        change(now -> now.withLanguage(language));
        wording.speak(spoken(language));
    }

    public void choose(Settings.Theme theme) {
        change(now -> now.withTheme(theme));
    }

    public void look(UnaryOperator<Looks> change) {
        change(now -> now.withLooks(change));
    }

    /// How the machine is asked; holds from the next examination.
    public void ask(UnaryOperator<Asking> change) {
        change(now -> now.withAsking(change));
    }

    public void watch(UnaryOperator<Watching> change) {
        change(now -> now.withWatching(change));
    }

    public void remember(UnaryOperator<Memory> change) {
        change(now -> now.withMemory(change));
    }

    public void remember(Settings.Bounds window) {
        change(now -> now.withWindow(window));
    }

    public void rememberRecording(String path) {
        change(now -> now.withRecentRecording(path));
    }

    /// Folders that are examined with this machine.
    public List<String> projects() {
        return settings.get().projects();
    }

    /// Each once, in the order in which they came.
    public void addProjects(List<String> folders) {
        change(now -> now.withProjects(Stream.concat(now.projects().stream(), folders.stream())
                .distinct()
                .toList()));
    }

    public void removeProject(String folder) {
        change(now -> now.withProjects(
                now.projects().stream().filter(each -> !each.equals(folder)).toList()));
    }

    public void switchLanguage() {
        choose(wording.language() == Language.ENGLISH ? Settings.Language.CHINESE : Settings.Language.ENGLISH);
    }

    /// Holds at once in this window; what is kept on the disk may have been changed by the command line meanwhile.
    private void change(UnaryOperator<Settings> change) {
        settings.set(change.apply(settings.get()));
        writer.keep(change);
    }

    /// Where settings were moved that could not be understood, until a person has read it.
    public ReadOnlyObjectProperty<Optional<Path>> setAside() {
        return setAside.getReadOnlyProperty();
    }

    public void dismissSetAside() {
        setAside.set(Optional.empty());
    }

    /// To be called as the window is gone, not on its thread: waits a few seconds at most for the last writes.
    public void finish() {
        writer.finish();
    }

    /// Keeps other mutes from now on; from any thread.
    ///
    /// @throws IOException if they could not be kept and the old ones still hold
    Mutes keepMutes(UnaryOperator<Mutes> change) throws IOException {
        return file.change(now -> now.withMutes(change.apply(now.mutes())), Instant.now())
                .mutes();
    }

    /// Speaks of the mutes that are kept by now, on the window's thread.
    MachineMutes hear(Mutes kept) {
        settings.set(settings.get().withMutes(kept));
        return new MachineMutes(kept.all(), file.path().toString());
    }

    /// Where all this is kept.
    public Path path() {
        return file.path();
    }

    private Language spoken(Settings.Language language) {
        return switch (language) {
            case SYSTEM -> Language.of(system.toLanguageTag());
            case ENGLISH -> Language.ENGLISH;
            case CHINESE -> Language.CHINESE;
        };
    }
}
