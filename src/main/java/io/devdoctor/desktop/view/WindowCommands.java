package io.devdoctor.desktop.view;

import atlantafx.base.controls.ModalPane;
import io.devdoctor.desktop.model.Target;

/// The commands of the menu and the bar.
final class WindowCommands implements Commands {
    private final Workbench bench;
    private final ModalPane sheet;
    private final Runnable focusSearch;
    private final Runnable focusList;

    WindowCommands(Workbench bench, ModalPane sheet, Runnable focusSearch, Runnable focusList) {
        this.bench = bench;
        this.sheet = sheet;
        this.focusSearch = focusSearch;
        this.focusList = focusList;
    }

    @Override
    public void export() {
        sheet.hide();
    }

    @Override
    public void openRecording() {
        bench.surroundings()
                .chooseToOpen(bench.say("desktop.menu.open"), bench.say("desktop.recording.kind"), "devdoctor")
                .ifPresent(file -> {
                    bench.settings().rememberRecording(file.toString());
                    bench.examinations().examine(new Target.Recording(file));
                });
    }

    @Override
    public void saveRecording() {}

    @Override
    public void about() {}

    @Override
    public void focusSearch() {
        focusSearch.run();
    }

    @Override
    public void focusList() {
        focusList.run();
    }
}
