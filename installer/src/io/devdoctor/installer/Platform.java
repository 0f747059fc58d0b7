package io.devdoctor.installer;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where things lie in an app image, which differs between systems.
enum Platform {
    WINDOWS("windows", "DevDoctor", "app", "runtime", "bin", ".dll", ".exe", "win32"),
    LINUX("linux", "devdoctor-window", "lib/app", "lib/runtime", "lib", ".so", "", "linux");

    /// The console launcher that is a program; people type the name of the script in `bin`.
    static final String CONSOLE = "devdoctor-cli";

    private static final Map<String, String> ARCHITECTURES =
            Map.of("amd64", "x64", "x86_64", "x64", "aarch64", "arm64", "arm64", "arm64");
    private static final Map<String, String> JNA = Map.of("x64", "x86-64", "arm64", "aarch64");

    private final String words;
    private final String window;
    private final String app;
    private final String runtime;
    private final String libraries;
    private final String librarySuffix;
    private final String programSuffix;
    private final String jna;

    Platform(
            String words,
            String window,
            String app,
            String runtime,
            String libraries,
            String librarySuffix,
            String programSuffix,
            String jna) {
        this.words = words;
        this.window = window;
        this.app = app;
        this.runtime = runtime;
        this.libraries = libraries;
        this.librarySuffix = librarySuffix;
        this.programSuffix = programSuffix;
        this.jna = jna;
    }

    /// The one this build runs on: neither jpackage nor the training of the cache can be done for another.
    static Platform here() {
        return of(System.getProperty("os.name", ""));
    }

    static Platform of(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) return WINDOWS;
        if (name.startsWith("linux")) return LINUX;
        throw new IllegalStateException("No installer for " + osName + ": Windows and Linux only.");
    }

    static String architecture(String osArch) {
        String known = ARCHITECTURES.get(osArch.toLowerCase(Locale.ROOT));
        if (known == null) throw new IllegalStateException("No installer for " + osArch + ": x64 and arm64 only.");
        return known;
    }

    static String architecture() {
        return architecture(System.getProperty("os.arch", ""));
    }

    /// As it stands in the names of files: `windows-x64`.
    String label(String architecture) {
        return words + "-" + architecture;
    }

    /// The name of the launcher that opens the window. On Linux it must not be `DevDoctor`: `devdoctor` stands beside
    /// it.
    String window() {
        return window;
    }

    String program(String name) {
        return name + programSuffix;
    }

    /// One of jpackage's.
    Path launcher(Path image, String name) {
        return image.resolve(this == WINDOWS ? "" : "bin").resolve(program(name));
    }

    Path app(Path image) {
        return image.resolve(app);
    }

    Path runtime(Path image) {
        return image.resolve(runtime);
    }

    /// Where jlink puts native libraries.
    Path libraries(Path image) {
        return runtime(image).resolve(libraries);
    }

    Path java(Path image) {
        return runtime(image).resolve("bin").resolve(program("java"));
    }

    boolean isLibrary(String name) {
        return name.endsWith(librarySuffix);
    }

    /// The folder of JNA's library in JNA's jar.
    String jnaFolder(String architecture) {
        return "com/sun/jna/" + jna + "-" + JNA.get(architecture) + "/";
    }

    /// The separator of paths, as in the launchers.
    String path(String... parts) {
        return String.join(this == WINDOWS ? "\\" : "/", parts).replace('/', this == WINDOWS ? '\\' : '/');
    }

    /// From the folder of the image.
    String appPath() {
        return path(app);
    }

    String librariesPath() {
        return path(runtime, libraries);
    }
}
