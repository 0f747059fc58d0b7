package io.devdoctor.installer;

import java.util.ArrayList;
import java.util.List;

/// The options of the JVM, the same for every launcher: an AOT cache serves only those that agree with its training.
///
/// @param cache the name of the AOT cache in the app folder
record LaunchOptions(Platform platform, String cache) {
    static final String MAIN = RuntimeImage.MODULE + "/io.devdoctor.Main";
    private static final String APP = "{app}";
    private static final String LIBRARIES = "{libraries}";

    /// Where a launcher finds things, in its own words.
    record Places(String app, String libraries) {}

    private List<String> common() {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                // A small nursery is used again and again: 58 MB less stay resident in the idle window, no more time
                // goes.
                "-Xmn24m",
                "--enable-native-access=javafx.graphics," + RuntimeImage.MODULE,
                "-Djdk.lang.Process.allowAmbiguousCommands=false",
                // JavaFX and JNA of another program on the PATH stay out.
                "-Djava.library.path=" + LIBRARIES,
                "-Djna.boot.library.path=" + LIBRARIES,
                "-Djna.nosys=true",
                "-Djna.nounpack=true");
    }

    /// For starting.
    List<String> start(Places places) {
        List<String> options = new ArrayList<>(common());
        options.add("-XX:AOTCache=" + path(cache));
        // A cache that is missing or refused costs time, nothing else; the person cannot mend it.
        options.add("-Xlog:aot=off");
        return options.stream().map(each -> fill(each, places)).toList();
    }

    /// For the one run that writes the cache.
    List<String> training(Places places) {
        List<String> options = new ArrayList<>(common());
        options.add("-XX:AOTCacheOutput=" + path(cache));
        return options.stream().map(each -> fill(each, places)).toList();
    }

    private String path(String name) {
        return platform.path(APP, name);
    }

    private static String fill(String option, Places places) {
        return option.replace(APP, places.app()).replace(LIBRARIES, places.libraries());
    }
}
