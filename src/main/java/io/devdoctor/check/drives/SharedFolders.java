package io.devdoctor.check.drives;

import io.devdoctor.check.docker.DesktopSettings;
import io.devdoctor.fix.Step;
import io.devdoctor.format.JsonEdit;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The folders that Docker Desktop shares with its Hyper-V machine, as its settings name them.
///
/// @param listed  whether the list stands in the file; what was never written is empty
record SharedFolders(DesktopSettings settings, boolean listed, List<String> folders, Source source) {
    private static final String KEY = "FilesharingDirectories";

    SharedFolders {
        folders = List.copyOf(folders);
    }

    static Reading<SharedFolders> of(Machine machine) {
        return DesktopSettings.of(machine).map(SharedFolders::of);
    }

    private static SharedFolders of(DesktopSettings settings) {
        Optional<JsonValue> list = settings.value(KEY).filter(JsonValue.ArrayValue.class::isInstance);
        return new SharedFolders(
                settings, list.isPresent(), list.map(JsonValue::texts).orElse(List.of()), settings.source(KEY));
    }

    boolean contain(String path) {
        return folders.stream().anyMatch(folder -> isWithin(path, folder));
    }

    /// The list with more folders in it; empty where the file cannot be edited without loss.
    Optional<Step> with(List<String> more) {
        String key = settings.spelled(KEY);
        return settings.edited(edit -> {
            JsonEdit next = listed ? edit : edit.set("/" + key, "[]");
            for (String folder : more) next = next.setText("/" + key + "/-", folder);
            return next;
        });
    }

    /// Windows' folders, in any case and with either slash.
    static boolean isWithin(String path, String folder) {
        return slashed(path).startsWith(slashed(folder));
    }

    private static String slashed(String path) {
        String plain = path.replace('/', '\\').toLowerCase(Locale.ROOT);
        return plain.endsWith("\\") ? plain : plain + "\\";
    }
}
