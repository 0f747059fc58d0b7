package io.devdoctor.desktop;

import io.devdoctor.examination.Machines;
import io.devdoctor.store.Settings;
import java.nio.file.Path;
import java.util.function.Consumer;

/// What the window needs from outside; wired by `Main`.
///
/// @param machines what can be examined
/// @param repairs  applies fixes to this machine and takes them back
/// @param exporter writes reports
/// @param settings as they were when the window opened
/// @param keeper   keeps changed settings; it logs what it could not keep and throws nothing
/// @param ownLog    the folder of DevDoctor's own log, named on the page that shows its failures
public record DesktopServices(
        Machines machines,
        Repairs repairs,
        Exporter exporter,
        Settings settings,
        Consumer<Settings> keeper,
        Path ownLog,
        String version) {}
