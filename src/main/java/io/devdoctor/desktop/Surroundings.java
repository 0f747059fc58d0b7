package io.devdoctor.desktop;

import java.nio.file.Path;
import java.util.Optional;

/// What lies outside the window: file dialogs of the system, the browser, the clipboard. Behind an interface because
/// JavaFX's headless platform has none of them.
public interface Surroundings {
    /// @param title of the dialog; @param kind what the files are, @param extensions without the dot
    Optional<Path> chooseToOpen(String title, String kind, String... extensions);

    Optional<Path> chooseToSave(String title, String suggestedName, String kind, String extension);

    Optional<Path> chooseFolder(String title);

    /// Opens an https address or a settings page in the program the system chose for it.
    void open(String address);

    void copy(String text);

    /// Opens a file in an editor, or a folder in one that can.
    ///
    /// @param line 1-based; 0 = none in particular
    void edit(Path file, int line);

    /// Shows a folder in the file manager.
    void showFolder(Path folder);
}
