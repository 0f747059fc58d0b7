package io.devdoctor.installer;

import io.devdoctor.installer.LaunchOptions.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folder that is installed: runtime, two launchers of jpackage (one opens the window, one is for programs that can
/// start programs only), the script for the command line.
record AppImage(Platform platform, LaunchOptions options, String version, Path work) {
    static final String DESCRIPTION = "Says why containers do not build or run on this machine, and repairs it";
    static final String VENDOR = "DevDoctor";

    /// @param runtime from [RuntimeImage]
    /// @param icon    for the launchers; left to jpackage where it does not exist
    /// @return the folder of the image
    Path make(Path runtime, Path icon, Scripts scripts) throws IOException {
        Path target = Folders.empty(work.resolve("image"));
        Path console = work.resolve("console.properties");
        Files.writeString(console, "win-console=true\nwin-shortcut=false\nwin-menu=false\n");
        List<String> line = new ArrayList<>(List.of(
                "--type",
                "app-image",
                "--name",
                platform.window(),
                "--app-version",
                version,
                "--vendor",
                VENDOR,
                "--description",
                DESCRIPTION,
                "--copyright",
                "Apache License 2.0",
                "--runtime-image",
                runtime.toString(),
                "--module",
                LaunchOptions.MAIN,
                "--add-launcher",
                Platform.CONSOLE + "=" + console,
                "--dest",
                target.toString()));
        if (Files.exists(icon)) line.addAll(List.of("--icon", icon.toString()));
        for (String option : options.start(places())) line.addAll(List.of("--java-options", option));
        Jdk.tool("jpackage", line);
        Path image = target.resolve("DevDoctor");
        if (!platform.window().equals("DevDoctor")) Files.move(target.resolve(platform.window()), image);
        for (String launcher : List.of(platform.window(), Platform.CONSOLE)) {
            Path configuration = platform.app(image).resolve(launcher + ".cfg");
            Files.writeString(configuration, withoutRestart(Files.readString(configuration)));
        }
        scripts.write(image);
        return image;
    }

    /// On Windows jpackage's launchers start themselves once more, in a job which ends every program that was started
    /// from within, Docker Desktop too; this asks them not to (JDK-8340311, from Java 24 on).
    // unverified on Windows: that Docker Desktop, restarted from the window, outlives the window.
    static String withoutRestart(String configuration) {
        return configuration.replaceFirst("\\[Application]\\R", "$0win.norestart=true\n");
    }

    /// jpackage's launchers know these names.
    private Places places() {
        return new Places("$APPDIR", platform.path("$ROOTDIR", platform.librariesPath()));
    }
}
