package io.devdoctor.desktop.view;

import io.devdoctor.desktop.DesktopServices;
import io.devdoctor.desktop.Surroundings;
import io.devdoctor.desktop.model.Errands;
import io.devdoctor.desktop.model.ExaminationModel;
import io.devdoctor.desktop.model.HistoryModel;
import io.devdoctor.desktop.model.MuteModel;
import io.devdoctor.desktop.model.PendingModel;
import io.devdoctor.desktop.model.PlanModel;
import io.devdoctor.desktop.model.RepairModel;
import io.devdoctor.desktop.model.SettingsModel;
import io.devdoctor.desktop.model.WatchModel;
import io.devdoctor.desktop.model.WindowModel;
import io.devdoctor.desktop.model.Wording;

/// Everything a view may need: the models and the way out of the window.
public record Workbench(
        DesktopServices services,
        Errands errands,
        ExaminationModel examinations,
        RepairModel repairs,
        MuteModel mutes,
        PlanModel plan,
        PendingModel pending,
        HistoryModel history,
        WatchModel watch,
        WindowModel window,
        SettingsModel settings,
        Surroundings surroundings) {

    public Wording wording() {
        return settings.wording();
    }

    /// A sample by its title, any other recording by its file's name.
    String recordingName(String name) {
        String key = "sample." + name + ".title";
        return wording().has(key) ? say(key) : wording().raw(name);
    }

    /// A text of the machine, masked.
    String raw(String text) {
        return wording().raw(text);
    }

    String say(String key, Object... args) {
        return wording().say(key, args);
    }
}
