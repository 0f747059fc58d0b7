package io.devdoctor.desktop.view;

/// What can be asked of the window as a whole, by button, menu or key.
interface Commands {
    void export();

    void openRecording();

    void saveRecording();

    void addProject();

    void about();

    void focusSearch();

    void focusList();
}
