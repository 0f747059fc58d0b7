package io.devdoctor.desktop.view;

import io.devdoctor.desktop.DesktopServices;
import io.devdoctor.desktop.Surroundings;
import io.devdoctor.desktop.model.ExaminationModel;
import io.devdoctor.desktop.model.SettingsModel;
import io.devdoctor.desktop.model.WindowModel;
import io.devdoctor.desktop.model.Wording;

/// Everything a view may need: the models and the way out of the window.
public record Workbench(
        DesktopServices services,
        ExaminationModel examinations,
        WindowModel window,
        SettingsModel settings,
        Surroundings surroundings) {

    public Wording wording() {
        return settings.wording();
    }

    String say(String key, Object... args) {
        return wording().say(key, args);
    }
}
