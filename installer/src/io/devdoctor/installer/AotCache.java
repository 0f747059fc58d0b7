package io.devdoctor.installer;

import io.devdoctor.installer.LaunchOptions.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The JVM's own store of loaded and linked classes. It is written by one run that walks through what people do most,
/// as the last step of the build, and then must prove that both launchers use it.
record AotCache(Platform platform, LaunchOptions options, Path work) {
    private static final String REHEARSAL = RuntimeImage.MODULE + "/io.devdoctor.Rehearsal";
    /// Classes that a start needs at least; without the cache it is none.
    private static final long LEAST = 500;
    private static final double MOST = 0.9;

    /// The name says what it was trained for, so that a cache of another build is never taken for this one's.
    static String name(String version, Path runtime) throws IOException {
        String hash = Checksums.sha256(runtime.resolve("lib/modules"));
        return "devdoctor-" + version + "-" + hash.substring(0, 12) + ".aot";
    }

    void train(Path image) throws IOException {
        Places places = new Places(
                platform.app(image).toString(), platform.libraries(image).toString());
        List<String> line = new ArrayList<>(options.training(places));
        // No display is needed; what is drawn in software here is drawn by the graphics card later.
        line.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-m", REHEARSAL));
        Path home = Folders.empty(work.resolve("rehearsal"));
        Jdk.Ended ended = Jdk.run(
                platform.java(image), line, Map.of("DEVDOCTOR_HOME", home.toString(), "LC_ALL", "C.UTF-8"), work);
        ended.orFail("The rehearsal");
        if (!Files.exists(platform.app(image).resolve(options.cache()))) {
            throw new IllegalStateException("No AOT cache was written:\n" + ended.output());
        }
    }

    /// Starts a launcher where the JVM ends if it cannot use the cache, and counts.
    ///
    /// @return in words, for the build's log
    String prove(Path launcher) throws IOException {
        Path log = work.resolve("loaded-classes.txt");
        Files.deleteIfExists(log);
        // A name without a folder: colons and blanks of a path mean something in this option.
        String asked = "-XX:AOTMode=on -Xlog:class+load:file=" + log.getFileName();
        Map<String, String> environment = Map.of(
                "JAVA_TOOL_OPTIONS",
                asked,
                "LC_ALL",
                "C.UTF-8",
                "DEVDOCTOR_HOME",
                work.resolve("rehearsal").toString());
        Jdk.run(launcher, List.of("list"), environment, work).orFail(launcher.getFileName() + " with its AOT cache");
        List<String> loaded = Files.readAllLines(log);
        long all = loaded.stream().filter(each -> each.contains("source:")).count();
        long cached = loaded.stream()
                .filter(each -> each.contains("shared objects file"))
                .count();
        if (cached < LEAST || cached < MOST * all) {
            throw new IllegalStateException("Only " + cached + " of " + all + " classes come from the AOT cache.");
        }
        return launcher.getFileName() + ": " + cached + " of " + all + " classes come from the AOT cache";
    }
}
