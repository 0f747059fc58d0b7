package io.devdoctor.desktop;

import io.devdoctor.examination.Machines;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.store.SettingsFile;
import java.nio.file.Path;

/// What the window needs from outside; wired by `Main`.
///
/// @param machines what can be examined
/// @param repairs  applies fixes to this machine and takes them back
/// @param exporter writes reports
/// @param history  where examinations are kept
/// @param settings what the person chose
/// @param ownLog    the folder of DevDoctor's own log, named on the page that shows its failures
public record DesktopServices(
        Machines machines,
        Repairs repairs,
        Exporter exporter,
        HistoryStore history,
        SettingsFile settings,
        Path ownLog,
        String version) {}
