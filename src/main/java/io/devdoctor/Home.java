package io.devdoctor;

import io.devdoctor.cli.Terminal;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.privacy.Secrets;
import io.devdoctor.store.Asking;
import io.devdoctor.store.AtomicFile;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.store.LinkInPlaceException;
import io.devdoctor.store.OwnLog;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// DevDoctor's own data folder with its log and settings.
record Home(DataFolder folder, SettingsFile settings) {

    /// Starts the log. An unwritable folder is said once and is no reason not to examine.
    static Home open(Terminal terminal) {
        DataFolder folder = locate();
        try {
            folder.create();
        } catch (LinkInPlaceException e) {
            terminal.err().println(LastWords.say("cli.error.data-link", e.getFile(), e.getOtherFile()));
        } catch (IOException e) {
            terminal.err()
                    .println(
                            LastWords.say("cli.error.data-folder", folder.root().toString(), reason(e)));
        }
        OwnLog.start(folder, text -> Secrets.mask(text).text());
        return new Home(folder, new SettingsFile(folder, AtomicFile.onDisk()));
    }

    /// As the system says it, without the name of a class.
    private static String reason(IOException e) {
        String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return Objects.requireNonNullElse(said, String.valueOf(e.getMessage()));
    }

    private static DataFolder locate() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        DataFolder.Family family = windows ? DataFolder.Family.WINDOWS : DataFolder.Family.POSIX;
        try {
            return DataFolder.locate(
                    System.getenv(), family, Objects.requireNonNullElse(System.getProperty("user.home"), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the person at this machine does not want to hear of by now.
    MachineMutes mutes() {
        return new MachineMutes(chosen().mutes().all(), settings.path().toString());
    }

    /// How the person at this machine wants it asked by now.
    Asking asking() {
        return chosen().asking();
    }

    private Settings chosen() {
        SettingsFile.Loaded loaded = settings.load(Instant.now());
        loaded.problem().ifPresent(problem -> log().warn("Settings not read: {}", problem));
        return loaded.settings();
    }

    /// Where examinations are kept.
    HistoryStore history() {
        return new HistoryStore(folder, AtomicFile.onDisk());
    }

    Path logs() {
        return folder.logs();
    }

    private static Logger log() {
        return LoggerFactory.getLogger(Home.class);
    }
}
