package io.devdoctor.desktop.view;

/// What can be asked of the window as a whole, by button, menu or key.
interface Commands {
    void export();

    void openRecording();

    void saveRecording();

    void addProject();

    /// Shows one plan of all safe fixes.
    void fixAll();

    void examineAgain();

    /// Ends the examination under way early.
    void cancelExamination();

    /// Asks the area of the page once more; all of them where the page is of none.
    void askAreaAgain();

    /// Asks the check of the chosen finding once more.
    void askCheckAgain();

    /// Shows every key of the window.
    void shortcuts();

    void about();

    void focusSearch();

    void focusList();
}
