package io.devdoctor.desktop.view;

/// What can be asked of the window as a whole, by button, menu or key.
interface Commands {
    void export();

    void openRecording();

    void saveRecording();

    void addProject();

    /// Shows one plan of all safe fixes.
    void fixAll();

    void about();

    void focusSearch();

    void focusList();
}
